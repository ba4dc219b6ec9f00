/** Incidents in words and on the board: a card for each wrong. Level 7's instrument. */
import type { Fact, Observation, Secret } from "../../session/index.ts";
import { type Cast, plural, titleOf } from "../cast.ts";
import { type Row, row } from "../row.ts";
import { heading } from "../screens/frame.ts";
import { at, barOf, type Known, line, numberIn, type Part } from "./part.ts";

type Wrong = NonNullable<Observation["forces"]["incidents"]>["wrongs"][number];

/** What they say of themselves, by the value that says it: consent is plain, so there are no moods in it. */
const theirWords: readonly (readonly string[])[] = [
  [],
  ["Not now, please.", "I cannot hear it yet. Not now.", "Not now. I will say when."],
  ["I can listen now.", "All right. I can hear it now.", "Now is better. I can listen."],
];
const notNow = 1;

const mine = ({ keys }: Wrong, { sent }: Observation) =>
  sent.filter(({ key }) => keys.includes(key));

const ways = (brief: readonly boolean[]): string => {
  if (brief.every((few) => !few)) return "in full";
  return brief.every((few) => few) ? "few words" : "both ways";
};

/** The round trip of what was said last, as far as it has come, and what they said of listening. */
function waiting(
  wrong: Wrong,
  open: Observation,
): { readonly text: string; readonly done: number } {
  const last = Math.max(...mine(wrong, open).map((sent) => sent.last));
  const out = open.tick - last;
  const full = out > open.usual;
  return {
    text: full ? `over the usual ${open.usual}` : `${out} of the usual ${open.usual}`,
    done: out / (open.usual + 1),
  };
}

function saidOf({ said, heard }: Wrong): string | null {
  if (said === null || heard !== null) return null;
  return said.word === notNow
    ? `not now, said at t${said.tick}`
    : `can listen, said at t${said.tick}`;
}

function headOf(wrong: Wrong, open: Observation): string {
  if (wrong.heard !== null) return `heard t${wrong.heard}`;
  return mine(wrong, open).length === 0 ? "not said yet" : "heard?";
}

/** What was said of a wrong, how often, and under how many keys. */
function tallyOf(wrong: Wrong, open: Observation): string | null {
  const all = mine(wrong, open);
  if (all.length === 0) return null;
  const sends = all.reduce((sum, { attempts }) => sum + attempts, 0);
  const named = all.length === 1 ? all[0]?.key : `${all.length} sorries`;
  return `${named} ${ways(all.map(({ brief }) => brief))}, ${sends}x`;
}

function cardOf(
  wrong: Wrong,
  { cast, open }: Known,
  columns: number,
  bar: (share: number) => string,
) {
  const head = headOf(wrong, open);
  const ink = wrong.heard !== null ? "sure" : "you";
  const rows: Row[] = [line(titleOf(cast, wrong.about), head, ink, columns)];
  const tally = tallyOf(wrong, open);
  if (tally !== null) rows.push(row(` ${tally}`, "dim"));
  const said = saidOf(wrong);
  if (tally !== null && wrong.heard === null) {
    const { text, done } = waiting(wrong, open);
    rows.push(row(` ${bar(done)} ${text}`, done >= 1 ? "timer" : "you"));
  }
  if (said !== null) rows.push(row(` ${said}`, "them"));
  return rows;
}

/** A row for each wrong, and one for how far an apology is that was not heard yet. */
function brief({ cast, open }: Known, columns: number): readonly Row[] {
  return wrongsIn(open).flatMap((wrong) => {
    const fact = `sorry ${headOf(wrong, open).replace(" yet", "")}`;
    const ink = wrong.heard !== null ? "sure" : "you";
    const out = mine(wrong, open).length > 0 && wrong.heard === null;
    const far = saidOf(wrong) ?? (out ? `sent, ${waiting(wrong, open).text}` : null);
    return [
      line(titleOf(cast, wrong.about), fact, ink, columns),
      ...(far === null ? [] : [row(` ${far}`, "them")]),
    ];
  });
}

const wrongsIn = ({ forces }: Observation): readonly Wrong[] => forces.incidents?.wrongs ?? [];

function sentences(known: Known): readonly string[] {
  const { cast, open } = known;
  return wrongsIn(open).map((wrong) => {
    const tally = tallyOf(wrong, open);
    const out = tally !== null && wrong.heard === null ? waiting(wrong, open).text : null;
    const facts = [tally, out, saidOf(wrong)].filter((fact) => fact !== null);
    return `${[`${titleOf(cast, wrong.about)} ${headOf(wrong, open)}`, ...facts].join("; ")}.`;
  });
}

const notes: { readonly [K in Secret["kind"]]?: string } = {
  "sorry landed": "the apology lands",
  "sorry repeated": "the same again: nothing changes, it is one more to answer",
  "sorry reopened": "a new apology: it is open again",
  "sorry too soon": "too soon: it cannot be heard, and it stings",
  flooded: "cannot hear an apology for a while",
};

function repair(fact: Fact, par: Fact | null): readonly string[] {
  const n = (name: string): number => numberIn(fact, name);
  const than = par ? ` (par ${numberIn(par, "fresh")})` : "";
  const landed = fact.ticks.length > 0 ? `Landed${at(fact.ticks)}.` : "None landed.";
  const after = n("after");
  const yours =
    after > 0
      ? `${plural(after, "send")} after it had landed: those were for you.`
      : "Nothing left once it had landed.";
  const { again, reopened, soon } = fact.numbers;
  return [
    `${plural(n("wrongs"), "wrong")}, apologies said anew: ${n("fresh")}${than}. ${landed}`,
    yours,
    ...(n("afterwards") > 0 ? [`${n("afterwards")} of them after you had heard so.`] : []),
    ...(again
      ? [`The same one was read again ${plural(again, "time")}, and healed nothing more.`]
      : []),
    ...(reopened ? [`${plural(reopened, "time")} a new one opened it again.`] : []),
    ...(soon ? [`Said too soon to be heard: ${plural(soon, "time")}.`] : []),
  ];
}

const wrongText = (about: string, cast: Cast): string =>
  cast.level.story.topics[about]?.badly ?? `Something went wrong: ${titleOf(cast, about)}.`;

export const incidents: Part<"incidents"> = {
  lane: ({ kind }) => (kind === "wronged" ? ["wrong", "timer"] : null),
  marks: {
    "sorry landed": ["sorry landed", "timer"],
    "sorry too soon": ["sorry too soon", "timer"],
  },
  terms: { peace: "peace", hurt: "hurt that lasted", annoyance: "said too often" },
  says: { wronged: ({ about }, cast) => wrongText(about, cast) },
  scene: (event, cast) => (event.kind === "wronged" ? wrongText(event.about, cast) : null),
  adds(event, cast) {
    if (event.kind !== "wronged") return null;
    return `To be sorry for: ${titleOf(cast, event.about)} (${event.about}).`;
  },
  words: (sent, cast) =>
    sent.what === "apology" && sent.brief ? `Sorry about ${titleOf(cast, sent.about)}.` : null,
  option(intent, { cast, open }) {
    if (intent.kind !== "repeat") return null;
    const wrong = wrongsIn(open).find(({ keys }) => keys.includes(intent.key));
    if (wrong === undefined || wrong.heard === null) return null;
    return `${intent.key}, ${titleOf(cast, wrong.about)}: heard at t${wrong.heard}, once more would only wear`;
  },
  reply({ what, tone, key, values, variant }, cast, mood, about) {
    const laws = cast.level.evenings[0]?.forces.incidents;
    if (laws === undefined) return null;
    if (tone === "sore") return mood;
    if (what !== "word" || key !== null || !laws.wrongs.some((wrong) => wrong.about === about))
      return null;
    const lines = theirWords[values[0] ?? 0] ?? [];
    return lines[variant % Math.max(1, lines.length)] ?? null;
  },
  notes: (here) => here.flatMap(({ kind }) => notes[kind] ?? []),
  fact(fact, _cast, par) {
    const n = (name: string): number => numberIn(fact, name);
    if (fact.code === "incidents.sorry") return repair(fact, par);
    if (fact.code === "incidents.open") {
      const than = par ? ` (par ${numberIn(par, "longest")})` : "";
      if (n("landed") < n("wrongs")) return [`${n("landed")} of ${n("wrongs")} apologies landed.`];
      return [
        `The slowest apology took ${plural(n("longest"), "tick")} from the wrong to land${than}.`,
      ];
    }
    const hasty = `${plural(n("hasty"), "repeat")} went out before any answer could have come${at(fact.ticks)}.`;
    const kept = "Every apology was given the time to be answered.";
    return [
      `You know of ${n("heard")} of ${plural(n("wrongs"), "wrong")} that they were heard.`,
      n("hasty") > 0 ? hasty : kept,
    ];
  },
  panel(known, columns, look) {
    const bar = (share: number): string => barOf(share, 6, look);
    const cards = wrongsIn(known.open).flatMap((wrong) => cardOf(wrong, known, columns, bar));
    return [heading("SORRY"), ...cards];
  },
  brief,
  sentences,
};
