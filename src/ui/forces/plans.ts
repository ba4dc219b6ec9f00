/** Plans in words and on the board: a ladder for each, and what may not be claimed yet. Level 8's instrument. */
import type { Observation, Tick } from "../../session/index.ts";
import { type Cast, capital, plural, titleOf } from "../cast.ts";
import { type Ink, type Row, row, run } from "../row.ts";
import { heading } from "../screens/frame.ts";
import { at, type Known, line, type Mark, numberIn, type Part } from "./part.ts";

type Plan = NonNullable<Observation["forces"]["plans"]>["plans"][number];
type Way = NonNullable<Plan["came"]>;

const plansOf = ({ forces }: Observation): readonly Plan[] => forces.plans?.plans ?? [];

/** What a level plans with, of whichever evening: its great plans have the same bound in all. */
const isGreat = ({ level }: Cast, about: string): boolean =>
  level.evenings.some(({ forces: { plans } }) =>
    plans?.plans.some((plan) => plan.about === about && plan.worth >= plans.high),
  );

const isPlanned = ({ level }: Cast, about: string): boolean =>
  level.evenings.some(({ forces }) => forces.plans?.plans.some((plan) => plan.about === about));

/** How a plan went, in few words. */
const short: { readonly [W in Way]: string } = {
  both: "both came",
  alone: "only you",
  apart: "apart",
  missed: "only they",
  neither: "nobody",
  declined: "a no",
};

/** How a plan went, as a scene: short enough for one line. */
function scene(about: string, way: Way, cast: Cast): string {
  const topic = cast.level.story.topics[about];
  const name = capital(titleOf(cast, about));
  if (way === "both") return topic?.well ?? `${name}: both there.`;
  if (way === "neither") return `${name}: nobody went.`;
  if (way === "declined") return `${name}: a no, lost on its way.`;
  // Its scene is told from where you stand.
  if (way === "missed") return `${name}: ${cast.voice.name} stood there alone.`;
  const badly = topic?.badly ?? "It came to nothing.";
  const where = way === "apart" ? "two places, one plan" : "you were there alone";
  return `${name}: ${where}. ${badly}`;
}

/** The rungs of a ladder in the same words on the board and in a sentence: what is proven, and what is not. */
const rungs = ({ plan, confirm, echo }: Plan): readonly (readonly [string, Ink])[] => [
  plan.sends > 0 ? [`told ${plan.sends}`, "you"] : ["not told", "dim"],
  echo === null
    ? ["no echo", "dim"]
    : echo.right
      ? ["echo right", "sure"]
      : ["echo wrong", "timer"],
  confirm.heard !== null
    ? ["sure", "sure"]
    : confirm.sends > 0
      ? [`sure? ${confirm.sends}`, "dim"]
      : ["not sure", "dim"],
];

const nameOf = ({ about, high }: Plan, cast: Cast): string =>
  `${high ? "great" : "small"}: ${titleOf(cast, about)}`;

const whenOf = ({ until, choice }: Plan, now: Tick): string =>
  choice === null ? `in ${until - now}t` : choice === "go" ? "go" : "no-go";

/** What is still to come, nearest moment first, and the latest of what is over. */
function sorted(open: Observation) {
  const all = plansOf(open).toSorted((a, b) => a.until - b.until);
  const over = all.flatMap(({ about, came }) => (came === null ? [] : [{ about, came }]));
  return { ahead: all.filter(({ came }) => came === null).slice(0, 4), over: over.slice(-2) };
}

function brief({ cast, open }: Known, columns: number): readonly Row[] {
  const { ahead, over } = sorted(open);
  return [
    ...ahead.flatMap((plan): readonly Row[] => {
      const soon = plan.high && plan.choice === null && plan.until - open.tick <= 3;
      const ladder = rungs(plan).flatMap(([text, ink], i) => [
        run(i === 0 ? " " : ", ", "dim"),
        run(text, ink),
      ]);
      const ink = soon ? "timer" : plan.high ? "strong" : "plain";
      const name = `${plan.high ? "great: " : ""}${titleOf(cast, plan.about)}`;
      return [line(name, whenOf(plan, open.tick), ink, columns), ladder];
    }),
    ...over.map(({ about, came }) =>
      line(titleOf(cast, about), short[came], came === "both" ? "sure" : "dim", columns),
    ),
  ];
}

/** What your messages have taken of the outcome so far, or a little less: a plan met with a no is taken out of it. */
function spent({ cast: { level }, open }: Known): number {
  const law = level.evenings[0]?.forces.plans;
  if (law === undefined) return 0;
  const whole = law.plans.reduce((sum, { worth }) => sum + worth, 0);
  const took = plansOf(open).reduce((sum, { plan, confirm: { sends: n } }) => {
    return sum + law.effort * (plan.sends + n) + (law.nag * n * (n - 1)) / 2;
  }, 0);
  return Math.round((100 * took * (level.scoring?.outcome["plans.value"] ?? 0)) / whole);
}

const spentText = (known: Known): string => `messages took ${spent(known)} of 100`;

function panel(known: Known, columns: number): readonly Row[] {
  const none = plansOf(known.open).length === 0;
  return [
    heading("PLANS: WHAT YOU MAY CLAIM"),
    ...brief(known, columns),
    ...(none ? [row("nothing planned yet", "dim")] : []),
    ...(spent(known) > 0 ? [row(spentText(known), "dim")] : []),
  ];
}

function sentences(known: Known): readonly string[] {
  const { cast, open } = known;
  const { ahead, over } = sorted(open);
  const done = over.map(({ about, came }) => `${titleOf(cast, about)} ${short[came]}`);
  return [
    ...ahead.map((plan) => {
      const ladder = rungs(plan).map(([text]) => text);
      return `${nameOf(plan, cast)} ${whenOf(plan, open.tick)}; ${ladder.join(", ")}.`;
    }),
    ...(done.length > 0 ? [`Over: ${done.join("; ")}.`] : []),
    ...(plansOf(open).length === 0 ? ["Nothing planned yet."] : []),
    ...(spent(known) > 0 ? [`Your ${spentText(known)} so far.`] : []),
  ];
}

/** What they made of a plan. */
const understood: { readonly [state: string]: string } = {
  wrong: "another plan",
  right: "yours",
  sure: "yours, for sure",
};

const tones: readonly string[] = ["unsure", "sure", "again"];

/** How a plan came out, beside your lane; what was never tried leaves no mark. */
const came: { readonly [W in Way]: Mark | null } = {
  both: ["met", "sure"],
  alone: ["you, alone", "timer"],
  apart: ["apart", "timer"],
  missed: ["they, alone", "timer"],
  neither: null,
  declined: null,
};

/** A confirm, with what speaks against it; null where it is about no plan. */
function confirmed(about: string, cast: Cast, open: Observation): string | null {
  const plan = plansOf(open).find((one) => one.about === about);
  if (plan === undefined) return null;
  const { echo } = plan;
  const against = echo === null ? ", never said back" : echo.right ? "" : ", said back wrong";
  return `${titleOf(cast, about)}${against}`;
}

export const plans: Part<"plans"> = {
  lane(event) {
    if (event.kind === "due") return ["decide now", "timer"];
    if (event.kind === "decided") return [event.choice, "you"];
    return event.kind === "came" ? came[event.way] : null;
  },
  marks: { misheard: ["misread", "timer"] },
  terms: { met: "both there", crossed: "one stood alone", messages: "messages" },
  says: {
    planned: ({ about, until }, cast) =>
      `${isGreat(cast, about) ? "It matters" : "A small thing"}: ${titleOf(cast, about)}, at t${until}.`,
    due: ({ about }, cast) => `Now or never: ${titleOf(cast, about)}. Go, or no-go?`,
    decided: ({ about, choice }, cast, alone) =>
      alone ? `${choice === "go" ? "You set out" : "You stay"}: ${titleOf(cast, about)}.` : null,
    came: ({ about, way }, cast) => scene(about, way, cast),
  },
  scene: (event, cast) => (event.kind === "came" ? scene(event.about, event.way, cast) : null),
  adds(event) {
    return event.kind === "planned" ? `To agree: ${event.about}, by tick ${event.until}.` : null;
  },
  words({ what, about }, cast) {
    return what === "confirm" && isPlanned(cast, about)
      ? `${titleOf(cast, about)}: heard you. See you there.`
      : null;
  },
  option(intent, { cast, open }) {
    if (intent.kind === "send" && intent.what === "confirm")
      return confirmed(intent.about, cast, open);
    if (intent.kind === "go") return `Go: ${titleOf(cast, intent.about)}`;
    return intent.kind === "no-go" ? `Do not go: ${titleOf(cast, intent.about)}` : null;
  },
  reply({ key, tone, values }, cast, mood, about) {
    if (key === null || !isPlanned(cast, about)) return null;
    if (!tones.includes(tone) || values.length === 0) return null;
    const { answer = "Yes.", misheard = "(Says back something else.)" } =
      cast.level.story.topics[about] ?? {};
    return `${values[0] === 1 ? answer : misheard} ${mood}`;
  },
  notes(here, cast) {
    const { name } = cast.voice;
    return here.flatMap((s) => {
      if (s.kind === "understood")
        return [s.right ? `${name} has it right` : `${name} takes it another way`];
      if (s.kind === "convinced") return [`${name} knows that you know`];
      if (s.kind === "misheard") return ["you hear what you meant"];
      if (s.kind !== "stood") return [];
      const knew = s.read ? (s.right ? "had it right" : "had it wrong") : "never heard of it";
      const sure = s.sure ? ", knew that you knew" : "";
      return [`${titleOf(cast, s.about)}: ${name} ${knew}${sure}, ${s.went ? "went" : "stayed"}`];
    });
  },
  fact(fact, { voice: { name } }, par) {
    const of = (key: string): number => numberIn(fact, key);
    if (fact.code === "plans.came") {
      const than = par ? ` (par ${numberIn(par, "both")})` : "";
      const declined = of("declined") > 0 ? `, ${of("declined")} declined` : "";
      return [
        `${of("both")} of ${of("plans")} plans with both there${than}; you alone or apart ${of("alone")}, ${name} alone ${of("missed")}${declined}.`,
      ];
    }
    const extra = of("extra");
    return [
      `Of ${plural(of("high"), "great plan")} ${of("echoed")} sounded right when said back, ${of("confirmed")} with a confirm answered.`,
      ...(extra > 0 ? [`${plural(extra, "confirm")} after an answered one${at(fact.ticks)}.`] : []),
      ...(of("small") > 0 ? [`${plural(of("small"), "confirm")} of small things.`] : []),
    ];
  },
  held: ({ state }) => understood[state] ?? null,
  panel,
  brief,
  sentences,
  // A telling and a confirm take a round trip each to be answered.
  timely: ({ cast, open }) =>
    plansOf(open).flatMap(({ about, until, came, choice, high, plan, echo, confirm }) => {
      if (came !== null || choice !== null) return [];
      const unsure = high && echo?.right === true && confirm.sends === 0;
      if (plan.sends > 0 && !unsure) return [];
      const text = `Time to ${unsure ? "confirm" : "tell"} ${titleOf(cast, about)}.`;
      return [{ tick: until - (unsure ? 1 : 2) * open.usual - 1, text }];
    }),
  ahead: ({ cast, open }) =>
    plansOf(open)
      .filter(({ came, choice, high }) => came === null && choice === null && high)
      .toSorted((a, b) => a.until - b.until)
      .slice(0, 2)
      .map(({ about, until }) => ({ tick: until - 1, text: `decide: ${titleOf(cast, about)}` })),
};
