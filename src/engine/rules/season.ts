/** Season: a few weathers, each once, in an order drawn per seed: the line, the distance, and how much they can read. */
import type { Force, Turn } from "../force.ts";
import { amount, even, list, perMille, span, ticks, word } from "../law.ts";
import { chance, pick } from "../luck.ts";
import type { Tick, Tone } from "../message.ts";

const fields = {
  weathers: list("what the season is made of; each comes once, in an order drawn per seed", {
    name: word("what the debrief calls it"),
    out: perMille("messages lost on the way to the partner"),
    in: perMille("messages lost on the way back"),
    late: ticks("ticks longer until what you send is read, because their days are not yours"),
    pace: amount("what the partner can read per tick, in messages of weight 1"),
    thin: perMille("answers that sound short of room; the others sound at ease"),
  }),
  lasts: span("ticks that each lasts; drawn evenly; the last one lasts to the end"),
} as const;

type Season = {
  fields: typeof fields;
  open: Record<never, never>;
  sealed: {
    /** Indexes of the weathers that have not come yet. */
    ahead: number[];
    now: number;
    until: Tick;
  };
  intent: never;
  event: never;
  secret:
    | { kind: "weather"; tick: Tick; name: string }
    | { kind: "sign"; tick: Tick; tone: Tone; of: string };
};

function turnOver({ law, sealed, tick, luck, hide }: Turn<Season>): void {
  const n = sealed.ahead.length;
  const [next = 0] = sealed.ahead.splice(pick(luck("drift", n, 0), n), 1);
  sealed.now = next;
  sealed.until = tick + Math.max(1, Math.round(even(law.lasts, luck("drift", n, 1))));
  hide({ kind: "weather", tick, name: law.weathers[next]?.name ?? "" });
}

export const season: Force<Season> = {
  id: 11,
  fields,
  verbs: [],
  events: {},
  blank: () => ({}),
  deal: ({ weathers }) => ({ ahead: weathers.map((_, i) => i), now: 0, until: 0 }),
  outside(turn) {
    const { sealed, tick } = turn;
    if (tick >= sealed.until && sealed.ahead.length > 0) turnOver(turn);
  },
  loss: ({ law, sealed }, way) => law.weathers[sealed.now]?.[way] ?? null,
  late: ({ law, sealed }, way) => (way === "out" ? (law.weathers[sealed.now]?.late ?? 0) : 0),
  tone({ law, sealed, tick, luck, hide }, slot) {
    const { thin = 0, name = "" } = law.weathers[sealed.now] ?? {};
    const tone = chance(luck("mood", tick, slot), thin) ? "thin" : "light";
    hide({ kind: "sign", tick, tone, of: name });
    return tone;
  },
  pace: ({ law, sealed }) => law.weathers[sealed.now]?.pace ?? null,
};
