/** Which standing orders can be given here, and what each asks for. */
import type { Order, Session } from "../session/index.ts";

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

/** The running orders with a new one: it replaces its like, and the oldest where no more may run. */
export function withOrder(session: Session, order: Order): readonly Order[] {
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
