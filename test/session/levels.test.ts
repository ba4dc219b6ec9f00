/** Every level's games survive being written down: any line of any game is read back as what it was. */
import { levels } from "virtual:levels";
import { describe, expect, test } from "vitest";
import { forceNames, forces, luck, root } from "../../src/engine/index.ts";
import { openSession, readJournal, seedFrom, verdict } from "../../src/session/index.ts";
import { digest, gameOf, header, page } from "../support/journal.ts";
import { moveOf } from "../ui/support.ts";

test("no two forces call what happens by the same name", () => {
  const kinds = forceNames.flatMap((name) => Object.keys(forces[name].events));
  expect(kinds.filter((kind, i) => kinds.indexOf(kind) !== i)).toEqual([]);
});

describe.each(levels.map((level) => [level.id, level] as const))("%s", (_, level) => {
  test("whole games, read back, are what was played", () => {
    for (let n = 1; n <= 6; n++) {
      const seed = seedFrom(n);
      const journal = page(header(level, seed));
      const session = openSession(level, seed, { journal });
      const luckOf = root(seedFrom(100 + n));
      for (let i = 0; session.observe().ended === null || session.next(); i++) {
        const move = moveOf(session, luck(luckOf, "bot", i), n);
        if (move !== null && move.kind !== "leave") session.play(move);
      }
      const text = journal.text();
      const read = readJournal(text, digest);
      expect(read.ok ? null : read).toBe(null);
      expect(verdict(gameOf(text), level, digest)).toEqual({ status: "ok" });
    }
  });
});
