/** What each key of the board does: it becomes an intent, a question, or another view. */
import type { Intent, Order, Session } from "../../session/index.ts";
import { type Act, allActs, leaveQuestion, questionOf, useless, whyNot } from "../acts.ts";
import { inspectHands, lastMessage, nothingYet } from "../inspecting.ts";
import { asksFirst } from "../keys.ts";
import { type Option, optionsFor, overText, waysQuestion } from "../options.ts";
import {
  giveOrder,
  limitQuestion,
  noHabits,
  noLimits,
  orderOptions,
  orderQuestion,
  setLimit,
} from "../orders.ts";
import type { Stage } from "../stage.ts";
import { waitForNews } from "../timely.ts";
import { type Choice, numberHands, pickHands } from "../typing.ts";
import { type Hands, keysOn } from "../useKeys.ts";
import type { Live } from "../useLive.ts";
import { type Cast, tell } from "../words.ts";
import { diagramRows, mostScroll, nextSide } from "./board.ts";

/** A number the player is being asked for. */
type Asking = { readonly question: string; readonly typed: string; readonly take: Take };
type Take = (n: number) => void;

export type State = {
  readonly line: string;
  /** Why the game is not being saved, once that was said. */
  readonly problem: string | null;
  readonly scroll: number;
  /** Which instrument stands on top, counted from 1; 0 for an overview. */
  readonly side: number;
  readonly hint: number;
  /** Whether it stands there: until the next move. */
  readonly hinting: boolean;
  readonly question: string;
  /** What the player is choosing from; none while the board itself listens. */
  readonly choices: readonly Choice[];
  readonly asking: Asking | null;
  /** Which message is looked at closely, counted from 0. */
  readonly inspecting: number | null;
};

export type Props = Stage & {
  readonly session: Session;
  readonly cast: Cast;
  /** What is said first, if not the usual. */
  readonly opening?: string | undefined;
  /** Habits that were earned, for standing orders. */
  readonly habits: readonly string[];
  readonly onBrief: () => void;
  readonly onOver: () => void;
  readonly onQuit: () => void;
};

export const lastHint = (session: Session): number =>
  Math.max(0, ...session.asides().map((note) => (note.kind === "hint" ? note.step : 0)));

function play({ session, cast }: Props, live: Live<State>, intent: Intent): void {
  const before = session.observe().tick;
  const events = session.play(intent);
  // Why a game is no longer saved is news, once.
  const problem = session.problem();
  const line =
    problem !== null && problem !== live.get().problem
      ? problem
      : tell(cast, events, before, session.observe());
  live.set({ line, problem, scroll: 0, choices: [], asking: null, hinting: false });
}

function askedHands(props: Props, live: Live<State>): Hands<"number"> {
  return numberHands(2, {
    typed: () => live.get().asking?.typed ?? "",
    type: (typed) => {
      const { asking } = live.get();
      if (asking !== null) live.set({ asking: { ...asking, typed } });
    },
    done: (typed) => {
      const { asking } = live.get();
      if (asking === null) return;
      live.set({ asking: null, choices: [] });
      asking.take(Number(typed));
    },
    help: () => props.onHelp("number"),
    back: () => live.set({ asking: null }),
  });
}

/** What each act does: plays its only move, asks where there are several, or says that there is none. */
function actHands(props: Props, live: Live<State>): { readonly [A in Act]: () => void } {
  const { session, cast } = props;
  const ask = (act: Act): void => {
    if (session.observe().ended !== null) return;
    const options = optionsFor(act, session, cast);
    const [only] = options;
    if (only === undefined) live.set({ line: whyNot(act, session) });
    else if (options.length === 1 && !asksFirst(act)) take(only);
    else offer(questionOf(act, options), options);
  };
  const offer = (question: string, options: readonly Option[]): void =>
    live.set({
      question,
      choices: options.map((option) => ({
        text: option.text,
        choose: () => take(option),
        idle: option.intent === null,
      })),
    });
  const take = ({ intent, ways }: Option): void => {
    if (intent === null) live.set({ line: overText, choices: [] });
    else if (ways !== undefined) offer(waysQuestion, ways);
    else play(props, live, intent);
  };
  return actsBy((act) => () => ask(act));
}

/** A table of all acts. */
function actsBy(of: (act: Act) => () => void): { readonly [A in Act]: () => void };
function actsBy(of: (act: Act) => () => void): object {
  return Object.fromEntries(allActs.map((act) => [act, of(act)]));
}

/** What a level leaves standing: the limit of new asks, and the order for waits. */
function standingHands(
  { session, habits }: Props,
  live: Live<State>,
): Pick<Hands<"board">, "limit" | "order"> {
  const number = (question: string, take: Take): void =>
    live.set({ asking: { question, typed: "", take }, choices: [] });
  return {
    limit: () => {
      if (useless(session.laws(), session.level, habits).includes("limit"))
        live.set({ line: noLimits });
      else number(limitQuestion, (n) => live.set({ line: setLimit(session, n) }));
    },
    order: () => {
      const options = orderOptions(session, habits);
      if (options.length === 0) {
        live.set({ line: noHabits });
        return;
      }
      const give = (order: Order | null): void =>
        live.set({ choices: [], line: giveOrder(session, order) });
      live.set({
        question: orderQuestion,
        choices: [
          ...options.map(({ text, ask, orderOf }) => ({
            text,
            choose: () => number(ask, (n) => give(n === 0 ? null : orderOf(n))),
          })),
          { text: "nothing", choose: () => give(null) },
        ],
      });
    },
  };
}

/** What each command of the board does. */
function handsOf(props: Props, live: Live<State>): Hands<"board"> {
  const { session, cast, size, onBrief, onOver, onQuit, onHelp } = props;
  const pass = (intent: Intent): void => {
    if (session.observe().ended === null) play(props, live, intent);
  };
  const leave = (): void => {
    if (session.observe().ended !== null) return;
    live.set({
      question: leaveQuestion,
      choices: [
        { text: "leave", choose: () => pass({ kind: "leave" }) },
        { text: "stay", choose: () => live.set({ choices: [] }) },
      ],
    });
  };
  const known = () => ({ cast, open: session.observe(), events: session.heard() });
  const scroll = (by: number): void => {
    const view = { ...known(), waiting: session.waiting(), inspecting: null };
    const most = mostScroll(view, size, props.look);
    live.set({ scroll: Math.max(0, Math.min(most, live.get().scroll + by)) });
  };
  // A hint that a move has put away is shown again before there is another.
  const hint = (): void => {
    const { hint: last, hinting } = live.get();
    const step = last > 0 && !hinting ? last : Math.min(3, last + 1);
    if (cast.level.story.hints.length === 0) {
      live.set({ line: "This level has no hints; there is nothing to win." });
      return;
    }
    if (step > lastHint(session)) session.aside({ kind: "hint", step });
    live.set({ hint: step, hinting: true });
  };
  return {
    ...actHands(props, live),
    ...standingHands(props, live),
    wait: () => pass({ kind: "wait", ticks: 1 }),
    waitMore: (key) => pass({ kind: "wait", ticks: Number(key) }),
    news: () => pass(waitForNews(session, cast)),
    hint,
    brief: onBrief,
    up: () => scroll(Math.ceil(diagramRows(size) / 2)),
    down: () => scroll(-Math.ceil(diagramRows(size) / 2)),
    inspect: () => {
      const inspecting = lastMessage(session.heard());
      live.set(inspecting === null ? { line: nothingYet } : { inspecting });
    },
    side: () => {
      const view = { ...known(), orders: session.orders(), limit: session.limit() };
      const next = nextSide({ ...view, side: live.get().side }, size, props.look);
      live.set(
        next === null ? { line: "All there is to see at the side is in view." } : { side: next },
      );
    },
    debrief: () => {
      if (session.observe().ended !== null) onOver();
    },
    leave,
    help: () => onHelp("board"),
    quit: (key) => {
      if (key === "esc" && live.get().hinting) live.set({ hinting: false });
      else onQuit();
    },
  };
}

/** What keys do now: they answer a question, move about among the messages, or play. */
export function boardKeys(props: Props, live: Live<State>): () => (key: string) => void {
  const board = keysOn("board", handsOf(props, live));
  const number = keysOn("number", askedHands(props, live));
  const inspect = keysOn(
    "inspect",
    inspectHands({
      events: () => props.session.heard(),
      at: () => live.get().inspecting,
      go: (inspecting) => live.set({ inspecting }),
      help: () => props.onHelp("inspect"),
    }),
  );
  const pick = keysOn(
    "pick",
    pickHands({
      choices: () => live.get().choices,
      strange: (n) => live.set({ question: `There is no ${n} here. Choose again:` }),
      help: () => props.onHelp("pick"),
      back: () => live.set({ choices: [] }),
    }),
  );
  return () => {
    const { asking, choices, inspecting } = live.get();
    if (asking !== null) return number;
    if (choices.length > 0) return pick;
    return inspecting === null ? board : inspect;
  };
}
