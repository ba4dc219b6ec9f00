import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { describe, expect, test } from "vitest";
import { openSaves, readGame, seedFrom } from "../../src/session/index.ts";
import { created, freshFolder, levelOf } from "../support/folder.ts";
import { sleep } from "../support/journal.ts";
import { threeAsks } from "../support/levels.ts";

const node = join("node_modules", ".bin", "node");
const { folder, saves, file, path } = freshFolder();
const seed = seedFrom(5);

describe("the lock", () => {
  test("a game that is open cannot be opened a second time", () => {
    const session = saves().start(threeAsks, seed, { created });
    expect(saves().resume(file())).toMatchObject({
      ok: false,
      problem: expect.stringContaining("This game is open somewhere else."),
    });
    session.close();
    expect(saves().resume(file()).ok).toBe(true);
  });

  test.each([
    ["of a living process holds", String(process.ppid), false],
    ["of a dead process is taken over", "4194304", true],
    ["of an earlier process with our number is taken over", String(process.pid), true],
  ])("a lock %s", (_, pid, ok) => {
    saves().start(threeAsks, seed, { created }).close();
    writeFileSync(`${path()}.lock`, `${pid} 0123456789abcdef`);
    expect(saves().resume(file()).ok).toBe(ok);
  });

  test("a game refused for another reason is left unlocked", () => {
    sleep(saves().start(threeAsks, seed, { created }));
    saves().resume(file());
    expect(existsSync(`${path()}.lock`)).toBe(false);
  });
});

describe("a disk that refuses", () => {
  test("does not stop the game", () => {
    const blocked = join(folder(), "file");
    writeFileSync(blocked, "");
    const session = openSaves(join(blocked, "games"), "0.1.0", levelOf).start(threeAsks, seed, {
      created,
    });
    expect(session.problem()).toBe(
      "This game is not being saved: its folder is not a folder. You can play on.",
    );
    sleep(session);
    expect(session.result()?.stars).toBe(0);
  });

  test("half-way leaves a journal that can be read, and says so once", async () => {
    const child = player("once");
    const limited = spawnSync("bash", ["-c", `ulimit -f 2; exec "$@"`, "bash", ...child], {
      encoding: "utf8",
    });
    expect(limited.stdout).toContain(
      "This game is not being saved: the file may not grow. You can play on.",
    );
    expect(limited.stdout).toContain("ended played out");
    const read = readGame(path());
    expect(read.ok && read.game.evenings[0]?.turns.length).toBeGreaterThan(5);
    expect(saves().list()).toMatchObject([{ state: "paused" }]);
  });
});

/** A program of its own that plays a game here, one tick at a time, and says each tick once it is stored. */
function player(mode: "once" | "for ever"): readonly string[] {
  const script = join(folder(), "player.ts");
  const at = (place: string) => JSON.stringify(join(process.cwd(), place));
  writeFileSync(
    script,
    `import { openSaves, seedFrom } from ${at("src/session/index.ts")};
     import { threeAsks } from ${at("test/support/levels.ts")};
     const saves = openSaves(${JSON.stringify(folder())}, "0.1.0", () => threeAsks);
     for (let n = 1; n < ${mode === "once" ? 2 : 1e6}; n++) {
       const session = saves.start(threeAsks, seedFrom(n), { created: new Date(n * 1000) });
       while (session.observe().ended === null) {
         session.play({ kind: "wait", ticks: 1 });
         console.log(session.observe().tick, session.problem());
       }
       console.log("ended", session.observe().ended);
     }`,
  );
  return [node, script];
}

async function killedAfter(child: ChildProcess, lines: number): Promise<number> {
  if (child.stdout === null) throw new Error("no output");
  let said = 0;
  for await (const _ of createInterface({ input: child.stdout })) {
    said++;
    if (said === lines) child.kill("SIGKILL");
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  return said;
}

test.each([1, 7, 40])(
  "a program killed outright after %d moves loses none that it had shown",
  async (lines) => {
    const [command = "", ...rest] = player("for ever");
    const said = await killedAfter(
      spawn(command, rest, { stdio: ["ignore", "pipe", "inherit"] }),
      lines,
    );
    const newest = saves()
      .list()
      .find(({ state }) => state === "paused");
    expect(existsSync(join(folder(), `${newest?.file}.lock`))).toBe(true);
    const resumed = saves().resume(newest?.file ?? "");
    if (!resumed.ok) throw new Error(resumed.problem);
    // Whatever was shown is there; what was being stored at that moment may be.
    expect(resumed.session.observe().tick).toBeGreaterThanOrEqual(Math.min(lines, said));
    sleep(resumed.session);
    expect(resumed.session.result()?.stars).toBe(0);
  },
);
