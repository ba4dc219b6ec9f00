/** Shows what was true of an evening that is over, page by page. */
import type { ReactElement } from "react";
import type { Debrief, Session } from "../../session/index.ts";
import { Rows } from "../parts/Rows.tsx";
import type { Stage } from "../stage.ts";
import { keysOn, useKeys } from "../useKeys.ts";
import { useLive } from "../useLive.ts";
import type { Cast } from "../words.ts";
import { type DebriefView, leafAfter } from "./card.ts";
import { mostScroll, rowsOfDebrief } from "./debrief.ts";

type Props = Stage & {
  readonly session: Session;
  readonly debrief: Debrief;
  readonly cast: Cast;
  readonly onNext: () => void;
  readonly onAgain: (rehearsal: boolean) => void;
  readonly onQuit: () => void;
};

type State = Pick<DebriefView, "page" | "leaf" | "lifted" | "scroll">;

const betOf = (session: Session): number | null => {
  const bets = session.asides().flatMap((note) => (note.kind === "bet" ? [note.choice] : []));
  return bets.at(-1) ?? null;
};

export function DebriefScreen(props: Props): ReactElement {
  const { session, debrief, cast, size, look, active } = props;
  const live = useLive<State>({ page: "card", leaf: 0, lifted: true, scroll: 0 });
  const result = session.result();
  const view = (): DebriefView => ({
    cast,
    seed: session.seed.slice(3),
    rehearsal: session.rehearsal,
    evening: session.evening(),
    open: session.observe(),
    events: session.heard(),
    debrief,
    result,
    bet: betOf(session),
    ...live.get(),
  });
  const scroll = (by: number): void => {
    const most = mostScroll(view(), size, look);
    live.set({ scroll: Math.max(0, Math.min(most, live.get().scroll + by)) });
  };
  const next = (): void => {
    const after = leafAfter(view(), size);
    if (after === null) props.onNext();
    else live.set(after);
  };
  const keys = keysOn("debrief", {
    up: () => scroll(-3),
    down: () => scroll(3),
    fog: () => live.set({ lifted: !live.get().lifted }),
    deeper: () => live.set({ page: live.get().page === "reading" ? "card" : "reading", leaf: 0 }),
    again: () => props.onAgain(true),
    fresh: () => props.onAgain(false),
    next,
    help: () => props.onHelp("debrief"),
    quit: props.onQuit,
  });
  useKeys(() => keys, active);
  const rows = rowsOfDebrief(view(), size, look);
  return <Rows rows={rows} look={look} width={size.columns} height={size.rows} />;
}
