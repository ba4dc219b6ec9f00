/** Shows two evenings beside each other: the player's, and the same as somebody else played it. */
import type { ReactElement } from "react";
import { Rows } from "../parts/Rows.tsx";
import type { Stage } from "../stage.ts";
import { keysOn, useKeys } from "../useKeys.ts";
import { type CompareView, compareRows } from "./compare.ts";

type Props = Stage & { readonly view: CompareView; readonly onBack: () => void };

export function CompareScreen({ view, size, look, active, onHelp, onBack }: Props): ReactElement {
  const keys = keysOn("compare", { help: () => onHelp("compare"), back: onBack });
  useKeys(() => keys, active);
  const rows = compareRows(view, size, look);
  return <Rows rows={rows} look={look} width={size.columns} height={size.rows} />;
}
