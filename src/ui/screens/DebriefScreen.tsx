/** Shows what was true of an evening that is over, page by page. */
import type { ReactElement } from "react";
import type { Debrief, Session } from "../../session/index.ts";
import type { Doors } from "../doors.tsx";
import { inspectHands, lastMessage, nothingYet } from "../inspecting.ts";
import { footer } from "../keys.ts";
import { rehearsalText } from "../origin.ts";
import { Rows } from "../parts/Rows.tsx";
import { clip, type Row, row } from "../row.ts";
import type { Stage } from "../stage.ts";
import { numberHands } from "../typing.ts";
import { type Hands, keysOn, useKeys } from "../useKeys.ts";
import { type Live, useLive } from "../useLive.ts";
import type { Cast } from "../words.ts";
import { type DebriefView, leafAfter } from "./card.ts";
import { mostScroll, rowsOfDebrief, tickInView } from "./debrief.ts";
import { hints } from "./frame.ts";
import { messagesIn } from "./inspect.ts";
import { askRows } from "./pick.ts";

type Props = Stage &
  Doors & {
    readonly session: Session;
    readonly debrief: Debrief;
    readonly cast: Cast;
    readonly onNext: () => void;
    readonly onAgain: (rehearsal: boolean) => void;
    readonly onQuit: () => void;
  };

type State = Pick<DebriefView, "page" | "leaf" | "lifted" | "scroll"> & {
  /** The number typed so far, while the tick of a fork is asked for. */
  readonly typed: string | null;
  /** Which message is looked at closely, counted from 0. */
  readonly inspected: number | null;
  /** Why a key led nowhere: until the next one. */
  readonly notice: string;
};

const betOf = (session: Session): number | null => {
  const bets = session.asides().flatMap((note) => (note.kind === "bet" ? [note.choice] : []));
  return bets.at(-1) ?? null;
};

const lastOf = ({ session }: Props): number => session.observe().tick;

function forkHands(props: Props, { get, set }: Live<State>): Hands<"number"> {
  const { session, onFork } = props;
  return numberHands(6, {
    typed: () => get().typed ?? "",
    type: (typed) => set({ typed }),
    done: (typed) => {
      set({ typed: null });
      if (typed === "") return;
      const tick = Math.min(lastOf(props), Number(typed));
      const notice = onFork({ evening: session.evening().n, tick });
      if (notice !== null) set({ notice });
    },
    help: () => props.onHelp("number"),
    back: () => set({ typed: null }),
  });
}

/** What stands in place of the last rows: a question, or why a key led nowhere. */
function answered(props: Props, { typed, notice }: State, rows: readonly Row[]): readonly Row[] {
  const { columns } = props.size;
  const question = `Take over at which tick, 0 to ${lastOf(props)}? It is a rehearsal: no stars.`;
  if (typed !== null)
    return [
      ...rows.slice(0, -3),
      ...askRows({ question, typed }),
      ...hints(footer("number"), columns).slice(0, 1),
    ];
  if (notice === "") return rows;
  return rows.with(-3, clip(row(` ${notice}`, "strong"), columns));
}

function closeHands({ session, onHelp }: Props, { get, set }: Live<State>): Hands<"inspect"> {
  return inspectHands({
    events: () => session.heard(),
    at: () => get().inspected,
    go: (inspected) => set({ inspected }),
    help: () => onHelp("inspect"),
  });
}

function viewOf({ session, debrief, cast }: Props, state: State): DebriefView {
  const events = session.heard();
  return {
    cast,
    seed: session.seed.slice(3),
    rehearsal: rehearsalText(session),
    evening: session.evening(),
    open: session.observe(),
    events,
    debrief,
    result: session.result(),
    bet: betOf(session),
    ...state,
    inspecting: messagesIn(events)[state.inspected ?? -1] ?? null,
  };
}

export function DebriefScreen(props: Props): ReactElement {
  const { session, size, look, active } = props;
  const live = useLive<State>({
    page: "card",
    leaf: 0,
    lifted: true,
    scroll: 0,
    typed: null,
    inspected: null,
    notice: "",
  });
  const view = (): DebriefView => viewOf(props, live.get());
  const scroll = (by: number): void => {
    const most = mostScroll(view(), size, look);
    live.set({ scroll: Math.max(0, Math.min(most, live.get().scroll + by)) });
  };
  const next = (): void => {
    const after = leafAfter(view(), size);
    if (after === null) props.onNext();
    else live.set(after);
  };
  const said = (notice: string | null): void => {
    if (notice !== null) live.set({ notice });
  };
  const keys = keysOn("debrief", {
    up: () => scroll(-3),
    down: () => scroll(3),
    fog: () => live.set({ lifted: !live.get().lifted }),
    deeper: () => live.set({ page: live.get().page === "reading" ? "card" : "reading", leaf: 0 }),
    inspect: () => {
      const inspected = lastMessage(session.heard());
      live.set(inspected === null ? { notice: nothingYet } : { inspected });
    },
    replay: () => said(props.onReplay(tickInView(view(), size, look))),
    fork: () => live.set({ typed: "" }),
    again: () => props.onAgain(true),
    pattern: () => said(props.onPattern()),
    compare: () => said(props.onCompare()),
    fresh: () => props.onAgain(false),
    next,
    help: () => props.onHelp("debrief"),
    quit: () => {
      // The papers lie on top of the evening.
      if (live.get().page === "reading") live.set({ page: "card", leaf: 0 });
      else props.onQuit();
    },
  });
  const number = keysOn("number", forkHands(props, live));
  const inspect = keysOn("inspect", closeHands(props, live));
  useKeys(() => {
    if (live.get().typed !== null) return number;
    if (live.get().inspected !== null) return inspect;
    if (live.get().notice !== "") live.set({ notice: "" });
    return keys;
  }, active);
  const rows = answered(props, live.get(), rowsOfDebrief(view(), size, look));
  return <Rows rows={rows} look={look} width={size.columns} height={size.rows} />;
}
