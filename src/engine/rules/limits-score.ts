/** What an evening with limits was worth, told from events and the law that was hidden. */
import type { Ground, Items } from "../force.ts";
import type { Key, Tick } from "../message.ts";

export type Told = {
  readonly key: Key;
  readonly since: Tick;
  /** When its chair came free; null while it is taken. */
  closed: Tick | null;
  answered: boolean;
  late: boolean;
  calledOff: boolean;
  changes: number;
  /** Whether the partner ever meant to answer, as it turned out. */
  never: boolean;
};

type Line = {
  readonly kind: string;
  readonly tick: Tick;
  readonly key?: Key | null;
  readonly what?: string;
  readonly attempt?: number;
  readonly due?: Tick | null;
};

type Logs = { readonly events: readonly Line[]; readonly secrets: readonly Line[] };

/** What became of each ask. */
export function story({ events, secrets }: Logs): readonly Told[] {
  const asks = new Map<Key, Told>();
  for (const event of events) {
    const { kind, tick, key } = event;
    if (!key) continue;
    if (kind === "sent" && event.what === "ask" && event.attempt === 1)
      asks.set(key, begin(key, tick));
    const ask = asks.get(key);
    if (ask === undefined) continue;
    if (kind === "limited") ask.changes += 1;
    if (kind === "came late") ask.late = true;
    if (kind === "called off") ask.calledOff = true;
    if (kind === "heard" && ask.closed === null) ask.answered = true;
    if (kind === "heard" || kind === "ran out" || kind === "called off") ask.closed ??= tick;
  }
  for (const { kind, key, due } of secrets) {
    const ask = kind === "fate" && key ? asks.get(key) : undefined;
    if (ask !== undefined) ask.never = due === null;
  }
  return [...asks.values()];
}

const begin = (key: Key, since: Tick): Told => ({
  key,
  since,
  closed: null,
  answered: false,
  late: false,
  calledOff: false,
  changes: 0,
  never: false,
});

type Law = {
  readonly chairs: number;
  readonly changeAt: Tick;
  readonly worth: number;
  readonly effort: number;
  readonly late: number;
};
type Rates = { readonly kind: "best rate"; readonly before: number; readonly after: number };

const isRates = (secret: Line): secret is Line & Rates => secret.kind === "best rate";

/** 100: every chair earned what the best limit earns in the long run. What is still open at the end costs nothing. */
export function value(law: Law, log: Logs, { length }: Ground): Items {
  const rates = log.secrets.find(isRates);
  if (rates === undefined) return { answered: 0 };
  const sums = { answered: 0, asked: 0, late: 0 };
  for (const { answered, closed, late } of story(log)) {
    if (closed === null) continue;
    sums.asked -= law.effort;
    if (answered) sums.answered += law.worth;
    if (late) sums.late -= law.late;
  }
  const first = law.changeAt > 0 ? law.changeAt : length;
  const par = law.chairs * (first * rates.before + (length - first) * rates.after);
  const of100 = (sum: number): number => (par <= 0 ? 0 : (100 * sum) / par);
  return { answered: of100(sums.answered), asked: of100(sums.asked), late: of100(sums.late) };
}
