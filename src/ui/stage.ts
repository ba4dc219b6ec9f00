/** What every screen is given: room, a look, whether keys are for it, and where help is. */
import type { Screen } from "./keys.ts";
import type { Size } from "./screens/frame.ts";
import type { Look } from "./theme.ts";

export type Stage = {
  readonly size: Size;
  readonly look: Look;
  readonly active: boolean;
  readonly onHelp: (from: Screen) => void;
};
