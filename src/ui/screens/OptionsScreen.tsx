/** Sets what holds for all games; each change is seen, and kept, at once. */
import type { ReactElement } from "react";
import { Rows } from "../parts/Rows.tsx";
import { type KeptSettings, type Settings, settingNames, turned } from "../settings.ts";
import type { Stage } from "../stage.ts";
import { keysOn, useKeys } from "../useKeys.ts";
import { useLive } from "../useLive.ts";
import { optionsRows } from "./options.ts";

type Props = Stage & {
  readonly kept: KeptSettings;
  readonly onChange: (settings: Settings) => void;
  readonly onBack: () => void;
};

export function OptionsScreen(props: Props): ReactElement {
  const { kept, size, look, active, onChange, onBack, onHelp } = props;
  const live = useLive({ chosen: 0, notice: "" });
  const count = settingNames.length;
  const move = (by: number): void =>
    live.set({ chosen: (live.get().chosen + by + count) % count, notice: "" });
  const keys = keysOn("options", {
    up: () => move(-1),
    down: () => move(1),
    change: () => {
      const name = settingNames[live.get().chosen];
      if (name === undefined) return;
      const settings = turned(kept.now(), name);
      live.set({ notice: kept.keep(settings) });
      onChange(settings);
    },
    help: () => onHelp("options"),
    back: onBack,
  });
  useKeys(() => keys, active);
  const { stronger } = kept;
  const rows = optionsRows({ settings: kept.now(), stronger, ...live.get() }, size, look);
  return <Rows rows={rows} look={look} width={size.columns} height={size.rows} />;
}
