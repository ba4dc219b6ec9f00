/** The keys of the screen below, and how to read the diagram. */
import type { ReactElement } from "react";
import type { Command, Screen } from "../keys.ts";
import { Rows } from "../parts/Rows.tsx";
import type { Stage } from "../stage.ts";
import { keysOn, useKeys } from "../useKeys.ts";
import { helpRows } from "./help.ts";

type Props = Omit<Stage, "onHelp"> & {
  readonly from: Screen;
  /** Keys for which the level being played has no use. */
  readonly unused: readonly Command<"board">[];
  /** How the level's own signs are read. */
  readonly reading: readonly string[];
  readonly onBack: () => void;
};

export function HelpScreen(props: Props): ReactElement {
  const { from, unused, reading, size, look, active, onBack } = props;
  const keys = keysOn("help", { back: onBack });
  useKeys(() => keys, active);
  const rows = helpRows(from, unused, size, look, reading);
  return <Rows rows={rows} look={look} width={size.columns} height={size.rows} />;
}
