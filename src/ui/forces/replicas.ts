/** Replicas in words and on the board: the cards side by side, and what will ask about them. Level 4's instrument. */
import type { Event, Observation } from "../../session/index.ts";
import { type Cast, capital, plural, titleOf } from "../cast.ts";
import { type Ink, type Row, row } from "../row.ts";
import { heading } from "../screens/frame.ts";
import type { Look } from "../theme.ts";
import { at, barOf, type Known, line, numberIn, type Part } from "./part.ts";

type Cards = NonNullable<Observation["forces"]["replicas"]>;
type Card = Cards["cards"][number];
type Occasion = Cards["occasions"][number];
type Version = Card["mine"];

const topicOf = ({ level }: Cast, about: string) => level.story.topics[about];

/** Whose change it was, and the how many-th: y3 is yours, n3 is Noor's. */
function versionText({ count, node }: Version, { voice }: Cast): string {
  const whose = ["v", "y", voice.name.charAt(0).toLowerCase()][node] ?? "v";
  return `${whose}${count}`;
}

/** Wide enough for words between the numbers. */
const isWide = (columns: number): boolean => columns >= 40;

type CardFact = { readonly fact: string; readonly bar: string; readonly ink: Ink };

/** What there is to say of a card: the bar stands apart, since no sentence needs it. */
function factOfCard(card: Card, { cast, open }: Known, wide: boolean, look: Look): CardFact {
  const { mine, theirs, heard, key, until } = card;
  const mineText = versionText(mine, cast);
  const theirText = versionText(theirs, cast);
  const left = until - open.tick;
  if (left >= 0) {
    const lease = cast.level.evenings[0]?.forces.replicas?.lease ?? left;
    const bar = `${barOf(left / lease, 8, look)}${wide ? " " : ""}`;
    return { fact: wide ? `to t${until}` : "", bar: `${mineText} ${bar}`, ink: "sure" };
  }
  const age = open.tick - heard;
  const fact = wide
    ? `you ${mineText}, ${cast.voice.name} ${theirText}, ${age}t ago${key === null ? "" : `; ${key} out`}`
    : `${mineText} ${theirText} ${age}t${key === null ? "" : ` ${key}?`}`;
  if (key !== null) return { fact, bar: "", ink: "you" };
  return { fact, bar: "", ink: mineText === theirText ? "plain" : "timer" };
}

const nameOf = ({ heavy, about }: Card, cast: Cast): string =>
  `${heavy ? "!" : " "} ${titleOf(cast, about)}`;

function cardRow(card: Card, known: Known, columns: number, look: Look): Row {
  const { fact, bar, ink } = factOfCard(card, known, isWide(columns), look);
  return line(nameOf(card, known.cast), `${bar}${fact}`, ink, columns, ink);
}

const aheadOf = ({ occasions }: Cards): readonly Occasion[] =>
  occasions.filter(({ state }) => state === "ahead").toSorted((a, b) => a.at - b.at);

function asks({ about, at: when }: Occasion, { cast, open }: Known): string {
  if (about === null) return `${cast.voice.name} has not said which`;
  const card = open.forces.replicas?.cards.find((one) => one.about === about);
  const settled = card !== undefined && card.until >= when;
  return `${titleOf(cast, about)}: ${settled ? "settled" : "unsettled"}`;
}

/** What will ask, and about what: in a narrow side only the nearest occasion has a name, and in a crowded one none. */
function occasionRows(mine: Cards, known: Known, columns: number): readonly Row[] {
  const { cast, open } = known;
  const ahead = aheadOf(mine);
  const named = ahead.length + cutTexts(known).length > 2 ? 0 : 1;
  return ahead.flatMap((occasion, i) => {
    const { topic, at: when } = occasion;
    const text = asks(occasion, known);
    const ink = text.endsWith(": settled") ? "sure" : "timer";
    const left = `${when - open.tick}t`;
    const title = titleOf(cast, topic);
    if (isWide(columns))
      return [line(title, `in ${left}`, "plain", columns), row(`  ${text}`, ink)];
    return [...(i < named ? [row(title)] : []), row(`  ${left}, ${text}`, ink)];
  });
}

function cutTexts({ open, cast }: Known): readonly string[] {
  return (open.forces.replicas?.cuts ?? []).flatMap(({ topic, from, to }) => {
    if (open.tick >= to) return [];
    const title = titleOf(cast, topic);
    return [open.tick < from ? `${title}: t${from} to t${to}` : `${title}: no line until t${to}`];
  });
}

function panel(known: Known, columns: number, look: Look): readonly Row[] {
  const mine = known.open.forces.replicas;
  if (mine === undefined) return [];
  return [
    heading(
      isWide(columns)
        ? `CARDS  ! heavy; y yours, ${versionText({ count: 0, node: 2 }, known.cast).charAt(0)} theirs`
        : "CARDS   you, they said, age",
    ),
    ...mine.cards.map((card) => cardRow(card, known, columns, look)),
    ...cutTexts(known).map((text) => row(text, "timer")),
    ...occasionRows(mine, known, columns),
  ];
}

function sentences(known: Known): readonly string[] {
  const { cast, open } = known;
  const mine = open.forces.replicas;
  if (mine === undefined) return [];
  const cards = mine.cards.map((card) => {
    const left = card.until >= open.tick;
    const whole = `${nameOf(card, cast).trim()} ${left ? "settled " : ""}`;
    const { mine: version, theirs, heard, key, until } = card;
    const my = versionText(version, cast);
    if (left) return `${whole.replace("settled ", "")}${my} to t${until}, settled.`;
    const age = open.tick - heard;
    const asked = key === null ? "" : `; ${key} out`;
    return `${whole}you ${my}, ${cast.voice.name} ${versionText(theirs, cast)}, ${age}t ago${asked}.`;
  });
  const occasions = aheadOf(mine).map(
    (occasion) =>
      `${titleOf(cast, occasion.topic)} in ${occasion.at - open.tick}t (${asks(occasion, known)}).`,
  );
  return [...cards, ...cutTexts(known).map((text) => `${text}.`), ...occasions];
}

/** What they have marked, as every answer of theirs ends with: pairs of a dinner and a card. */
function marked(
  { values }: Extract<Event, { readonly kind: "heard" }>,
  from: number,
  cast: Cast,
): string {
  const law = cast.level.evenings[0]?.forces.replicas;
  const said: string[] = [];
  for (let i = from; i + 1 < values.length; i += 2) {
    const dinner = law?.dinners[values[i] ?? -1]?.topic;
    const card = law?.cards[values[i + 1] ?? -1]?.about;
    if (dinner === undefined || card === undefined) continue;
    said.push(`${titleOf(cast, card)}, for ${titleOf(cast, dinner)}`);
  }
  return said.length === 0 ? "" : `This one matters to me: ${said.join("; ")}.`;
}

/** The scene in full, in the level's own words. What goes well in passing shows nothing. */
function scene(event: Event, cast: Cast): string | null {
  if (event.kind === "occasion") {
    const { topic, at: when, lasts } = event;
    const say = topicOf(cast, topic)?.say ?? "";
    return lasts > 0 ? `${say} From t${when} until t${when + lasts}.` : `${say} At t${when}.`;
  }
  if (event.kind === "defer") return topicOf(cast, event.topic)?.answer ?? null;
  if (event.kind !== "met") return null;
  const { well = null, badly = null, other = badly } = topicOf(cast, event.topic) ?? {};
  if (event.differ) return event.tick % 2 === 0 ? badly : other;
  return event.weight === "heavy" ? well : null;
}

const answered = (cast: Cast, about: string): string => topicOf(cast, about)?.answer ?? "";

export const replicas: Part<"replicas"> = {
  lane(event) {
    if (event.kind === "defer") return ["not yet", "you"];
    if (event.kind !== "met") return null;
    if (event.differ) return ["two answers", "timer"];
    return event.weight === "heavy" ? ["one answer", "sure"] : null;
  },
  reading: (cast) => [
    `y3 the third version, yours; ${versionText({ count: 2, node: 2 }, cast)} the second, ${cast.voice.name}'s; v0 the first of all; 4t said 4 ticks ago; a3? unanswered; a bar: settled for so long; ! heavy.`,
  ],
  terms: {
    whole: "to begin with",
    heavy: "two answers",
    light: "small mix-ups",
    deferred: "not known yet",
    ease: "energy kept",
  },
  says: {
    leaned: ({ about }, cast, alone) =>
      alone ? `You think differently now: ${titleOf(cast, about)}.` : null,
    occasion: ({ topic, at: when }, cast) => `At t${when}: ${titleOf(cast, topic)}.`,
    met({ topic, weight, differ }, cast, alone) {
      const came = `${capital(titleOf(cast, topic))} came up`;
      if (differ) return `${came}: two versions.`;
      return weight === "heavy" || alone ? `${came}: one version.` : null;
    },
    defer: ({ topic }, cast) => `Left open: ${titleOf(cast, topic)}.`,
  },
  adds: scene,
  scene,
  option(intent, { cast }) {
    if (intent.kind !== "defer") return null;
    return `${titleOf(cast, intent.about)}: "We do not know yet."`;
  },
  reply(heard, cast, said, about) {
    const law = cast.level.evenings[0]?.forces.replicas;
    if (law === undefined) return null;
    if (heard.what === "word") return marked(heard, 0, cast);
    if (heard.what !== "answer") return null;
    const light = law.cards.filter(({ heavy }) => heavy === 0).length;
    const marks = marked(heard, about === law.talk ? 2 * light : 3, cast);
    return [answered(cast, about), marks === "" ? said : marks].join(" ");
  },
  fact(fact, cast, par) {
    const n = (name: string): number => numberIn(fact, name);
    const than = (name: string): string => (par ? ` (par: ${numberIn(par, name)})` : "");
    switch (fact.code) {
      case "replicas.occasions": {
        const wrong = n("asked") - n("well");
        const open = n("deferred") > 0 ? `, ${n("deferred")} left open` : "";
        const next = "Settle what will be asked at once, and again until it is answered.";
        return [
          `${n("well")} of ${n("asked")} occasions got one answer${than("well")}${open}.`,
          ...(wrong > 0 ? [`Two answers${at(fact.ticks)}. ${next}`] : []),
        ];
      }
      case "replicas.settles":
        if (n("settles") === 0) return [`You settled no card${than("settles")}.`];
        return [
          `You set out to settle ${plural(n("settles"), "card")}${than("settles")}: ${n("answered")} answered, ${plural(n("again"), "repeat")}.`,
        ];
      case "replicas.passing": {
        const chats = `${plural(n("chats"), "chat")}${than("chats")}`;
        const came = `Small things came up ${n("reads")} times`;
        return [
          `${came}, ${n("slips")} of them mixed up${than("slips")}${at(fact.ticks)}; ${chats}.`,
        ];
      }
    }
    if (fact.code === "replicas.unasked")
      return Object.keys(fact.numbers).map(
        (about) => `Nobody asked about ${titleOf(cast, about)}, so that it drifted cost nothing.`,
      );
    const apart = Object.entries(fact.numbers).filter(([, ticks]) => ticks > 0);
    const list = apart.map(([about, ticks]) => `${titleOf(cast, about)} ${ticks}`);
    return [list.length === 0 ? "Never apart." : `Ticks apart: ${list.join(", ")}.`];
  },
  notes(here, cast) {
    const { name } = cast.voice;
    return here.flatMap((s): readonly string[] => {
      if (s.kind === "turned") return [`${name} thinks differently now: ${titleOf(cast, s.about)}`];
      if (s.kind === "bound")
        return [`${name} keeps to it until t${s.until}: ${titleOf(cast, s.about)}`];
      if (s.kind === "marked") return [`it matters to ${name}: ${titleOf(cast, s.about)}`];
      return [];
    });
  },
  held: ({ state, numbers: [count = 0, node = 0] }, cast) =>
    state === "version" ? versionText({ count, node }, cast) : null,
  panel,
  sentences,
  // In time for a second try: an answer takes a round trip, and the day itself is too late.
  timely: ({ cast, open }) =>
    (open.forces.replicas === undefined ? [] : aheadOf(open.forces.replicas)).flatMap((one) => {
      const card = open.forces.replicas?.cards.find(({ about }) => about === one.about);
      if (card === undefined || card.key !== null || card.until >= one.at) return [];
      const text = `Time to settle ${titleOf(cast, card.about)}.`;
      return [{ tick: one.at - 2 * open.usual - 1, text }];
    }),
  ahead: ({ cast, open }) =>
    (open.forces.replicas === undefined ? [] : aheadOf(open.forces.replicas)).map(
      ({ topic, at: tick }) => ({ tick, text: capital(titleOf(cast, topic)) }),
    ),
};
