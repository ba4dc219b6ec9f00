/** Shows what was true of an evening that is over, page by page. */
import type { ReactElement } from "react";
import type { Debrief, Session } from "../../session/index.ts";
import { Rows } from "../parts/Rows.tsx";
import type { Stage } from "../stage.ts";
import { keysOn, useKeys } from "../useKeys.ts";
import { useLive } from "../useLive.ts";
import type { Cast } from "../words.ts";
import { type DebriefView, mostScroll, type Page, pagesOf, rowsOfDebrief } from "./debrief.ts";

type Props = Stage & {
  readonly session: Session;
  readonly debrief: Debrief;
  readonly cast: Cast;
  readonly onNext: () => void;
  readonly onAgain: (rehearsal: boolean) => void;
  readonly onQuit: () => void;
};

type State = { readonly page: Page; readonly lifted: boolean; readonly scroll: number };

const betOf = (session: Session): number | null => {
  const bets = session.asides().flatMap((note) => (note.kind === "bet" ? [note.choice] : []));
  return bets.at(-1) ?? null;
};

export function DebriefScreen(props: Props): ReactElement {
  const { session, debrief, cast, size, look, active } = props;
  const live = useLive<State>({ page: "card", lifted: true, scroll: 0 });
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
    const pages = pagesOf(result, size);
    const page = pages[pages.indexOf(live.get().page) + 1];
    if (live.get().page === "reading" || page === undefined) props.onNext();
    else live.set({ page });
  };
  const keys = keysOn("debrief", {
    up: () => scroll(-3),
    down: () => scroll(3),
    fog: () => live.set({ lifted: !live.get().lifted }),
    deeper: () => live.set({ page: live.get().page === "reading" ? "card" : "reading" }),
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
