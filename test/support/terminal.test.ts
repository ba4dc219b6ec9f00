import { expect, onTestFinished, test } from "vitest";
import { openTerminal, type TerminalOptions } from "./terminal.ts";

function open(script: string, options: TerminalOptions = {}) {
  const terminal = openTerminal(process.execPath, ["-e", script], options);
  onTestFinished(() => terminal.kill());
  return terminal;
}

const ECHO = `
  process.stdin.setRawMode(true).on("data", (key) => {
    if (String(key) === "q") process.exit(3);
    console.log("key " + JSON.stringify(String(key)));
  });
  process.stdout.on("resize", () => console.log("size " + process.stdout.getWindowSize()));
  console.log("ready " + process.stdout.getWindowSize() + " " + process.env.CI);
`;

test("a terminal shows what a program writes, hears keys and tells how it ended", async () => {
  const terminal = open(ECHO, { columns: 40, rows: 10 });
  await terminal.waitFor("ready 40,10 undefined");
  await terminal.press("x", "up", "enter");
  expect(terminal.lines().slice(1, 4)).toEqual(['key "x"', 'key "\\u001b[A"', 'key "\\r"']);
  terminal.resize(50, 12);
  await terminal.waitFor("size 50,12");
  expect(terminal.buffer()).toBe("normal");
  terminal.write("q");
  expect(await terminal.exit()).toEqual({ code: 3, signal: null });
});

test("a terminal tells the signal that ended a program", async () => {
  const terminal = open(ECHO);
  await terminal.waitFor("ready");
  terminal.kill("SIGTERM");
  expect(await terminal.exit()).toEqual({ code: null, signal: "SIGTERM" });
});

test("a terminal that waits in vain says what was on the screen instead", async () => {
  const terminal = open(ECHO);
  await terminal.waitFor("ready");
  await expect(terminal.waitFor("never", 50)).rejects.toThrow(/never; the screen:\nready 80,24/);
});
