/** What a level file may say, one tier at a time, after its base and its own part have been merged. */
import * as v from "valibot";
import { kinds, type Tone, tones, type Verb, verbs } from "../engine/index.ts";
import {
  amount,
  listOf,
  map,
  named,
  oneOf,
  pair,
  parameters,
  prose,
  rising,
  type Schema,
  whole,
  word,
} from "./expect.ts";
import { forcesSchema, gaugeNames, measureNames } from "./forces.ts";

const optional = v.exactOptional;
const ticks = (about: string, least: number, example: number): Schema<number> =>
  whole(about, least, 10_000, example);

const channel = (about: string) =>
  map(about, {
    loss: whole("of a thousand messages, how many vanish", 0, 1000, 300),
    delay: pair(
      "ticks under way, from the least to the most",
      whole("ticks under way", 1, 1000, 1),
      "whole numbers of ticks, 1 or more",
      [1, 3],
    ),
    garble: optional(whole("of a thousand messages, how many change their meaning", 0, 1000, 0)),
    copies: optional(whole("of a thousand messages, how many arrive twice", 0, 1000, 0)),
  });

const cost = amount("what it takes", 0, 1000, 1);
const costNames = [...kinds, ...verbs.filter((verb) => verb !== "send"), "brief"];

const energy = map("what the player has to give, where a level counts it", {
  start: amount("energy at the start", 0, 1000, 6),
  cap: amount("the most there can be", 1, 1000, 9),
  gain: amount("what comes back each tick", 0, 1000, 0.5),
  costs: costs("what an intent takes, by kind of message, by verb, or brief"),
});

function costs(about: string): Schema<{ [name: string]: number }>;
function costs(about: string): Schema<object> {
  return map(about, Object.fromEntries(costNames.map((name) => [name, optional(cost)])));
}

const away = map("a time when the partner is away, both ticks included", {
  from: ticks("the first tick", 0, 1),
  to: ticks("the last tick", 0, 3),
});

/** What the rules read. An evening may change these, and nothing else. */
export const laws = {
  verbs: listOf(
    "what the player may do; leaving is always allowed",
    oneOf<Verb>("a verb", verbs),
    [1, 16],
    ["wait", "wait for news", "send", "repeat"],
  ),
  kinds: listOf("what can be sent", oneOf("a kind of message", kinds), [1, 16], ["ask"]),
  length: ticks("ticks until the evening is over at the latest", 1, 40),
  usual: ticks("the round trip the player has been told to expect, in ticks", 1, 2),
  out: channel("the way from the player to the partner"),
  in: channel("the way back"),
  partner: map("the node at the other end", {
    pace: amount("messages read per tick", 0.05, 99, 1),
    inbox: whole("messages that can lie unread; one more is dropped", 1, 999, 9),
    memory: optional(ticks("ticks for which a key is remembered; left out: for ever", 1, 9)),
    away: listOf("times when the partner is away", away, [0, 64], []),
  }),
  energy: optional(energy),
  forces: forcesSchema(),
};
/** What every tier has in common. */
export const tierKeeps: readonly string[] = ["format", "id", "order", "voice"];
export const lawNames: readonly string[] = Object.keys(laws);

const line = (about: string) => prose(about, 14, "Only saw it now.");
const linesFor = (tone: Tone, least: number) =>
  listOf(`lines in the tone ${tone}`, line("one line"), [least, 64], ["Only saw it now."]);

const topic = map("one thing to talk about", {
  title: prose("what it is called on the board", 6, "Friday"),
  say: prose("what you write", 14, "Soup on Friday?"),
  answer: line("what the partner's reply to it says"),
  misheard: optional(line("what the reply says where it was misread")),
  well: optional(prose("the scene when it goes well", 20, "Same train, same platform.")),
  badly: optional(prose("the scene when it does not", 20, "Two platforms, one train.")),
  other: optional(
    prose("another such scene, for odd ticks, where it can happen often", 20, "No train."),
  ),
});

const goal = map("a bound on a public count", {
  of: oneOf("the count, as force.gauge", gaugeNames),
  atLeast: optional(whole("the least that meets it", 0, 10_000, 1)),
  atMost: optional(whole("the most that meets it", 0, 10_000, 0)),
  text: prose("the goal in words", 20, "Wren has answered"),
});

const bot = map("a bot of the proof", {
  name: prose("what it is called in the report", 8, "every four ticks"),
  role: oneOf("what it shows", ["pattern", "fails", "also good"]),
  policy: word("a named policy", "retry"),
  with: parameters("the policy's parameters", { gap: "constant", base: 4 }),
});

const truth = (about: string) => prose(about, 60, "Wren was cooking.");

/** What a standing order may repeat: nothing that begins, promises, decides or looks in. */
const orderable = ["ping", "chat", "share", "room", "repeat"] as const;

const story = {
  title: prose("the title", 6, "The second text"),
  pattern: prose("the engineering pattern it teaches", 8, "retries with backoff"),
  order: whole("its place on the map", 0, 99, 50),
  week: prose("when it happens, in the story", 6, "reaching"),
  tone: prose("how it feels", 8, "light"),
  contains: prose("what a person may want to know before playing", 20, "waiting"),
  minutes: whole("minutes it takes", 1, 30, 5),
  tick: prose("what one tick is called", 5, "hour"),
  brief: prose("what one knows at the start", 60, "You made soup, too much of it."),
  hidden: prose("what the fog hides, to follow: you cannot see", 25, "whether a message arrived"),
  bet: optional(
    map("what would you do? Asked before, shown after", {
      ask: prose("the question", 40, "No answer for an hour. You would"),
      choices: listOf(
        "the choices",
        prose("one choice", 20, "wait"),
        [2, 6],
        ["wait", "send it again"],
      ),
      pattern: optional(whole("which choice is the pattern's, counted from 1", 1, 6, 1)),
    }),
  ),
  orders: optional(
    listOf("what a standing order may do here", oneOf("a kind or verb", orderable), [0, 8], []),
  ),
  running: optional(whole("how many orders may run side by side", 1, 2, 1)),
  habits: optional(
    listOf("what it earns, for orders anywhere", oneOf("a kind or verb", orderable), [0, 8], []),
  ),
  topics: named("what there is to talk about, by id", topic, 64, "friday"),
  goals: listOf("what to reach; shown during play", goal, [0, 8], []),
  hints: optional(
    listOf(
      "a question; a pointer to something on the screen; a next action",
      prose("a hint", 25, "Are the gaps growing?"),
      [3, 3],
      ["What?", "Look there.", "Do this."],
    ),
  ),
  debrief: map("what was true, and what it means", {
    truth: truth("what happened over there"),
    systems: truth("the pattern, in your systems"),
    relationships: truth("the pattern, between people"),
    reading: listOf("where to read more", prose("one work", 30, "Brooker"), [0, 8], []),
  }),
};

const score = {
  outcome: optional(weights("what a game is worth: weights by force.measure")),
  stars: optional(rising("outcomes that earn one, two and three stars", [25, 50, 70])),
  proof: optional(
    map("what a test of this level must show", {
      seeds: whole("how many games", 1, 1_000_000, 1000),
      twoStars: amount("share of games in which the pattern reaches two stars", 0, 1, 0.75),
      margin: amount("by how much more often than each failing bot", 0, 1, 0.2),
      bots: listOf("who plays", bot, [1, 64], []),
    }),
  ),
};

function weights(about: string): Schema<{ [measure: string]: number }>;
function weights(about: string): Schema<object> {
  const weight = amount("its weight", -1000, 1000, 1);
  return map(about, Object.fromEntries(measureNames.map((name) => [name, optional(weight)])));
}

type Lines<Least extends 0 | 1> = { [tone in Tone]?: string[] } & (Least extends 1
  ? { plain: string[] }
  : object);

/** Lines by tone; `least` 0 makes plain optional too, which stands in for every tone that is left out. */
function linesOf<Least extends 0 | 1>(
  about: string,
  least: Least,
  each: number,
): Schema<Lines<Least>>;
function linesOf(about: string, least: 0 | 1, each: number): Schema<object> {
  const entries = tones.map((tone) => {
    const lines = linesFor(tone, each);
    return [tone, least === 1 && tone === "plain" ? lines : optional(lines)] as const;
  });
  return map(about, Object.fromEntries(entries));
}

const format = v.pipe(
  v.unknown(),
  v.literal(1, "the format this program reads\t1"),
  v.description("the format of this file"),
  v.examples([1]),
);
const head = { format, id: word("the level's id", "backoff") };

const voiceId = word("the id of the voice that the partner writes in", "wren");
/** A voice of the level's own, written where its id would stand. */
export const ownVoice = map("a voice of the level's own", {
  name: prose("the partner's name", 4, "Robin"),
  lines: linesOf("what the partner says, by tone", 1, 1),
});

const body = {
  ...story,
  ...laws,
  ...score,
  lines: optional(linesOf("lines of this level, instead of the voice's", 0, 1)),
};

/** One tier, whole. `voice` is a name here; a map is taken out and read as `ownVoice` before. */
export const level = map("a level", { ...head, voice: voiceId, ...body });
export type LevelFile = v.InferOutput<typeof level>;

/** One evening, whole. */
export const evening = map("an evening", laws);

/** A file of levels/voices. Six lines a tone, so that one is not heard twice in an evening. */
export const voice = map("a voice", {
  format,
  id: word("the voice's id", "wren"),
  name: prose("the partner's name", 4, "Wren"),
  lines: linesOf("what the partner says, by tone", 1, 6),
});
