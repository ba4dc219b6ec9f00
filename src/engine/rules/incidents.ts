/** Incidents: wrongs to say sorry for, each once. A key says whether it is the same apology or a new one. */
import type { Answer, Fact, Force, Turn } from "../force.ts";
import { amount, even, list, perMille, span, ticks, topic } from "../law.ts";
import { chance } from "../luck.ts";
import type { Key, Message, Tick, Tone } from "../message.ts";
import { milli } from "../number.ts";
import { factsOf, peace } from "./incidents-score.ts";

const fields = {
  wrongs: list("what goes wrong, in order", {
    about: topic("the topic's id"),
    at: span("the tick at which it happens; drawn evenly"),
  }),
  hurt: amount("hurt that a wrong does at first"),
  most: amount("hurt that one wrong never grows beyond"),
  festers: amount("factor of the hurt per tick until an apology lands", 1),
  full: perMille("share of the hurt that a full apology takes away as it lands"),
  brief: perMille("the same for one in a few words"),
  heals: perMille("share of the hurt that goes each tick after a full apology"),
  healsBrief: perMille("the same after one in a few words"),
  reopens: amount("hurt that a new apology adds where one has landed before"),
  annoys: amount("annoyance at the first repeat that arrives; n times that at the nth"),
  worn: amount("annoyance from which the partner is tired of hearing it"),
  flood: span("ticks after a wrong in which they cannot hear an apology; drawn evenly for each"),
  stings: amount("hurt that an apology adds while they cannot hear it"),
  ache: amount("what hurt costs, each tick"),
  load: amount("what annoyance costs"),
  linger: ticks("ticks the evening lasts after the last wrong is heard"),
} as const;

/** What the partner says of themselves, by its first value: consent, so it is plain. */
export const words = { notNow: 1, listening: 2 } as const;

type Wrong = {
  readonly about: string;
  readonly from: Tick;
  /** The first tick at which an apology can be heard. */
  readonly hears: Tick;
  hurt: number;
  /** How much of the hurt stays each tick. */
  stays: number;
  /** The keys under which an apology has landed. */
  readonly landed: Key[];
  /** Repeats that arrived. */
  repeats: number;
};

export type Incidents = {
  fields: typeof fields;
  open: {
    wrongs: {
      about: string;
      from: Tick;
      keys: Key[];
      heard: Tick | null;
      /** What they said of themselves about it, last, and when. */
      said: { word: number; tick: Tick } | null;
    }[];
    /** Apologies, new or again, sent after the wrong was heard. */
    afterwards: number;
  };
  sealed: {
    readonly due: readonly { readonly about: string; readonly at: Tick; readonly flood: Tick }[];
    wrongs: Wrong[];
    ache: number;
    annoyance: number;
  };
  intent: never;
  event: { kind: "wronged"; tick: Tick; about: string };
  secret:
    | { kind: "sorry landed" | "sorry repeated" | "sorry reopened"; tick: Tick; about: string }
    | { kind: "sorry too soon"; tick: Tick; about: string }
    | { kind: "flooded"; tick: Tick; about: string; until: Tick }
    | { kind: "amends"; tick: Tick; ache: number; annoyance: number };
};

const wrongOf = ({ wrongs }: Incidents["sealed"], about: string): Wrong | undefined =>
  wrongs.find((wrong) => wrong.about === about);

const pass = (law: Turn<Incidents>["law"], wrong: Wrong): void => {
  wrong.hurt = Math.min(law.most, milli(wrong.hurt * wrong.stays));
};

function begin({ law, sealed, tick, emit, hide, say }: Turn<Incidents>): void {
  for (const { about, at, flood } of sealed.due) {
    if (at !== tick) continue;
    const hears = tick + flood;
    const fresh = { hurt: law.hurt, stays: law.festers, landed: [], repeats: 0 };
    sealed.wrongs.push({ about, from: tick, hears, ...fresh });
    emit({ kind: "wronged", tick, about });
    if (flood === 0) continue;
    hide({ kind: "flooded", tick, about, until: hears });
    say({ what: "word", about, tone: "plain", values: [words.notNow] });
  }
}

/** They say when it is over, and once more if nothing has landed by then: words get lost on their side too. */
function calm({ sealed, tick, say }: Turn<Incidents>): void {
  for (const { about, from, hears, landed } of sealed.wrongs) {
    if (hears === from || landed.length > 0) continue;
    if (tick === hears || tick === hears + reminder)
      say({ what: "word", about, tone: "plain", values: [words.listening] });
  }
}

const reminder: Tick = 4;

/** The first apology for a wrong is the one that counts, whichever of its attempts this is. */
function land({ law, tick, hide }: Turn<Incidents>, wrong: Wrong, message: Message): Answer {
  const { about } = wrong;
  const taken = (message.brief ? law.brief : law.full) / 1000;
  const heals = (message.brief ? law.healsBrief : law.heals) / 1000;
  wrong.landed.push(message.key);
  wrong.hurt = milli(wrong.hurt * (1 - taken));
  wrong.stays = 1 - heals;
  hide({ kind: "sorry landed", tick, about });
  return { tone: "landed" };
}

/** The same apology again does nothing, and wears them out a little more each time. */
function repeat(turn: Turn<Incidents>, wrong: Wrong, { put }: Message): Answer {
  const { law, open, sealed, tick, hide } = turn;
  const { about } = wrong;
  const heard = open.wrongs.find((one) => one.about === about)?.heard ?? null;
  // Worse where you knew when you sent it.
  const knowing = heard !== null && put.tick >= heard ? 1.5 : 1;
  wrong.repeats += 1;
  const more = law.annoys * wrong.repeats * knowing;
  sealed.annoyance = milli(sealed.annoyance + more);
  hide({ kind: "sorry repeated", tick, about });
  return { tone: toneOf(turn, wrong.repeats) };
}

/** That a key is known is always said; how tired they are of it only shows now and then. */
function toneOf({ law, sealed, tick, luck, hide }: Turn<Incidents>, repeats: number): Tone {
  const worn = sealed.annoyance >= law.worn;
  const thin = chance(luck("sign", tick, repeats), worn ? 600 : 200);
  const tone = thin ? "thin" : "again";
  hide({ kind: "sign", tick, tone, of: worn ? "worn" : "patient" });
  return tone;
}

/** A new apology for what has been heard takes it all out again. */
function reopen(
  { law, sealed, tick, hide }: Turn<Incidents>,
  wrong: Wrong,
  { key, brief }: Message,
) {
  const { about } = wrong;
  if (!wrong.landed.includes(key)) wrong.landed.push(key);
  wrong.hurt = Math.min(law.most, milli(wrong.hurt + law.reopens));
  if (!brief) wrong.stays = Math.min(wrong.stays, 1 - law.heals / 1000);
  sealed.annoyance = milli(sealed.annoyance + 2 * law.annoys);
  hide({ kind: "sorry reopened", tick, about });
  return { tone: "sore" } as const;
}

export const incidents: Force<Incidents> = {
  id: 7,
  fields,
  verbs: [],
  events: { wronged: { loud: 2, fields: { about: "word" } } },
  blank: () => ({ wrongs: [], afterwards: 0 }),
  deal: (law, draw, own) => ({
    due: law.wrongs.map(({ about, at }, i) => ({
      about,
      at: Math.round(even(at, own(i))),
      flood: Math.round(even(law.flood, draw(i))),
    })),
    wrongs: [],
    ache: 0,
    annoyance: 0,
  }),
  record(open, event) {
    if (event.kind === "wronged") {
      const { about, tick: from } = event;
      open.wrongs.push({ about, from, keys: [], heard: null, said: null });
      return;
    }
    if (event.kind !== "sent" && event.kind !== "heard") return;
    const wrong = open.wrongs.find(({ about }) => about === event.about);
    if (wrong === undefined) return;
    if (event.kind === "sent") {
      if (event.what !== "apology") return;
      if (wrong.heard !== null) open.afterwards += 1;
      if (!wrong.keys.includes(event.key)) wrong.keys.push(event.key);
    } else if (event.key === null) {
      wrong.said = { word: event.values[0] ?? 0, tick: event.tick };
    } else if (wrong.keys.includes(event.key)) wrong.heard ??= event.tick;
  },
  sendable: ({ wrongs }) =>
    wrongs.map(({ about }) => ({ what: "apology", about, ack: true, options: ["brief"] })),
  closed: ({ wrongs }) => wrongs.flatMap(({ heard, keys }) => (heard === null ? [] : keys)),
  repeatable: ({ wrongs }) => wrongs.flatMap(({ heard, keys }) => (heard === null ? [] : keys)),
  outside(turn) {
    begin(turn);
    calm(turn);
  },
  arrive({ law, sealed, tick, hide, say }, { kind, about }) {
    const wrong = kind === "apology" ? wrongOf(sealed, about) : undefined;
    if (wrong === undefined || tick >= wrong.hears) return true;
    wrong.hurt = Math.min(law.most, milli(wrong.hurt + law.stings));
    hide({ kind: "sorry too soon", tick, about });
    say({ what: "word", about, tone: "plain", values: [words.notNow] });
    return "taken";
  },
  read(turn, message, again) {
    if (message.kind !== "apology") return null;
    const wrong = wrongOf(turn.sealed, message.about);
    if (wrong === undefined) return null;
    if (wrong.landed.length === 0) return land(turn, wrong, message);
    return again ? repeat(turn, wrong, message) : reopen(turn, wrong, message);
  },
  account({ law, sealed }) {
    for (const wrong of sealed.wrongs) {
      pass(law, wrong);
      sealed.ache = milli(sealed.ache + wrong.hurt);
    }
  },
  settled: ({ law, sealed, open, tick }) => {
    if (open.wrongs.length < sealed.due.length) return false;
    const heard = open.wrongs.every((wrong) => wrong.heard !== null);
    const last = Math.max(...open.wrongs.map((wrong) => wrong.heard ?? 0));
    return heard && tick >= last + law.linger;
  },
  /** What still hurts goes on hurting until the evening's length, whenever it ended. */
  close({ law, sealed, tick, length, hide }) {
    for (let at = tick; at < length; at++)
      for (const wrong of sealed.wrongs) {
        pass(law, wrong);
        sealed.ache = milli(sealed.ache + wrong.hurt);
      }
    const { ache, annoyance } = sealed;
    hide({ kind: "amends", tick, ache, annoyance });
  },
  gauges: {
    heard: ({ wrongs }) => wrongs.filter(({ heard }) => heard !== null).length,
    afterwards: ({ afterwards }) => afterwards,
  },
  measures: { peace },
  facts: (_law, log, ground): readonly Fact[] => factsOf(log, ground),
  track: {
    name: "hurt",
    at: ({ most }, { wrongs }) => Math.max(0, ...wrongs.map(({ hurt }) => hurt)) / most,
  },
};
