/** A page to read: a title and as much text as there is, scrolled. */
import type { ReactElement } from "react";
import { footer } from "../keys.ts";
import { Rows } from "../parts/Rows.tsx";
import { ends, exactly, type Row, row, sized } from "../row.ts";
import type { Stage } from "../stage.ts";
import { keysOn, useKeys } from "../useKeys.ts";
import { useLive } from "../useLive.ts";
import { hints, ruler } from "./frame.ts";

type Props = Stage & {
  readonly title: string;
  /** The text, in so many columns. */
  readonly text: (columns: number) => readonly Row[];
  readonly onBack: () => void;
};

export function PageScreen(props: Props): ReactElement {
  const { title, text, size, look, active, onBack, onHelp } = props;
  const live = useLive({ scroll: 0 });
  const { columns } = size;
  const rows = text(columns);
  const height = size.rows - 3;
  const most = Math.max(0, rows.length - height);
  const move = (by: number): void =>
    live.set({ scroll: Math.max(0, Math.min(most, live.get().scroll + by)) });
  const keys = keysOn("page", {
    up: () => move(-5),
    down: () => move(5),
    help: () => onHelp("page"),
    back: onBack,
  });
  useKeys(() => keys, active);
  const start = Math.min(live.get().scroll, most);
  const more = most - start;
  const page = [
    ends(row(` ${title}`, "strong"), row(more > 0 ? `${more} below [j] ` : "", "dim"), columns),
    ruler(look, columns),
    ...exactly(rows.slice(start, start + height), height),
    ...exactly(hints(footer("page"), columns), 1),
  ].map((line) => sized(line, columns));
  return <Rows rows={page} look={look} width={columns} height={size.rows} />;
}
