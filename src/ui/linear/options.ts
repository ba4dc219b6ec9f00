/** The options in lines: a number gives one its next value, and it is kept at once. */
import { optionText } from "../screens/options.ts";
import { settingNames, turned } from "../settings.ts";
import type { Shelf } from "../shelf.ts";
import { choose, type LinearIo } from "./io.ts";

export async function optionsLinear({ settings }: Shelf, io: LinearIo): Promise<void> {
  if (settings.stronger !== "") io.out(settings.stronger);
  for (;;) {
    const texts = settingNames.map((name) => optionText(settings.now(), name).set);
    const chosen = await choose(
      io,
      "Options; a number changes one, an empty line goes back:",
      texts,
    );
    const name = settingNames[chosen ?? -1];
    if (name === undefined) return;
    const now = turned(settings.now(), name);
    const problem = settings.keep(now);
    const { set, what } = optionText(now, name);
    io.out(`${set}. ${what}${problem === "" ? "" : ` ${problem}`}`);
  }
}
