/** Watches a saved game: play, step, scrub, with the fog on or, once it has ended, off; and takes it over. */
import { type ReactElement, useEffect, useMemo } from "react";
import type { Point, Replay, ReplayEvening, Seed, Tick } from "../../session/index.ts";
import { Rows } from "../parts/Rows.tsx";
import type { Stage } from "../stage.ts";
import { isPlain, otherQuestion, otherWays, whyNotOver } from "../taking.ts";
import { type Choice, numberHands, pickHands } from "../typing.ts";
import { type Hands, keysOn, useKeys } from "../useKeys.ts";
import { type Live, useLive } from "../useLive.ts";
import type { Cast } from "../words.ts";
import { type Mark, markFrom } from "./marks.ts";
import { type ReplayView, replayRows } from "./replay.ts";
import { type Film, filmOf, type Viewpoint, viewAt } from "./viewing.ts";

type Props = Stage & {
  readonly replay: Replay;
  /** Whose evening it is, where it is not the player's. */
  readonly title: string;
  readonly start: Point;
  /** What its file lacks, if anything. */
  readonly problem: string | null;
  readonly cast: Cast;
  /** Takes the game over; a sentence where it cannot be. */
  readonly onFork: (at: Point, seed?: Seed) => string | null;
  readonly onBack: () => void;
};

/** Ticks a second at each speed. */
const speeds = [1, 2, 4, 8, 16, 32] as const;

type State = Viewpoint & {
  readonly playing: boolean;
  /** Which of the speeds. */
  readonly speed: number;
  readonly notice: string;
  /** The number typed so far, while one is asked for. */
  readonly typed: string | null;
  readonly question: string;
  readonly choices: readonly Choice[];
};

const shownIn = ({ replay }: Props, { evening }: State): ReplayEvening | undefined =>
  replay.evenings[evening - 1];

const foggy = "The fog lifts once this evening has ended.";

const marksIn = (props: Props, state: State): readonly Mark[] =>
  filmOf(shownIn(props, state), props.cast, state, props.look).marks;

/** What taking over does: here, or under a seed that looked the same. */
function forkHands(
  props: Props,
  { get, set }: Live<State>,
): Pick<Hands<"replay">, "fork" | "other"> {
  const { replay, onFork, cast } = props;
  const over = (tick: Tick, seed?: Seed): void => {
    const notice = onFork({ evening: get().evening, tick }, seed);
    if (notice !== null) set({ notice, choices: [] });
  };
  const other = (): void => {
    const { evening, tick } = get();
    const why = whyNotOver(replay, evening);
    const ways = why === null ? otherWays(replay, { evening, tick }, cast.voice.name) : [];
    const [first] = ways;
    if (first === undefined) set({ notice: why ?? "" });
    else if (isPlain(ways)) over(first.tick, first.seed);
    else
      set({
        question: otherQuestion(tick),
        choices: [
          ...ways.map((way) => ({ text: way.text, choose: () => over(way.tick, way.seed) })),
          { text: "keep watching", choose: () => set({ choices: [] }) },
        ],
      });
  };
  return {
    fork: () => {
      const why = whyNotOver(replay, get().evening);
      if (why === null) over(get().tick);
      else set({ notice: why });
    },
    other,
  };
}

function handsOf(props: Props, live: Live<State>): Hands<"replay"> {
  const { get, set } = live;
  const last = (): Tick => shownIn(props, get())?.last ?? 0;
  const go = (to: Tick): void => set({ tick: Math.max(0, Math.min(last(), to)), notice: "" });
  const jump = (by: 1 | -1): void => {
    const here = get().tick;
    const marks = shownIn(props, get())?.events ?? [];
    const ticks = marks.filter((e) => e.kind !== "tick").map((e) => e.tick);
    const next = by > 0 ? ticks.find((t) => t > here) : ticks.findLast((t) => t < here);
    go(next ?? (by > 0 ? last() : 0));
  };
  const mark = (by: 1 | -1): void => {
    const next = markFrom(marksIn(props, get()), get().tick, by);
    go(next?.tick ?? (by > 0 ? last() : 0));
  };
  const faster = (by: number): void =>
    set({ speed: Math.max(0, Math.min(speeds.length - 1, get().speed + by)) });
  const lift = (change: Partial<State>): void => {
    if (shownIn(props, get())?.secrets) set({ ...change, notice: "" });
    else set({ notice: foggy });
  };
  return {
    play: () => {
      if (get().tick >= last()) go(0);
      set({ playing: !get().playing });
    },
    back1: () => go(get().tick - 1),
    on1: () => go(get().tick + 1),
    back5: () => go(get().tick - 5),
    on5: () => go(get().tick + 5),
    start: () => go(0),
    tenth: (key) => go(Math.round((last() * Number(key)) / 10)),
    goTo: () => set({ typed: "", playing: false, notice: "" }),
    before: () => jump(-1),
    after: () => jump(1),
    markBefore: () => mark(-1),
    markAfter: () => mark(1),
    slower: () => faster(-1),
    faster: () => faster(1),
    evening: () =>
      set({ evening: (get().evening % props.replay.evenings.length) + 1, tick: 0, notice: "" }),
    fog: () => lift({ fog: !get().fog, seat: false }),
    seats: () => lift({ seat: !get().seat }),
    ...forkHands(props, live),
    help: () => props.onHelp("replay"),
    quit: props.onBack,
  };
}

function tickHands(props: Props, { get, set }: Live<State>): Hands<"number"> {
  return numberHands(6, {
    typed: () => get().typed ?? "",
    type: (typed) => set({ typed }),
    done: (typed) => {
      const last = shownIn(props, get())?.last ?? 0;
      set({ typed: null, tick: typed === "" ? get().tick : Math.min(last, Number(typed)) });
    },
    help: () => props.onHelp("number"),
    back: () => set({ typed: null }),
  });
}

function viewOf(props: Props, state: State, film: Film): ReplayView {
  const { replay, cast, title } = props;
  const { playing, speed, notice, typed, question, choices } = state;
  const view = viewAt(replay, cast, state, film);
  return {
    ...view,
    title,
    playing,
    speed: speeds[speed] ?? 1,
    notice,
    asking: typed === null ? null : { question: `Go to which tick, 0 to ${view.last}?`, typed },
    picking: choices.length === 0 ? null : { question, options: choices.map(({ text }) => text) },
  };
}

export function ReplayScreen(props: Props): ReactElement {
  const { size, look, active, start, cast } = props;
  const live = useLive<State>({
    ...start,
    playing: false,
    speed: 2,
    fog: true,
    seat: false,
    notice: props.problem ?? "",
    typed: null,
    question: "",
    choices: [],
  });
  const hands = keysOn("replay", handsOf(props, live));
  const number = keysOn("number", tickHands(props, live));
  const pick = keysOn(
    "pick",
    pickHands({
      choices: () => live.get().choices,
      strange: (n) => live.set({ question: `There is no ${n} here. Choose again:` }),
      help: () => props.onHelp("pick"),
      back: () => live.set({ choices: [] }),
    }),
  );
  useKeys(() => {
    const { typed, choices } = live.get();
    return typed !== null ? number : choices.length > 0 ? pick : hands;
  }, active);
  const state = live.get();
  const shown = shownIn(props, state);
  const { fog, seat } = state;
  const film = useMemo(
    () => filmOf(shown, cast, { fog, seat }, look),
    [shown, fog, seat, look, cast],
  );
  const view = viewOf(props, state, film);
  const { playing, speed, last } = view;
  useEffect(() => {
    if (!playing || !active) return;
    const timer = setInterval(() => {
      const { tick } = live.get();
      live.set(tick >= last ? { playing: false } : { tick: tick + 1 });
    }, 1000 / speed);
    return () => clearInterval(timer);
  }, [playing, active, speed, last, live]);
  const rows = replayRows(view, size, look);
  return <Rows rows={rows} look={look} width={size.columns} height={size.rows} />;
}
