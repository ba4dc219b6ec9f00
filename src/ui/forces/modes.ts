/** Modes in words and on the board: what your energy lasts for, and what they last knew. Level 6's instrument. */
import { type Observation, ticksLeft } from "../../session/index.ts";
import { capital, plural, titleOf } from "../cast.ts";
import { blank, type Ink, type Row, row } from "../row.ts";
import { heading } from "../screens/frame.ts";
import { at, type Known, line, numberIn, type Part } from "./part.ts";

type Mine = NonNullable<Observation["forces"]["modes"]>;
type Mode = Mine["mode"];

/** What someone in a mode looks like from the other side. */
const looks: { readonly [M in Mode]: string } = {
  full: "fine",
  reduced: "a bit less",
  core: "on toast",
  off: "away",
};

/** More ticks than any evening has left. */
const always = 99;

/** "full 3t, reduced 7t, core ok": how long the energy lasts in each mode, at the last tick's rate. */
function lasting({ energy, gain, takes }: Mine, between = ", "): string {
  if (gain === null) return "full ?, reduced ?, core ?";
  const one = (mode: "full" | "reduced" | "core"): string => {
    const left = ticksLeft(energy, takes[mode], gain);
    return `${mode} ${left === null || left > always ? "ok" : `${left}t`}`;
  };
  return [one("full"), one("reduced"), one("core")].join(between);
}

/** What they last knew of you, as far as you can tell. */
function lastKnew({ known, mode, notices }: Mine): readonly string[] {
  const knew = known === null ? "you: fine" : `you: ${looks[known.mode]}, heard t${known.tick}`;
  const last = notices.at(-1);
  if (mode === "full") return [knew];
  if (last === undefined) return [knew, "not told of this low time"];
  if (last.heard && last.mode !== mode) return [knew, `not told: ${mode} now`];
  return [
    knew,
    last.heard ? `${last.key} answered` : `${last.key} sent t${last.sent}, no answer yet`,
  ];
}

const stateOf = ({ dark, mode }: Mine): string =>
  dark > 0 ? `dark until t${dark}` : `running ${mode}`;
/** What comes in, and what the mode takes, a tick. */
const rateOf = ({ gain, mode, takes }: Mine): string =>
  gain === null ? "" : `+${gain.toFixed(1)} -${takes[mode]}/t`;

const moodsOf = ({ moods }: Mine): string => moods.map(({ tone }) => tone).join(", ");

const offerOf = ({ cost, worth, until }: NonNullable<Mine["offer"]>): string =>
  `takes ${cost}, worth ${worth}, to t${until}`;

function panel({ cast, open }: Known, columns: number): readonly Row[] {
  const mine = open.forces.modes;
  if (mine === undefined) return [];
  const ink: Ink = mine.warned || mine.dark > 0 ? "timer" : "you";
  const [knew = "", ...more] = lastKnew(mine);
  const offered = mine.offer;
  return [
    heading("ENERGY, AND WHAT IT LASTS"),
    line(stateOf(mine), mine.dark > 0 ? "" : rateOf(mine), ink, columns),
    row(mine.dark > 0 ? "nothing runs" : lasting(mine, columns < 40 ? " " : ", "), ink),
    blank,
    heading("WHAT THEY KNOW, FOR CERTAIN"),
    row(knew, "them"),
    ...more.map((text) => row(text, "dim")),
    ...(mine.moods.length === 0 || !isReadable(cast) ? [] : [row(`sounded ${moodsOf(mine)}`)]),
    blank,
    heading("ON OFFER"),
    ...(offered === null
      ? [row("nothing", "dim")]
      : [row(titleOf(cast, offered.about), "strong"), row(offerOf(offered))]),
  ];
}

/** Their mood is worth a line only where they can be asked for something. */
const isReadable = ({ level }: Known["cast"]): boolean =>
  level.evenings.some(({ kinds }) => kinds.includes("ask"));

function sentences({ cast, open }: Known): readonly string[] {
  const mine = open.forces.modes;
  if (mine === undefined) return [];
  const offered = mine.offer;
  return [
    mine.dark > 0
      ? `${capital(stateOf(mine))}: nothing runs.`
      : `${capital(`${stateOf(mine)} ${rateOf(mine)}`.trim())}: ${lasting(mine)}.`,
    `What they know for certain: ${lastKnew(mine).join("; ")}.`,
    ...(mine.moods.length === 0 || !isReadable(cast) ? [] : [`They sounded ${moodsOf(mine)}.`]),
    offered === null
      ? "Nothing is on offer."
      : `On offer: ${titleOf(cast, offered.about)}, ${offerOf(offered)}.`,
  ];
}

/** Beside what a number was, what it was for the pattern's bot. */
const par = (fact: Parameters<typeof numberIn>[0] | null, name: string): string =>
  fact === null ? "" : ` (par ${numberIn(fact, name)})`;

export const modes: Part<"modes"> = {
  reading: ({ voice: { name } }) => [
    `full 3t: your energy lasts 3 ticks so, at the rate of the last tick. A bad night often comes before a bad stretch; now and then it means nothing. ${name} sees by themselves that you are back at full.`,
  ],
  lane(event) {
    if (event.kind === "changed") return [`now ${event.to}`, "you"];
    if (event.kind === "carried") return ["carried", "you"];
    if (event.kind === "last call") return ["last call", "timer"];
    return event.kind === "crashed" ? ["crash", "timer"] : null;
  },
  terms: {
    lived: "lived",
    toast: "without toast",
    changes: "changes of mode",
    carried: "carried",
    favours: "favours",
    unsaid: "what they did not know",
    burden: "asked when they were low",
  },
  says: {
    woke: ({ tick }) => (tick === 0 ? null : "Back, on the core."),
    changed: ({ to }) => `Now ${to}. Each change takes a little of the outcome.`,
    // In a bad stretch that is what there is to say of a tick.
    lived: ({ gain }, { level }, alone) => {
      const good = level.evenings[0]?.forces.modes?.good ?? 0;
      return alone && gain < good / 2 ? `Only ${gain.toFixed(1)} came in.` : null;
    },
    missed: ({ running }) => (running === 1 ? "No toast." : `No toast (${running}).`),
    crashed: ({ until }) => `Lights out until t${until}.`,
    "running low": () => "Nearly out.",
    "running out": () => "One more tick like this, and the lights go out.",
    "slept badly": () => "You slept badly.",
    offered: ({ about }, cast) => `Offered: ${titleOf(cast, about)}.`,
    carried: ({ about }, cast) => `You carry ${titleOf(cast, about)}.`,
    "last call": () => null,
    passed: () => null,
  },
  adds(event) {
    if (event.kind === "offered") return `It ${offerOf(event)}.`;
    return event.kind === "crashed" ? "In the dark you can only wait." : null;
  },
  option(intent, { cast, open }) {
    const mine = open.forces.modes;
    if (mine === undefined) return null;
    if (intent.kind === "mode")
      return `${intent.to}, ${mine.takes[intent.to]} a tick${intent.to === mine.mode ? ", as now" : ""}`;
    if (intent.kind !== "take" || mine.offer === null) return null;
    return `${titleOf(cast, mine.offer.about)}, takes ${mine.offer.cost}`;
  },
  reply({ tone, values: [ticks = 0] }, _cast, mood) {
    // A no stands alone: the topic's answer is a yes.
    if (tone === "not tonight") return mood;
    return tone === "puzzled" ? `(after ${plural(ticks, "tick")} of this) ${mood}` : null;
  },
  notes: (here, { voice: { name } }) =>
    here.flatMap((s) => {
      if (s.kind === "thinks") return [`${name} learns: ${looks[s.mode]}`];
      if (s.kind === "stands")
        return s.running === 1
          ? [`still thinks "you: ${looks[s.takes]}"`]
          : [`"you: ${looks[s.takes]}", ${s.running}t on`];
      if (s.kind === "draft") return ['unsent: "did I do something?"'];
      return s.kind === "burdened" ? [`${name} had nothing to give`] : [];
    }),
  fact(fact, { voice: { name } }, than) {
    if (fact.code === "modes.asked") {
      const asks = plural(numberIn(fact, "asks"), "favour");
      return [`${asks} asked, ${numberIn(fact, "burdened")} when ${name} had nothing left.`];
    }
    if (fact.code === "modes.told") {
      const notices = plural(numberIn(fact, "notices"), "notice");
      const unseen = `${numberIn(fact, "wondered")} of ${plural(numberIn(fact, "low"), "low tick")}`;
      return [
        `${notices}, ${numberIn(fact, "acks")} answered.`,
        `${unseen} with ${name} taking you for more than you were${par(than, "wondered")}.`,
      ];
    }
    const changes = `${plural(numberIn(fact, "changes"), "change")} of mode${par(than, "changes")}`;
    const missed = plural(numberIn(fact, "missed"), "tick");
    return [
      `${changes}${at(fact.ticks)}.`,
      `${numberIn(fact, "carried")} of ${numberIn(fact, "offered")} offers carried; ${missed} without the core.`,
    ];
  },
  panel,
  sentences,
  timely({ cast, open }) {
    const { offer = null, energy = 0, mode = "off", takes } = open.forces.modes ?? {};
    if (offer === null || takes === undefined || mode === "off") return [];
    const text = `Last call: ${titleOf(cast, offer.about)}.`;
    return energy < offer.cost + takes[mode] ? [] : [{ tick: offer.until - 1, text }];
  },
};
