/** The built program: on screens in a real terminal, or between pipes, with saved games of its own. */
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import {
  cleanEnvironment,
  type Environment,
  openTerminal,
  type Terminal,
  type TerminalOptions,
} from "../support/terminal.ts";

export const program: string = join(import.meta.dirname, "../../dist/besteffort.mjs");

/** A folder that is gone when the test is over. */
export function freshHome(): string {
  const home = mkdtempSync(join(tmpdir(), "besteffort-"));
  onTestFinished(() => rmSync(home, { recursive: true, force: true, maxRetries: 5 }));
  return home;
}

export const journals = (home: string): readonly string[] =>
  readdirSync(home).filter((name) => name.endsWith(".ndjson"));

/** The first journal of a folder, whole. */
export const journalIn = (home: string): string =>
  readFileSync(join(home, journals(home)[0] ?? "no journal"), "utf8");

type GameOptions = TerminalOptions & { readonly home?: string };

export function openGame(args: readonly string[] = [], options: GameOptions = {}): Terminal {
  const { home = freshHome(), env = {} } = options;
  const full = { ...options, env: { BESTEFFORT_HOME: home, ...env } };
  const terminal = openTerminal(process.execPath, [program, ...args], full);
  onTestFinished(() => terminal.kill());
  return terminal;
}

/** The prologue's board, its only message just sent: tick 1 of 10. */
export async function sentPrologue(home: string, options: TerminalOptions = {}): Promise<Terminal> {
  const game = openGame(["play", "prologue", "--seed", "moss-4f2a"], { ...options, home });
  await game.waitFor("[enter] begin");
  await game.press("enter", "s", "enter");
  await game.waitFor("a1 is on its way");
  return game;
}

export type Ended = {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
};

/** Runs the program between pipes, fed with some text, to its end. */
export function piped(
  args: readonly string[],
  input: string,
  home: string,
  env: Environment = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [program, ...args], {
    env: cleanEnvironment({ BESTEFFORT_HOME: home, ...env }),
  });
  const heard = { out: "", err: "" };
  child.stdout.on("data", (data) => {
    heard.out += data;
  });
  child.stderr.on("data", (data) => {
    heard.err += data;
  });
  child.stdin.on("error", () => {}).end(input);
  return new Promise((resolve) => {
    child.on("close", (code) => resolve({ code, ...heard }));
  });
}
