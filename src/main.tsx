/** The program: arguments in, exit code out. */

import { runScreens } from "./cli/screen.tsx";
import { memoryShelf } from "./cli/shelf.ts";
import { levels, voices } from "./levelfile/builtin.ts";
import { lookOf } from "./ui/theme.ts";

export async function main(args: readonly string[]): Promise<number> {
  const look = lookOf({ ascii: args.includes("--ascii"), colour: true });
  return runScreens(memoryShelf(levels, voices), look, { at: "map", from: null, notice: "" });
}
