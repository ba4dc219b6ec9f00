/** Runs the screens in a real terminal, and leaves it as it was. */
import { render } from "ink";
import { App, type Where } from "../ui/App.tsx";
import type { Shelf } from "../ui/shelf.ts";
import type { Look } from "../ui/theme.ts";

/** The exit code: 0, or 130 when interrupted. */
export async function runScreens(shelf: Shelf, look: Look, start: Where): Promise<number> {
  let code = 0;
  const app = render(
    <App
      shelf={shelf}
      look={look}
      start={start}
      onExit={(wanted) => {
        code = wanted;
      }}
    />,
    {
      alternateScreen: true,
      incrementalRendering: true,
      maxFps: 120,
      interactive: true,
      exitOnCtrlC: false,
      patchConsole: false,
    },
  );
  await app.waitUntilExit();
  return code;
}
