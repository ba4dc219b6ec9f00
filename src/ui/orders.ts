/** What can be left standing: the limit that new asks take, and orders for waits. Each is given, and told, in one way. */
import { formatOrders, type Order, type Session } from "../session/index.ts";

export type OrderOption = {
  readonly text: string;
  /** The question for its number; 0 takes the order back. */
  readonly ask: string;
  readonly orderOf: (n: number) => Order;
};

const deeds = {
  ping: "a sign of life",
  chat: "small talk",
  share: "the next thing",
  room: "ask for room",
  repeat: "the oldest open message again",
} as const;

const every = (deed: keyof typeof deeds): OrderOption => ({
  text: `${deeds[deed]}, every so many ticks`,
  ask: `Every how many ticks: ${deeds[deed]}? 0: not at all.`,
  orderOf: (n) => ({ when: "every", n, deed, reserve: deed === "repeat" ? 0 : 2 }),
});

const doubling: OrderOption = {
  text: `${deeds.repeat}, after a gap that doubles`,
  ask: "How many ticks before the first repeat? 0: none.",
  orderOf: (n) => ({ when: "doubling", n, deed: "repeat", reserve: 0 }),
};

const window: OrderOption = {
  text: `${deeds.share}, while few are unanswered`,
  ask: "How many may be on their way at once? 0: none.",
  orderOf: (n) => ({ when: "window", n, deed: "share", reserve: 0 }),
};

const optionsOf: { readonly [deed: string]: readonly OrderOption[] } = {
  ping: [every("ping")],
  chat: [every("chat")],
  room: [every("room")],
  share: [window],
  repeat: [every("repeat"), doubling],
};

export const limitQuestion = "How many ticks will you wait for an answer? 0: no limit.";
export const noLimits = "Nothing you ask here has a limit of its own.";

/** Sets the limit of new asks, 0 for none; says what holds now. */
export function setLimit(session: Session, n: number): string {
  session.aside({ kind: "standing limit", ticks: n === 0 ? null : n });
  return n === 0 ? "No limit." : `New asks are let go after ${n} ticks.`;
}

export const orderQuestion = "While you wait, without being asked again:";
export const noHabits = "No habit can be left running here, yet.";

/** An order as one sentence, short enough for a row of the board's side. */
export function orderText({ when, n, deed, reserve }: Order): string {
  const keeps = reserve > 0 ? `, keeps ${reserve}` : "";
  if (when === "doubling") return `${deed} after ${n}, ${2 * n}, ${4 * n}${keeps}`;
  return `${deed} ${when === "every" ? `every ${n}` : `while under ${n} are out`}${keeps}`;
}

/** Gives an order, or takes all of them back; says what holds now. */
export function giveOrder(session: Session, order: Order | null): string {
  const text = formatOrders(order === null ? [] : withOrder(session, order));
  session.aside({ kind: "order", text });
  const now = session.orders().map(orderText).join("; ");
  return now === "" ? "No standing order." : `Order: ${now}.`;
}

/** The running orders with a new one: it replaces its like, and the oldest where no more may run. */
function withOrder(session: Session, order: Order): readonly Order[] {
  const others = session.orders().filter(({ deed }) => deed !== order.deed);
  return [...others, order].slice(-session.level.story.running);
}

/** What the level itself lets run, and the habits that were earned, as far as the level has such moves. */
export function orderOptions(session: Session, habits: readonly string[]): readonly OrderOption[] {
  const { kinds, verbs } = session.laws();
  const exists = (deed: string): boolean =>
    kinds.some((kind) => kind === deed) || verbs.some((verb) => verb === deed);
  const may = new Set([...session.level.story.orders, ...habits]);
  return [...may].filter(exists).flatMap((deed) => optionsOf[deed] ?? []);
}
