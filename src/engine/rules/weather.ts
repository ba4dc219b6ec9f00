/** Weather: what the line is like this evening, drawn per seed, and changing from spell to spell. */
import type { Force, Turn } from "../force.ts";
import { even, list, perMille, span } from "../law.ts";
import { pick } from "../luck.ts";
import type { Tick } from "../message.ts";

const fields = {
  lines: list("what the line can be like; one is drawn a spell, never the same twice running", {
    out: perMille("messages lost on the way to the partner"),
    in: perMille("messages lost on the way back"),
  }),
  lasts: span("ticks that a spell lasts; drawn evenly for each"),
  cuts: list("stretches without any line at all", {
    from: span("its first tick; drawn evenly"),
    lasts: span("ticks it lasts; drawn evenly"),
  }),
} as const;

type Weather = {
  fields: typeof fields;
  open: Record<never, never>;
  sealed: {
    /** How many spells there have been, which line it is now, and until before which tick. */
    spells: number;
    line: number;
    until: Tick;
    cuts: readonly { readonly from: Tick; readonly to: Tick }[];
  };
  intent: never;
  event: never;
  secret:
    | { kind: "spell"; tick: Tick; out: number; in: number }
    | { kind: "cut" | "mended"; tick: Tick };
};

/** The next spell: another line than the last, as long as there are several. */
function change({ law, sealed, tick, luck, hide }: Turn<Weather>): void {
  const { lines, lasts } = law;
  const n = sealed.spells++;
  const others = n === 0 ? lines.length : lines.length - 1;
  const drawn = pick(luck("drift", n, 0), Math.max(1, others));
  sealed.line = n > 0 && others > 0 && drawn >= sealed.line ? drawn + 1 : drawn;
  sealed.until = tick + Math.max(1, Math.round(even(lasts, luck("drift", n, 1))));
  const line = lines[sealed.line];
  if (line !== undefined) hide({ kind: "spell", tick, ...line });
}

export const weather: Force<Weather> = {
  id: 10,
  fields,
  verbs: [],
  events: {},
  blank: () => ({}),
  deal: (law, draw) => ({
    spells: 0,
    line: 0,
    until: 0,
    cuts: law.cuts.map(({ from, lasts }, i) => {
      const start = Math.round(even(from, draw(2 * i)));
      return { from: start, to: start + Math.round(even(lasts, draw(2 * i + 1))) };
    }),
  }),
  outside(turn) {
    const { sealed, tick, hide } = turn;
    if (tick >= sealed.until && turn.law.lines.length > 0) change(turn);
    for (const { from, to } of sealed.cuts) {
      if (tick === from) hide({ kind: "cut", tick });
      if (tick === to) hide({ kind: "mended", tick });
    }
  },
  loss({ law, sealed, tick }, way) {
    if (sealed.cuts.some(({ from, to }) => from <= tick && tick < to)) return 1000;
    return law.lines[sealed.line]?.[way] ?? null;
  },
};
