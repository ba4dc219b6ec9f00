/** Inflow in words and on the board: what they shared that you have not taken in yet. */
import type { Event } from "../../session/index.ts";
import { type Cast, plural, titleOf } from "../cast.ts";
import { type Row, row, textOf } from "../row.ts";
import { heading } from "../screens/frame.ts";
import { type Known, line, numberIn, type Part } from "./part.ts";

const holdsOf = ({ cast }: Known): number => cast.level.evenings[0]?.forces.inflow?.holds ?? 1;

function panel(known: Known): readonly Row[] {
  const { inflow } = known.open.forces;
  if (inflow === undefined) return [];
  const holds = holdsOf(known);
  const { load, missed, told } = inflow;
  return [
    heading("IN YOUR HEAD"),
    row(`not taken in  ${load} of ${holds}`, load > holds / 2 ? "timer" : "you"),
    ...(told === null ? [] : [row(`you said it is a lot  t${told}`, "dim")]),
    ...(missed > 0 ? [row(`went past you  ${missed}`, "timer")] : []),
  ];
}

/** The load in one row. */
function brief(known: Known, columns: number): readonly Row[] {
  const { inflow } = known.open.forces;
  if (inflow === undefined) return [];
  const { load, missed } = inflow;
  const past = missed > 0 ? `, ${missed} past` : "";
  const holds = holdsOf(known);
  const ink = load > holds / 2 ? "timer" : "you";
  return [line("IN YOUR HEAD", `${load} of ${holds}${past}`, "strong", columns, ink)];
}

function sentences(known: Known): readonly string[] {
  const text = panel(known)
    .slice(1)
    .map((one) => textOf(one).trim().replace(/ +/g, " "));
  return text.length === 0 ? [] : [`In your head: ${text.join("; ")}.`];
}

type Heard = Extract<Event, { readonly kind: "heard" }>;

/** What they share has words of its own: no line of a tone belongs to it. */
const reply = ({ key, what, about }: Heard, { level }: Cast): string | null =>
  key === null && what === "share" ? (level.story.topics[about]?.say ?? about) : null;

export const inflow: Part<"inflow"> = {
  lane: ({ kind }) => (kind === "went past" ? ["went past", "timer"] : null),
  terms: { heard: "what you heard", past: "what went past you" },
  says: {
    "taken in": () => null,
    "went past": ({ about }, cast, alone) =>
      alone ? `You say mhm to ${titleOf(cast, about)}. It went past you.` : "Past you.",
  },
  reply,
  notes: (here, { voice: { name } }) =>
    here.some(({ kind }) => kind === "held back") ? [`${name} keeps something back`] : [],
  fact(fact, { voice: { name } }, par) {
    const than = par ? ` (par ${numberIn(par, "missed")})` : "";
    const told = numberIn(fact, "told");
    const heard = `${plural(numberIn(fact, "heard"), "thing")} of ${name}'s`;
    return [
      `${heard} reached you, ${numberIn(fact, "missed")} went past you${than}. You said ${plural(told, "time")} that it was a lot.`,
    ];
  },
  panel,
  brief,
  sentences,
};
