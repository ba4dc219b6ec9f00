/** Reads the briefing, and takes the bet. */
import type { ReactElement } from "react";
import type { Level } from "../../session/index.ts";
import { Rows } from "../parts/Rows.tsx";
import type { Stage } from "../stage.ts";
import { keysOn, useKeys } from "../useKeys.ts";
import { useLive } from "../useLive.ts";
import { briefRows } from "./brief.ts";

type Props = Stage & {
  readonly level: Level;
  readonly seed: string;
  readonly underWay: boolean;
  /** Whether to say how to get a hint. */
  readonly offer: boolean;
  readonly onBegin: (bet: number | null) => void;
  readonly onBack: () => void;
};

export function BriefScreen(props: Props): ReactElement {
  const { level, seed, underWay, size, look, active, onBegin, onBack, onHelp } = props;
  const live = useLive<{ bet: number | null }>({ bet: null });
  const choices = level.story.bet?.choices.length ?? 0;
  const keys = keysOn("brief", {
    bet: (key) => {
      const choice = Number(key) - 1;
      if (!underWay && choice < choices) live.set({ bet: choice });
    },
    play: () => onBegin(live.get().bet),
    help: () => onHelp("brief"),
    back: onBack,
  });
  useKeys(() => keys, active);
  const rows = briefRows(
    { level, seed, underWay, offer: props.offer, bet: live.get().bet },
    size,
    look,
  );
  return <Rows rows={rows} look={look} width={size.columns} height={size.rows} />;
}
