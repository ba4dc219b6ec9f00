/**
 * A standing order: one visible sentence, when / do / until. It acts only while you wait, and only repeats what
 * was begun: it never starts an ask, a plan, a promise or an apology, looks in, or changes a mode.
 */
import {
  costOf,
  type Intent,
  type Laws,
  legal,
  type Open,
  type Tick,
  waitingKeys,
} from "../engine/index.ts";

export const orderTimes = ["every", "doubling", "window"] as const;
export const orderDeeds = ["ping", "chat", "share", "room", "repeat"] as const;
type Deed = (typeof orderDeeds)[number];

export type Order = {
  /** Every n ticks; after n, 2n, 4n of silence; or whenever fewer than n are unanswered. */
  readonly when: (typeof orderTimes)[number];
  readonly n: number;
  readonly deed: Deed;
  /** It rests while doing it would leave less energy than this. */
  readonly reserve: number;
};

/** As it stands on the board and in the journal. */
export function formatOrder({ when, n, deed, reserve }: Order): string {
  const until = reserve > 0 ? ` until energy under ${reserve}` : "";
  return `${when} ${n} ${deed}${until}`;
}

const isOf = <T extends string>(list: readonly T[], text: string | undefined): text is T =>
  list.some((one) => one === text);

/** The order that a sentence says, or null. */
export function parseOrder(text: string): Order | null {
  const match = /^(\w+) ([1-9]\d?) (\w+)(?: until energy under (\d{1,2}))?$/.exec(text.trim());
  const [, when, n, deed, reserve = "0"] = match ?? [];
  if (!isOf(orderTimes, when) || !isOf(orderDeeds, deed)) return null;
  return { when, n: Number(n), deed, reserve: Number(reserve) };
}

/** Orders running side by side, as one text. */
export const formatOrders = (orders: readonly Order[]): string | null =>
  orders.length === 0 ? null : orders.map(formatOrder).join("; ");

/** The orders of such a text; null where it is none. */
export function parseOrders(text: string): readonly Order[] | null {
  const orders = text.split(";").map(parseOrder);
  const all = orders.filter((order) => order !== null);
  return all.length === orders.length && all.length <= 2 ? all : null;
}

/** What an order would do next, and at which tick; null while there is nothing for it to do. */
export type Due = { readonly tick: Tick; readonly intent: Intent };

/** Ticks to leave after an attempt before the next. */
function gapAfter({ when, n }: Order, attempts: number): Tick {
  if (when !== "doubling") return n;
  let gap = n;
  for (let done = 1; done < attempts && gap < 64; done++) gap *= 2;
  return gap;
}

/** When an order acts next and what it does then, from what is known alone. */
export function dueOf(order: Order, laws: Laws, open: Open): Due | null {
  const moves = legal(laws, open);
  if (order.deed === "repeat") {
    const waiting = waitingKeys(open);
    const due = moves.flatMap((move): readonly Due[] => {
      const sent = move.kind === "repeat" ? open.sent.find(({ key }) => key === move.key) : null;
      // What was answered is never said again by a machine.
      if (move.kind !== "repeat" || !sent || !waiting.includes(sent.key)) return [];
      return [{ tick: sent.last + gapAfter(order, sent.attempts), intent: move }];
    });
    return due.toSorted((a, b) => a.tick - b.tick)[0] ?? null;
  }
  const move = moves.find((one) => one.kind === "send" && one.what === order.deed);
  if (move?.kind !== "send") return null;
  const intent: Intent = { kind: "send", what: move.what, about: move.about };
  const mine = open.sent.filter(({ what }) => what === order.deed);
  if (order.when === "window") {
    const out = mine.filter(({ answered, ack }) => ack && answered === null).length;
    return out < order.n ? { tick: open.tick, intent } : null;
  }
  const last = mine.at(-1)?.last;
  return { tick: last === undefined ? open.tick : last + order.n, intent };
}

/** The first of the orders to act, that may; where one would take too much it rests. */
export function nextOf(orders: readonly Order[], laws: Laws, open: Open): Due | null {
  const due = orders.flatMap((order) => {
    const one = dueOf(order, laws, open);
    return one === null || spends(order, laws, open, one) ? [] : [one];
  });
  return due.toSorted((a, b) => a.tick - b.tick)[0] ?? null;
}

/** Whether doing it would take more than the order may. */
export const spends = ({ reserve }: Order, laws: Laws, open: Open, { intent }: Due): boolean =>
  open.energy !== null && open.energy - costOf(laws, open, intent) < reserve;
