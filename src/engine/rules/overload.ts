/** Overload: every message that arrives while another lies unread adds strain, and strain shuts a person down. */
import type { Fact, Force } from "../force.ts";
import { amount, byFactor, even, keptPerTick, list, perMille, span, ticks } from "../law.ts";
import { chance } from "../luck.ts";
import type { Tick } from "../message.ts";
import { milli } from "../number.ts";

const fields = {
  gain: span("strain that one more message adds while another lies unread; drawn evenly"),
  fade: span("time constant of recovery in ticks; drawn by factors"),
  shutAt: amount("strain from which the partner answers nothing"),
  openAt: amount("strain below which the partner answers again"),
  deaf: ticks("1: what arrives while they are shut down is never read; 0: it waits unread"),
  hardDay: perMille("how often a day begins with the partner already shut down"),
  hardStrain: span("strain at the start of a hard day; drawn by factors"),
  crowd: list("ticks after dawn at which everyone else writes too, and yours is not noticed", {
    first: ticks("ticks after dawn", 1),
    every: ticks("again after so many ticks; 0 for never"),
    doubling: ticks("1: the gap doubles each time, 0: it stays"),
  }),
} as const;

type Overload = {
  fields: typeof fields;
  open: Record<never, never>;
  sealed: {
    gain: number;
    /** Factor of strain kept per tick. */
    kept: number;
    strain: number;
    shut: boolean;
    dawn: Tick;
  };
  intent: never;
  event: never;
  secret: { kind: "shut" | "opened" | "knock" | "crowded"; tick: Tick };
};

/** The strain that fills the debrief's bar; a person shuts down long before. */
const fullBar = 4;

/** Ticks until strain alone falls below `openAt`: the wait that nobody could have shortened. */
function recovery(strain: number, kept: number, openAt: number): Tick {
  let left = strain;
  let n = 0;
  for (; left >= openAt; n++) left = milli(left * kept);
  return n;
}

/** Whether everyone else writes at this many ticks after dawn. */
export function crowded(
  crowd: readonly { first: number; every: number; doubling: number }[],
  since: Tick,
): boolean {
  return crowd.some(({ first, every, doubling }) => {
    if (every === 0 || since < first) return since === first;
    if (doubling === 0) return (since - first) % every === 0;
    let at = first;
    for (let gap = every; at < since; gap += gap) at += gap;
    return at === since;
  });
}

export const overload: Force<Overload> = {
  id: 0,
  fields,
  verbs: [],
  events: {},
  blank: () => ({}),
  deal: (law, draw) => ({
    gain: even(law.gain, draw(0)),
    kept: keptPerTick(byFactor(law.fade, draw(1))),
    strain: 0,
    shut: false,
    dawn: 0,
  }),
  dawn({ law, sealed, tick, day, luck, hide }) {
    const hard = chance(luck("day", day - 1, 0), law.hardDay);
    sealed.dawn = tick;
    sealed.strain = hard ? byFactor(law.hardStrain, luck("day", day - 1, 1)) : 0;
    const shut = sealed.strain >= law.shutAt;
    if (shut !== sealed.shut) hide({ kind: shut ? "shut" : "opened", tick });
    sealed.shut = shut;
    if (!shut) return;
    const until = tick + recovery(sealed.strain, sealed.kept, law.openAt);
    hide({ kind: "unreachable", tick, until, why: "down" });
  },
  available({ law, sealed, tick, hide }) {
    const shut = sealed.strain >= (sealed.shut ? law.openAt : law.shutAt);
    if (shut !== sealed.shut) hide({ kind: shut ? "shut" : "opened", tick });
    sealed.shut = shut;
    return !shut;
  },
  tone({ law, sealed, luck, tick, hide }, slot) {
    const strained = sealed.strain >= law.openAt / 2;
    const tone = chance(luck("mood", tick, slot), strained ? 700 : 300) ? "thin" : "light";
    hide({ kind: "sign", tick, tone, of: strained ? "strained" : "at ease" });
    return tone;
  },
  account({ sealed }) {
    sealed.strain = milli(sealed.strain * sealed.kept);
  },
  arrive({ law, sealed, tick, unread, hide }) {
    if (crowded(law.crowd, tick - sealed.dawn)) {
      hide({ kind: "crowded", tick });
      return false;
    }
    const deaf = sealed.shut && law.deaf > 0;
    if (unread > 0 || deaf) sealed.strain = milli(sealed.strain + sealed.gain);
    if (sealed.shut) hide({ kind: "knock", tick });
    return !deaf;
  },
  facts: (_law, { events, secrets }): readonly Fact[] => {
    const at = (kind: string): Tick[] => secrets.filter((s) => s.kind === kind).map((s) => s.tick);
    const knocks = at("knock");
    const shuts = at("shut");
    const opens = at("opened");
    const natural = secrets.flatMap((s) =>
      s.kind === "unreachable" && s.why === "down" ? [s.until - s.tick] : [],
    );
    const sum = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0);
    const end = events.at(-1)?.tick ?? 0;
    const down = sum(shuts.map((tick, i) => (opens[i] ?? end) - tick));
    const numbers = {
      knocks: knocks.length,
      down,
      natural: sum(natural),
      crowded: at("crowded").length,
    };
    return [{ line: "timing", code: "overload", ticks: knocks, numbers }];
  },
  track: { name: "load", at: (_law, { strain }) => strain / fullBar },
};
