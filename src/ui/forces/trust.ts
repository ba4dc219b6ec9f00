/** Trust in words and on the board: your own number and its age, the tones with their gaps, the energy ahead. */
import { type Event, energyAhead, type Topic } from "../../session/index.ts";
import { type Cast, plural, titleOf } from "../cast.ts";
import { blank, type Row, row } from "../row.ts";
import { heading } from "../screens/frame.ts";
import type { Look } from "../theme.ts";
import { at, barOf, type Known, line, type Mark, numberIn, type Part } from "./part.ts";

type Remembered = Extract<Event, { readonly kind: "promise kept" | "trust shaken" }>;

/** What both of you will remember, as a scene. */
function remembered(event: Remembered, cast: Cast): string {
  const topic: Topic | undefined = cast.level.story.topics[event.about];
  if (event.kind === "promise kept") return topic?.well ?? "";
  if (event.why !== "lie") return topic?.badly ?? "";
  return `Somebody met somebody: about ${titleOf(cast, event.about)}, your reason was made up.`;
}

/** What you will have on each of the next ten days, as far as you know. */
function coming({ cast, open }: Known) {
  const law = cast.level.evenings[0]?.energy;
  const { trust } = open.forces;
  if (trust === undefined || law === undefined || open.energy === null) return [];
  const means = { gain: law.gain, cap: law.cap, spends: 0 };
  return energyAhead(trust, open.energy, means, open.tick, 10);
}

const signed = (left: number): string => String(Math.floor(left * 10) / 10);

type Trust = NonNullable<Known["open"]["forces"]["trust"]>;

/** What could be promised, then what is. */
const wordRows = ({ offers, promises }: Trust, cast: Cast, columns: number, yours = "") => [
  ...offers.map(({ about, size, due }) =>
    line(`? ${titleOf(cast, about)}`, `${size}, t${due}`, "plain", columns),
  ),
  ...promises.map(({ about, size, due }) =>
    line(`${yours}${titleOf(cast, about)}`, `${size}, t${due}`, "you", columns),
  ),
];

function brief({ cast, open }: Known, columns: number, look: Look): readonly Row[] {
  const { trust } = open.forces;
  if (trust === undefined) return [];
  const age = plural(open.tick - trust.last, "day");
  return [
    row(`banked ${barOf(trust.banked, 8, look)} ${age} old`, "you"),
    ...wordRows(trust, cast, columns, "your word: "),
  ];
}

function panel(known: Known, columns: number, look: Look): readonly Row[] {
  const { cast, open } = known;
  const { trust } = open.forces;
  if (trust === undefined) return [];
  const age = plural(open.tick - trust.last, "day");
  const ahead = [
    ...wordRows(trust, cast, columns),
    ...coming(known)
      .filter(({ takes }) => takes > 0)
      .slice(0, 4)
      .map(({ tick, takes, left }) =>
        row(`t${tick} -${takes}, leaves ${signed(left)}`, left < 0 ? "timer" : "plain"),
      ),
  ];
  return [
    heading("WHAT YOU BANKED"),
    row(`${barOf(trust.banked, 10, look)} ${age} old`, "you"),
    row("your number, not theirs", "dim"),
    ...trust.tones.slice(-3).map(({ gap, tone }) => row(`after ${gap}: ${tone}`)),
    ...(ahead.length === 0 ? [] : [blank, heading("DAYS AHEAD"), ...ahead]),
  ];
}

function sentences(known: Known): readonly string[] {
  const { cast, open } = known;
  const { trust } = open.forces;
  if (trust === undefined) return [];
  const tones = trust.tones.slice(-3).map(({ gap, tone }) => `after ${gap}: ${tone}`);
  const days = coming(known)
    .filter(({ takes }) => takes > 0)
    .map(({ tick, takes, left }) => `t${tick} -${takes}, leaves ${signed(left)}`);
  const offers = trust.offers.map(
    ({ about, size, due }) => `${about}? ${titleOf(cast, about)} ${size}, t${due}`,
  );
  const given = trust.promises.map(
    ({ about, size, due }) => `${titleOf(cast, about)} ${size}, t${due}`,
  );
  const age = plural(open.tick - trust.last, "day");
  return [
    `What you banked, your number, not theirs: ${Math.round(trust.banked * 100)} of 100, ${age} old.`,
    ...(tones.length > 0 ? [`Tones: ${tones.join(", ")}.`] : []),
    ...(days.length > 0 ? [`Ahead: ${days.join("; ")}.`] : []),
    ...(given.length > 0 ? [`Promised: ${given.join("; ")}.`] : []),
    ...(offers.length > 0 ? [`Offered: ${offers.join("; ")}.`] : []),
  ];
}

/** How a check-in may find what you banked. */
const states: readonly string[] = ["early", "steady", "late"];

const lanes: { readonly [kind in Event["kind"]]?: Mark } = {
  promise: ["gave word", "you"],
  decline: ["said no", "you"],
  withdraw: ["unpromised", "you"],
  excuse: ["excuse", "you"],
  "last day": ["last day", "timer"],
  "promise kept": ["kept", "sure"],
};

export const trust: Part<"trust"> = {
  lane(event) {
    if (event.kind !== "trust shaken") return lanes[event.kind] ?? null;
    return [event.why === "broken" ? "broken" : "shaken", "timer"];
  },
  reading: () => ["after 4: early: a tone 4 days after your last sign; banked: your count."],
  terms: {
    fresh: "what stayed fresh",
    kept: "promises kept",
    broken: "promises broken",
    called: "called off",
    unsaid: "offers unanswered",
    soon: "too soon",
  },
  says: {
    "promise offered": ({ about, size, due, until }, cast) =>
      `You could promise ${titleOf(cast, about)}: ${size} energy, on t${due}. Answer by t${until - 1}.`,
    "last day": () => null,
    "promise unsaid": ({ about }, cast) => `You never answered, about ${titleOf(cast, about)}.`,
    promise: ({ about, size, due }, cast) =>
      `Promised: ${titleOf(cast, about)}, ${size} energy on t${due}.`,
    decline: () => "Not this week, you say. That is fine.",
    withdraw: ({ about }, cast) => `You call off ${titleOf(cast, about)}, and say why.`,
    excuse: ({ about }, cast) => `You call off ${titleOf(cast, about)}, with a reason.`,
    "promise due": ({ about, size }, cast) => `Tomorrow: ${titleOf(cast, about)}, ${size} energy.`,
    "promise kept": remembered,
    "trust shaken": remembered,
    drain: ({ at: day, by, tick }) =>
      day > tick
        ? `A hard day is coming: t${day} takes ${by} energy.`
        : `A hard day. It took ${by} energy.`,
  },
  scene: (event, cast) =>
    event.kind === "promise kept" || event.kind === "trust shaken" ? remembered(event, cast) : null,
  option(intent, { cast, open }) {
    const { trust: here } = open.forces;
    if (!("about" in intent) || intent.kind === "send" || here === undefined) return null;
    const offer = [...here.offers, ...here.promises].find((one) => one.about === intent.about);
    if (offer === undefined) return null;
    const name = titleOf(cast, intent.about);
    switch (intent.kind) {
      case "promise":
        return intent.small
          ? `${name}, half of it, ${Math.ceil(offer.size / 2)} energy on t${offer.due}`
          : `${name}, ${offer.size} energy on t${offer.due}`;
      case "decline":
        return `${name}: not this week`;
      case "withdraw":
        return `${name}: call it off, and say why`;
      case "excuse":
        return `${name}: call it off, with a made-up reason`;
      default:
        return null;
    }
  },
  words: ({ what, about }, { level }) =>
    what === "gesture" && level.story.topics[about] !== undefined
      ? "I came by, with far too much. No reason but you."
      : null,
  notes: (here) =>
    here.flatMap((s) => {
      if (s.kind === "stale") return ["your last word is no longer fresh"];
      const misled = s.kind === "sign" && states.includes(s.of) && s.tone !== s.of;
      return misled ? [`sounds ${s.tone}, and was ${s.of}`] : [];
    }),
  fact(fact, _cast, par) {
    const n = (name: string): number => numberIn(fact, name);
    if (fact.code === "trust.refreshed") {
      const than = par ? ` (par ${numberIn(par, "stale")})` : "";
      return [
        `On ${n("stale")} of ${n("ticks")} days what you had banked was no longer fresh${than}.`,
        `${plural(n("refreshed"), "check-in")} read: ${n("early")} too soon${at(fact.ticks)}, ${n("late")} too late.`,
      ];
    }
    return [
      `${n("made")} promised, ${n("kept")} kept, ${n("broken")} broken${at(fact.ticks)}, ${n("called")} called off.`,
      ...(n("lies") > 0 ? [`${plural(n("lies"), "reason")} found out.`] : []),
    ];
  },
  panel,
  brief,
  sentences,
  timely: ({ cast, open }) =>
    (open.forces.trust?.offers ?? []).map(({ about, until }) => ({
      tick: until - 1,
      text: `Last day to answer: ${titleOf(cast, about)}.`,
    })),
};
