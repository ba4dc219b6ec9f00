import { expect, test } from "vitest";
import { useless } from "../../src/ui/acts.ts";
import { readingIn } from "../../src/ui/forces/index.ts";
import { room } from "../../src/ui/screens/frame.ts";
import { helpRows } from "../../src/ui/screens/help.ts";
import { ascii, castOf, frame, levels, moss, shelfOf } from "./support.ts";

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
    expect(page).toHaveLength(23);
    expect(page.at(-1)).toContain("[esc] back");
  },
);
