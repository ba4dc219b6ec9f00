/** Endings in words: what can be agreed, and how far that has come. */
import type { Observation } from "../../session/index.ts";
import { type Cast, titleOf } from "../cast.ts";
import { type Row, row } from "../row.ts";
import { heading } from "../screens/frame.ts";
import { type Known, line, numberIn, type Part } from "./part.ts";

const states = {
  unsaid: "not said",
  said: "no answer",
  agreed: "said yes",
  no: "said no",
} as const;

const wishes = ["to go on", "to go on, slower", "to part"] as const;

const wordsIn = ({ forces }: Observation) => {
  const { endings } = forces;
  if (endings === undefined || !endings.time) return [];
  return endings.words.map(({ about, state }) => ({
    about,
    fact: state === "agreed" && endings.sure ? "both know" : states[state],
  }));
};

const isEnding = ({ level }: Cast, about: string): boolean =>
  level.evenings.some(({ forces: { endings } }) =>
    endings?.words.some((word) => word.about === about),
  );

function brief({ cast, open }: Known, columns: number): readonly Row[] {
  const words = wordsIn(open);
  const wanted = open.forces.endings?.wanted ?? null;
  if (words.length === 0) return [];
  return [
    ...words.map(({ about, fact }) => line(titleOf(cast, about), fact, "plain", columns)),
    ...(wanted === null ? [] : [row(`they want: ${titleOf(cast, wanted)}`, "them")]),
  ];
}

export const endings: Part<"endings"> = {
  lane({ kind }) {
    if (kind === "time to talk") return ["plain words", "strong"];
    return kind === "agreed" ? ["agreed", "sure"] : null;
  },
  terms: { value: "the ending" },
  says: {
    "time to talk": () => "It is time to talk about how this goes on.",
    "they want": (_event, { voice: { name } }) => `${name} has said how this should go on.`,
    agreed: (_event, { voice: { name } }) => `${name} says yes. Do they know that you know?`,
  },
  words({ what, about }, cast) {
    if (what !== "confirm" || !isEnding(cast, about)) return null;
    return `Then that is agreed: ${titleOf(cast, about)}.`;
  },
  reply({ key, values: [said] }, cast, mood, about) {
    if (key === null || !isEnding(cast, about)) return null;
    return said === 1 ? (cast.level.story.topics[about]?.answer ?? mood) : mood;
  },
  notes: (here, { voice: { name } }) =>
    here.flatMap((s) =>
      s.kind === "ending"
        ? [`${name} wanted ${wishes[["stay", "slower", "part"].indexOf(s.wants)]}`]
        : [],
    ),
  fact(fact, { voice: { name } }) {
    const wanted = `${name} wanted ${wishes[numberIn(fact, "wants")]}.`;
    if (numberIn(fact, "agreed") === 0)
      return [
        wanted,
        numberIn(fact, "yes") === 1
          ? `${name} said yes to it; the yes never reached you.`
          : "Nothing was agreed.",
      ];
    if (numberIn(fact, "sure") === 0) return [wanted, "Only you could be sure that it was agreed."];
    return [
      wanted,
      numberIn(fact, "known") === 1
        ? "You both knew what you had agreed."
        : "They knew that you knew; their answer had not reached you when it ended.",
    ];
  },
  panel(known, columns) {
    const rows = brief(known, columns);
    return rows.length === 0 ? [] : [heading("HOW IT GOES ON"), ...rows];
  },
  brief,
  sentences({ cast, open }) {
    const words = wordsIn(open);
    if (words.length === 0) return [];
    const wanted = open.forces.endings?.wanted ?? null;
    return [
      `How it goes on: ${words.map(({ about, fact }) => `${titleOf(cast, about)} ${fact}`).join("; ")}.`,
      ...(wanted === null ? [] : [`they want: ${titleOf(cast, wanted)}.`]),
    ];
  },
};
