/** Runs the screens in a real terminal, and leaves it as it was. */
import { type Instance, render } from "ink";
import { App } from "../ui/App.tsx";
import type { Look } from "../ui/theme.ts";
import type { Where } from "../ui/where.ts";
import { takeOwnKeys } from "./keys.ts";
import type { DiskShelf } from "./shelf.ts";

/** In milliseconds: longer than a hand takes from one size of a window to the next. */
const STILL = 80;

/**
 * A frame on its way while the window changes lands on the wrong cells. Once all is still it is drawn anew.
 * Returns what ends this.
 */
function redrawWhenStill(app: Instance): () => void {
  let soon: NodeJS.Timeout | undefined;
  const redraw = (): void => {
    app.clear();
    process.stdout.write("\u001B[2J\u001B[H");
    // Ink draws on this at once, changed or not.
    process.stdout.emit("resize");
  };
  const changed = (): void => {
    clearTimeout(soon);
    soon = setTimeout(redraw, STILL);
  };
  process.on("SIGWINCH", changed);
  return () => {
    clearTimeout(soon);
    process.off("SIGWINCH", changed);
  };
}

/** The exit code: 0, or 130 when interrupted. */
export async function runScreens(shelf: DiskShelf, look: Look, start: Where): Promise<number> {
  let code = 0;
  const strange = takeOwnKeys();
  const onMap = start.at === "map" && strange !== "";
  if (strange !== "" && !onMap) process.stderr.write(`${strange}\n`);
  // Ink asks for raw mode only after its first frame: a key typed before would be echoed into that.
  process.stdin.setRawMode(true);
  const app = render(
    <App
      shelf={shelf}
      look={look}
      start={onMap ? { ...start, notice: strange } : start}
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
  const still = redrawWhenStill(app);
  await app.waitUntilExit().finally(still);
  for (const problem of shelf.leave()) process.stderr.write(`${problem}\n`);
  if (bug !== null) throw bug;
  return code;
}
