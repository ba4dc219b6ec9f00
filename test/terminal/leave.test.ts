/** However the game ends, the shell's terminal is as it was: a shell around it looks, in the same terminal. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { openTerminal, type Terminal } from "../support/terminal.ts";
import { freshHome, program } from "./game.ts";

const hook = fileURLToPath(new URL("./bugs.mjs", import.meta.url));
const quoted = (text: string): string => `'${text}'`;

/** `game` is the game's own process. */
type Shell = Terminal & { readonly game: number };

/** A shell that runs the game between two lines of its own, then tells of the terminal's mode. */
async function inShell(env: Readonly<Record<string, string>> = {}): Promise<Shell> {
  const home = freshHome();
  const pid = join(home, "pid");
  const run = [process.execPath, program, "play", "prologue", "--seed", "moss"].map(quoted);
  const script = [
    "trap : INT TERM HUP",
    "echo the line before",
    `sh -c 'echo $$ > "$0"; exec "$@"' '${pid}' ${run.join(" ")}`,
    'echo "left with $?"',
    "stty -a | tr ' ;' '\\n\\n' | grep -xE -- '-?(icanon|echo|isig)' | tr '\\n' ' '",
    "echo done; read -r end",
  ].join("\n");
  const shell = openTerminal("/bin/sh", ["-c", script], {
    env: { BESTEFFORT_HOME: home, ...env },
  });
  onTestFinished(() => shell.kill());
  await shell.waitFor("[enter] begin");
  await shell.press("enter", "s", "enter");
  await shell.waitFor("a1 is on its way");
  return { ...shell, game: Number(readFileSync(pid, "utf8")) };
}

async function expectWhole(shell: Terminal, code: number): Promise<void> {
  await shell.waitFor("done");
  await shell.settle();
  expect(shell.buffer()).toBe("normal");
  expect(shell.lines()[0]).toBe("the line before");
  expect(shell.text()).toContain(`left with ${code}\n`);
  expect(shell.lines().find((line) => line.endsWith("done"))).toBe("isig icanon echo done");
  expect(shell.raw().lastIndexOf("\u001B[?25h")).toBeGreaterThan(
    shell.raw().lastIndexOf("\u001B[?25l"),
  );
  expect(shell.screen.modes.bracketedPasteMode).toBe(false);
}

test("q and q leave the terminal as it was, with nothing added to it", async () => {
  const shell = await inShell();
  await shell.press("q");
  await shell.waitFor("[enter] play");
  shell.write("q");
  await expectWhole(shell, 0);
  expect(shell.lines().slice(0, 2)).toEqual(["the line before", "left with 0"]);
});

test("ctrl-c leaves at once, with 130, and nothing added", async () => {
  const shell = await inShell();
  shell.write("\u0003");
  await expectWhole(shell, 130);
  expect(shell.lines().slice(0, 2)).toEqual(["the line before", "left with 130"]);
});

test.each([
  ["SIGTERM", 143],
  ["SIGHUP", 129],
  ["SIGINT", 130],
] as const)("%s leaves the terminal as it was", async (signal, code) => {
  const shell = await inShell();
  process.kill(shell.game, signal);
  await expectWhole(shell, code);
});

test.each([
  ["in the answer to a key", (shell: Shell) => shell.write("%")],
  ["in a timer", (shell: Shell) => void process.kill(shell.game, "SIGUSR2")],
  ["while drawing", (shell: Shell) => shell.write("?")],
])("a bug %s ends in a short message on a whole terminal, with 1", async (where, provoke) => {
  const shell = await inShell({ NODE_OPTIONS: `--import ${hook}`, BUG: where });
  provoke(shell);
  await expectWhole(shell, 1);
  expect(shell.lines()[1]).toBe("besteffort: Error: a planted bug");
  expect(shell.lines().findIndex((line) => line.startsWith("left"))).toBeLessThan(20);
});

test("a terminal that is closed takes the game with it", async () => {
  const shell = await inShell();
  shell.kill("SIGKILL");
  await shell.exit();
  const isAlive = (): boolean => {
    try {
      return process.kill(shell.game, 0);
    } catch {
      return false;
    }
  };
  await expect.poll(isAlive, { timeout: 5000 }).toBe(false);
});
