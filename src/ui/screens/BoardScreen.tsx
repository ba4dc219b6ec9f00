/** Plays one evening: keys become intents, and what happens becomes the board. */
import { type ReactElement, useSyncExternalStore } from "react";
import type { Intent, Move, Session } from "../../session/index.ts";
import { Rows } from "../parts/Rows.tsx";
import type { Stage } from "../stage.ts";
import { type Hands, keysOn, useKeys } from "../useKeys.ts";
import { type Live, useLive } from "../useLive.ts";
import { type Cast, tell } from "../words.ts";
import { boardRows, diagramRows, keyText, mostScroll } from "./board.ts";

type Option = { readonly intent: Intent; readonly text: string };
type State = {
  readonly line: string;
  /** Why the game is not being saved, once that was said. */
  readonly problem: string | null;
  readonly scroll: number;
  readonly hint: number;
  /** Whether it stands there: until the next move. */
  readonly hinting: boolean;
  readonly question: string;
  /** What the player is choosing from; none while the board itself listens. */
  readonly options: readonly Option[];
};

type Props = Stage & {
  readonly session: Session;
  readonly cast: Cast;
  readonly onBrief: () => void;
  readonly onOver: () => void;
  readonly onQuit: () => void;
};

type Asking = "send" | "repeat" | "let go";
const questions: { readonly [A in Asking]: string } = {
  send: "Say what?",
  repeat: "Send which one again? They will know it is the same message.",
  "let go": "Stop waiting for which?",
};

/** Always in the order in which the questions opened, so that a number keeps its meaning. */
function inOrder(session: Session): readonly Move[] {
  const open = session.observe();
  const order = (open.forces.waits?.asks ?? []).map(({ about }) => about);
  const about = (move: Move): string => {
    if (move.kind === "send") return move.about;
    return "key" in move ? (open.sent.find((s) => s.key === move.key)?.about ?? "") : "";
  };
  return session.legal().toSorted((a, b) => order.indexOf(about(a)) - order.indexOf(about(b)));
}

function optionsFor(verb: Asking, session: Session, cast: Cast): readonly Option[] {
  return inOrder(session).flatMap((move): readonly Option[] => {
    if (move.kind !== verb) return [];
    if (move.kind === "send") {
      const topic = cast.level.story.topics[move.about];
      return [{ intent: move, text: `${topic?.title ?? move.about}: "${topic?.say ?? ""}"` }];
    }
    return [{ intent: move, text: keyText(cast, session.observe(), move.key) }];
  });
}

const lastHint = (session: Session): number =>
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
  live.set({ line, problem, scroll: 0, options: [], hinting: false });
}

function pickingHands(props: Props, live: Live<State>): Hands<"pick"> {
  const choose = (i: number): void => {
    const option = live.get().options[i];
    if (option !== undefined) play(props, live, option.intent);
    else live.set({ question: `There is no ${i + 1} here. Choose again:` });
  };
  return {
    choose: (key) => choose(Number(key) - 1),
    first: () => choose(0),
    help: () => props.onHelp("pick"),
    back: () => live.set({ options: [] }),
  };
}

/** What each command of the board does. */
function handsOf(props: Props, live: Live<State>): Hands<"board"> {
  const { session, cast, size, onBrief, onOver, onQuit, onHelp } = props;
  const ask = (verb: Asking): void => {
    const options = optionsFor(verb, session, cast);
    if (options.length > 0) live.set({ options, question: questions[verb] });
    else
      live.set({
        line:
          verb === "send"
            ? "There is nothing new to ask just now."
            : "Nothing is waiting for an answer.",
      });
  };
  const pass = (intent: Intent): void => {
    if (session.observe().ended === null) play(props, live, intent);
    else onOver();
  };
  const scroll = (by: number): void => {
    const known = {
      open: session.observe(),
      events: session.heard(),
      waiting: session.waiting(),
    };
    const most = mostScroll(known, size, props.look);
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
    send: () => ask("send"),
    repeat: () => ask("repeat"),
    letGo: () => ask("let go"),
    wait: () => pass({ kind: "wait", ticks: 1 }),
    waitMore: (key) => pass({ kind: "wait", ticks: Number(key) }),
    news: () => pass({ kind: "wait for news" }),
    hint,
    brief: onBrief,
    up: () => scroll(Math.ceil(diagramRows(size) / 2)),
    down: () => scroll(-Math.ceil(diagramRows(size) / 2)),
    debrief: () => {
      if (session.observe().ended !== null) onOver();
    },
    leave: () => pass({ kind: "leave" }),
    help: () => onHelp("board"),
    quit: onQuit,
  };
}

export function BoardScreen(props: Props): ReactElement {
  const { session, cast, size, look, active } = props;
  const open = useSyncExternalStore(session.subscribe, session.observe);
  const live = useLive<State>({
    line: session.problem() ?? (open.tick === 0 ? "Your move." : "Where you left it."),
    problem: session.problem(),
    scroll: 0,
    hint: lastHint(session),
    hinting: false,
    question: "",
    options: [],
  });
  const board = keysOn("board", handsOf(props, live));
  const pick = keysOn("pick", pickingHands(props, live));
  useKeys(() => (live.get().options.length > 0 ? pick : board), active);
  const { line, scroll, hint, hinting, question, options } = live.get();
  const text = cast.level.story.hints[hint - 1];
  const rows = boardRows(
    {
      cast,
      seed: session.seed.slice(3),
      rehearsal: session.rehearsal,
      evening: session.evening(),
      open,
      events: session.heard(),
      waiting: session.waiting(),
      goals: session.goals(),
      line,
      scroll,
      hint: text === undefined ? null : { step: hint, text, shown: hinting },
      picking: options.length > 0 ? { question, options: options.map((o) => o.text) } : null,
    },
    size,
    look,
  );
  return <Rows rows={rows} look={look} width={size.columns} height={size.rows} />;
}
