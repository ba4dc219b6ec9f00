import { expect, test } from "vitest";
import { useless } from "../../src/ui/acts.ts";
import { readingIn } from "../../src/ui/forces/index.ts";
import { room } from "../../src/ui/screens/frame.ts";
import { helpRows } from "../../src/ui/screens/help.ts";
import type { Look } from "../../src/ui/theme.ts";
import { ascii, castOf, frame, levels, moss, shelfOf, unicode } from "./support.ts";

test.each(levels.map((level) => [level.id, level] as const))(
  "how the signs of %s are read stands whole on its help page, in the smallest window",
  (_, level) => {
    const reading = readingIn(castOf(level));
    const unused = useless(
      shelfOf().start(level, { seed: moss, rehearsal: false }).laws(),
      level,
      [],
    );
    const page = frame(helpRows("board", unused, room(80, 24), ascii, reading));
    const words = page.join(" ").split(/\s+/);
    for (const word of reading.join(" ").split(/\s+/).filter(Boolean))
      expect(words).toContain(word);
    // Nothing is cut: the same words as where there is room for all.
    const sorted = (rows: readonly string[]) =>
      rows
        .slice(2, -1)
        .flatMap((row) => row.split(/\s+/))
        .toSorted();
    const [narrow, wide] = [80, 200].map((columns) =>
      sorted(frame(helpRows("board", unused, room(columns, 60), ascii, []))),
    );
    expect(narrow).toEqual(wide);
    expect(page).toHaveLength(23);
    expect(page.at(-1)).toContain("[esc] back");
  },
);

test.each(["board", "brief", "inspect", "debrief", "replay", "compare", "map", "games"] as const)(
  "no key and no sign of the help for %s is cut at 80 columns",
  (from) => {
    const words = (columns: number, rows: number, look: Look): readonly string[] =>
      frame(helpRows(from, [], room(columns, rows), look))
        .slice(2, -1)
        .flatMap((line) => line.split(/\s+/))
        .toSorted();
    for (const look of [ascii, unicode]) {
      expect(words(80, 60, look)).toEqual(words(200, 60, look));
      // In fewer rows only the heading may go.
      const small = words(80, 24, look);
      const gone = words(80, 60, look).filter((word) => !small.includes(word));
      expect(gone.length === 0 || gone.includes("How")).toBe(true);
    }
  },
);
