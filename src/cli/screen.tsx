/** Runs the screens in a real terminal, and leaves it as it was. */
import { render } from "ink";
import { App, type Where } from "../ui/App.tsx";
import type { Look } from "../ui/theme.ts";
import type { DiskShelf } from "./shelf.ts";

/** The exit code: 0, or 130 when interrupted. */
export async function runScreens(shelf: DiskShelf, look: Look, start: Where): Promise<number> {
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
  // Left to Node, a bug would print the bundle's line it is in: thousands of characters.
  let bug: unknown = null;
  process.once("uncaughtException", (error) => {
    bug = error;
    app.unmount();
  });
  await app.waitUntilExit();
  for (const problem of shelf.leave()) process.stderr.write(`${problem}\n`);
  if (bug !== null) throw bug;
  return code;
}
