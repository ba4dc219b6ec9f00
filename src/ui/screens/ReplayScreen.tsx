/** Watches a saved game: play, step, scrub, with the fog on or, once it has ended, off. */
import { type ReactElement, useEffect } from "react";
import type { Replay, ReplayEvening, Tick } from "../../session/index.ts";
import { Rows } from "../parts/Rows.tsx";
import type { Stage } from "../stage.ts";
import { type Hands, keysOn, useKeys } from "../useKeys.ts";
import { type Live, useLive } from "../useLive.ts";
import type { Cast } from "../words.ts";
import { type ReplayView, replayRows } from "./replay.ts";

type Props = Stage & {
  readonly replay: Replay;
  /** What its file lacks, if anything. */
  readonly problem: string | null;
  readonly cast: Cast;
  readonly onBack: () => void;
};

/** Ticks a second at each speed. */
const speeds = [1, 2, 4, 8, 16, 32] as const;

type State = {
  /** Counted from 1. */
  readonly evening: number;
  readonly tick: Tick;
  readonly playing: boolean;
  /** Which of the speeds. */
  readonly speed: number;
  readonly fog: boolean;
  readonly notice: string;
};

const filmOf = ({ replay }: Props, { evening }: State): ReplayEvening | undefined =>
  replay.evenings[evening - 1];

function handsOf(props: Props, { get, set }: Live<State>): Hands<"replay"> {
  const last = (): Tick => filmOf(props, get())?.last ?? 0;
  const go = (to: Tick): void => set({ tick: Math.max(0, Math.min(last(), to)), notice: "" });
  const jump = (by: 1 | -1): void => {
    const here = get().tick;
    const marks = filmOf(props, get())?.events ?? [];
    const ticks = marks.filter((e) => e.kind !== "tick").map((e) => e.tick);
    const next = by > 0 ? ticks.find((t) => t > here) : ticks.findLast((t) => t < here);
    go(next ?? (by > 0 ? last() : 0));
  };
  const faster = (by: number): void =>
    set({ speed: Math.max(0, Math.min(speeds.length - 1, get().speed + by)) });
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
    before: () => jump(-1),
    after: () => jump(1),
    slower: () => faster(-1),
    faster: () => faster(1),
    evening: () =>
      set({ evening: (get().evening % props.replay.evenings.length) + 1, tick: 0, notice: "" }),
    fog: () => {
      if (filmOf(props, get())?.secrets) set({ fog: !get().fog, notice: "" });
      else set({ notice: "The fog lifts once this evening has ended." });
    },
    help: () => props.onHelp("replay"),
    quit: props.onBack,
  };
}

function viewOf({ replay, cast }: Props, state: State): ReplayView {
  const { evening, tick, playing, speed, fog, notice } = state;
  const film = replay.evenings[evening - 1];
  const { observation, events, secrets } = replay.at(evening, tick);
  const clear = !fog && secrets !== null && film !== undefined;
  return {
    cast,
    seed: replay.seed.slice(3),
    evening: { n: evening, of: replay.evenings.length },
    tick,
    last: film?.last ?? 0,
    open: observation,
    events,
    truth: clear ? { cast, secrets, moments: film.moments } : null,
    playing,
    speed: speeds[speed] ?? 1,
    notice,
  };
}

export function ReplayScreen(props: Props): ReactElement {
  const { size, look, active } = props;
  const live = useLive<State>({
    evening: 1,
    tick: 0,
    playing: false,
    speed: 2,
    fog: true,
    notice: props.problem ?? "",
  });
  const keys = keysOn("replay", handsOf(props, live));
  useKeys(() => keys, active);
  const view = viewOf(props, live.get());
  const { playing, speed, last } = view;
  useEffect(() => {
    if (!playing || !active) return;
    const timer = setInterval(() => {
      const { tick } = live.get();
      live.set(tick >= last ? { playing: false } : { tick: tick + 1 });
    }, 1000 / speed);
    return () => clearInterval(timer);
  }, [playing, active, speed, last, live]);
  const marks = filmOf(props, live.get())?.events ?? [];
  const rows = replayRows(view, marks, size, look);
  return <Rows rows={rows} look={look} width={size.columns} height={size.rows} />;
}
