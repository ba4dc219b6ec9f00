/** Endings: how it goes on is agreed by both or not at all. Staying, less, and parting are worth the same. */
import type { Fact, Force, Turn } from "../force.ts";
import { amount, list, perMille, ticks, topic } from "../law.ts";
import { unit } from "../luck.ts";
import type { Message, Tick } from "../message.ts";

/** What can be agreed, each by its tone: what they say when it is what they can promise. */
export const hows = ["stay", "slower", "part"] as const;
export type How = (typeof hows)[number];
const isHow = (text: string): text is How => hows.some((how) => how === text);

const fields = {
  words: list("the ways it can go on, in the order of hows: stay, slower, part", {
    about: topic("the topic's id: stay, slower or part"),
    weight: amount("how often it is what they want, beside the others"),
  }),
  from: ticks("the tick from which it can be talked about"),
  again: ticks("ticks after which they say again what they want, while it is open", 1),
  known: perMille("worth, of 1000, of an agreement of which only you are sure"),
} as const;

type State = "unsaid" | "said" | "agreed" | "no";

type Endings = {
  fields: typeof fields;
  open: {
    /** Whether it is time to talk about it. */
    time: boolean;
    words: { about: string; state: State }[];
    /** What they have said they want, as far as you have heard. */
    wanted: How | null;
    /** Your confirm was answered: they know that you know. */
    sure: boolean;
  };
  sealed: { wants: How; agreed: How | null; sure: boolean };
  intent: never;
  event:
    | { kind: "time to talk"; tick: Tick }
    | { kind: "they want"; tick: Tick; about: string }
    | { kind: "agreed"; tick: Tick; about: string };
  secret: { kind: "ending"; tick: Tick; wants: How; agreed: boolean; sure: boolean };
};

const endingOf = { stay: "played out", slower: "slower", part: "parted" } as const;
const toneOf = { stay: "staying", slower: "slower", part: "parting" } as const;

/** What they say to a proposal: yes to what they want, and to anything else a plain no. */
function take({ sealed }: Turn<Endings>, about: How) {
  if (about !== sealed.wants) return { tone: "no", values: [0] } as const;
  sealed.agreed = about;
  return { tone: toneOf[about], values: [1] } as const;
}

function read(turn: Turn<Endings>, { kind, about, garbled }: Message) {
  if (!isHow(about)) return null;
  // Misread: no answer, so that an answer is never false.
  if (garbled) return "silence";
  if (kind === "plan") return take(turn, about);
  if (kind !== "confirm") return null;
  if (turn.sealed.agreed !== about) return "silence";
  turn.sealed.sure = true;
  return { tone: toneOf[about], values: [2] } as const;
}

export const endings: Force<Endings> = {
  id: 12,
  fields,
  verbs: [],
  events: {
    "time to talk": { loud: 2, fields: {} },
    "they want": { loud: 0, fields: { about: hows } },
    agreed: { loud: 2, fields: { about: hows } },
  },
  blank: ({ words }) => ({
    time: false,
    words: words.map(({ about }) => ({ about, state: "unsaid" })),
    wanted: null,
    sure: false,
  }),
  deal(law, draw) {
    const sum = law.words.reduce((all, { weight }) => all + weight, 0);
    let left = unit(draw(0)) * sum;
    const wants = law.words.find(({ weight }) => {
      left -= weight;
      return left < 0;
    });
    const about = wants?.about ?? "stay";
    return { wants: isHow(about) ? about : "stay", agreed: null, sure: false };
  },
  record(open, event) {
    if (event.kind === "time to talk") open.time = true;
    if (event.kind === "they want" && isHow(event.about)) open.wanted = event.about;
    const at = "about" in event ? open.words.find(({ about }) => about === event.about) : undefined;
    if (at === undefined) return;
    if (event.kind === "sent" && event.what === "plan" && at.state === "unsaid") at.state = "said";
    if (event.kind !== "heard" || event.key === null) return;
    if (event.values[0] === 0) at.state = "no";
    if (event.values[0] === 1) at.state = "agreed";
    if (event.values[0] === 2) open.sure = true;
  },
  sendable: ({ time, words, sure }) => {
    if (!time) return [];
    const agreed = words.find(({ state }) => state === "agreed");
    if (agreed !== undefined)
      return sure ? [] : [{ what: "confirm", about: agreed.about, ack: true }];
    return words.flatMap(({ about, state }) =>
      state === "unsaid" ? [{ what: "plan", about, ack: true } as const] : [],
    );
  },
  read,
  outside({ law, open, sealed, tick, emit, say }) {
    if (tick < law.from) return;
    if (!open.time) emit({ kind: "time to talk", tick });
    if (sealed.agreed !== null || (tick - law.from) % law.again !== 0) return;
    say({ what: "plan", about: sealed.wants, tone: toneOf[sealed.wants], values: [1] });
  },
  hear({ tick, emit, end }, { key, what, about, values: [said] }) {
    if (!isHow(about)) return;
    if (key === null && what === "plan") emit({ kind: "they want", tick, about });
    if (key !== null && said === 1) emit({ kind: "agreed", tick, about });
    if (key !== null && said === 2) end(endingOf[about]);
  },
  close({ sealed, tick, hide }) {
    const { wants, agreed, sure } = sealed;
    hide({ kind: "ending", tick, wants, agreed: agreed !== null, sure });
  },
  gauges: {
    agreed: ({ words }) => words.filter(({ state }) => state === "agreed").length,
    sure: ({ sure }) => (sure ? 1 : 0),
  },
  measures: {
    /** 100 where both know what was agreed; less where only you do, nothing where nothing was said. */
    value(law, { events, secrets }) {
      const told = secrets.find((s) => s.kind === "ending");
      if (told === undefined || !told.agreed) return 0;
      const heard = events.some((e) => e.kind === "agreed");
      if (told.sure && heard) return 100;
      return heard ? law.known / 10 : 0;
    },
  },
  facts: (_law, { events, secrets }): readonly Fact[] => {
    const at = events.filter((e) => e.kind === "agreed").map(({ tick }) => tick);
    const told = secrets.find((s) => s.kind === "ending");
    const numbers = {
      wants: hows.indexOf(told?.wants ?? "stay"),
      yes: told?.agreed ? 1 : 0,
      agreed: at.length,
      sure: told?.sure ? 1 : 0,
      known: events.some((e) => e.kind === "heard" && isHow(e.about) && e.values[0] === 2) ? 1 : 0,
    };
    return [{ line: "acknowledgement", code: "endings", ticks: at, numbers }];
  },
};
