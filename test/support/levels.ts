/** Small levels for whatever sits above the engine. */
import type { Laws, Level } from "../../src/session/index.ts";

const asks = ["key", "pot", "sunday"].map((about) => ({ about, worth: 8, opens: 0, lasts: 165 }));

/** An evening of level 1: three open questions, a day that begins badly, a third of all messages lost. */
export const hardEvening: Laws = {
  length: 168,
  usual: 2,
  verbs: ["wait", "wait for news", "send", "repeat", "let go"],
  kinds: ["ask"],
  out: { loss: 300, delay: [1, 1] },
  in: { loss: 100, delay: [1, 1] },
  partner: { pace: 2, inbox: 99, away: [] },
  forces: {
    overload: {
      gain: [0.3, 1.2],
      fade: [3, 40],
      shutAt: 1,
      openAt: 0.4,
      deaf: 0,
      hardDay: 1000,
      hardStrain: [1.2, 4.5],
      crowd: [],
    },
    waits: { asks, daily: 0, pause: 1, linger: 0, soft: 5, lapse: 0.5, effort: 0.15 },
  },
};

const topic = { title: "a question", say: "Well?", answer: "Yes." };

/** One hard evening, scored, with a pattern's bot. */
export const threeAsks: Level = {
  id: "three.1",
  tier: 1,
  evenings: [hardEvening],
  scoring: { outcome: { "waits.value": 1 }, stars: [30, 50, 70] },
  story: {
    title: "Three questions",
    pattern: "retries with backoff",
    order: 1,
    week: "one",
    tone: "light",
    contains: "waiting",
    minutes: 3,
    voice: "wren",
    tick: "hour",
    brief: "Ask three things.\nThen wait.",
    hidden: "how they are",
    bet: { ask: "You would", choices: ["ask again", "wait"] },
    topics: { key: topic, pot: topic, sunday: topic },
    orders: [],
    running: 1,
    habits: [],
    lines: {},
    goals: [
      { of: "waits.answered", atLeast: 1, text: "one answer" },
      { of: "waits.lapsed", atMost: 0, text: "nothing is left hanging" },
      { of: "waits.answered", atLeast: 4, text: "four answers to three questions" },
    ],
    hints: [],
    debrief: { truth: "", systems: "", relationships: "", reading: [] },
  },
  proof: null,
};

/** The same over two evenings. */
export const twoEvenings: Level = {
  ...threeAsks,
  id: "three.2",
  tier: 2,
  evenings: [hardEvening, hardEvening],
};
