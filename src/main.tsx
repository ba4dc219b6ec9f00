/** The program: arguments in, exit code out. */

import { checkBot } from "./cli/bots.ts";
import { findLevels } from "./cli/find.ts";
import { help } from "./cli/help.ts";
import { keysCommand } from "./cli/keys.ts";
import { type Options, parseOptions } from "./cli/options.ts";
import { mapCommand, playCommand } from "./cli/play.ts";
import { levels } from "./levelfile/builtin.ts";
import { similar } from "./levelfile/similar.ts";
import type { Level } from "./session/index.ts";
import { version } from "./version.ts";

const io = {
  out: (text: string): void => {
    process.stdout.write(text);
  },
  err: (text: string): void => {
    process.stderr.write(text);
  },
};

/** The levels of a file of one's own, or what is wrong with it. */
async function readLevelFile(path: string): Promise<readonly Level[] | string> {
  const found = await findLevels(path);
  return found.ok ? found.levels : found.problem;
}

function fail(problem: string): number {
  io.err(`${problem}\nSee besteffort --help.\n`);
  return 2;
}

/** Runs a command with the options that playing and watching share. */
function withOptions(
  args: readonly string[],
  command: (options: Options) => Promise<number>,
): Promise<number> {
  const options = parseOptions(args);
  return typeof options === "string" ? Promise.resolve(fail(options)) : command(options);
}

/** What only some sessions need is loaded only then, so that the map is there at once. */
const commands: { readonly [name: string]: (args: readonly string[]) => Promise<number> } = {
  play: (args) => withOptions(args, playCommand),
  replay: async (args) => {
    const { replayCommand } = await import("./cli/replay.ts");
    return withOptions(args, replayCommand);
  },
  saves: async (args) => {
    const { savesCommand } = await import("./cli/saves.ts");
    const strange = args.find((arg) => arg !== "--json");
    return strange === undefined
      ? savesCommand(args.includes("--json"))
      : fail(`What is ${strange}? besteffort saves takes nothing but --json.`);
  },
  cast: async (args) => {
    const { castCommand } = await import("./cli/cast.ts");
    return withOptions(args, castCommand);
  },
  share: async (args) => {
    const { shareCommand } = await import("./cli/share.ts");
    return shareCommand(args);
  },
  keys: async (args) => {
    const strange = args.find((arg) => arg !== "--json");
    return strange === undefined
      ? keysCommand(args.includes("--json"))
      : fail(`What is ${strange}? besteffort keys takes nothing but --json.`);
  },
  level: async (args) => {
    const { levelCommand } = await import("./cli/level.ts");
    return levelCommand(args, io, checkBot);
  },
  test: async (args) => {
    const { testCommand } = await import("./cli/test.ts");
    const columns = process.stdout.columns ?? 100;
    const watched = process.stderr.isTTY === true ? { progress: io.err } : {};
    return testCommand(args, { ...io, ...watched, levels, columns, readLevelFile });
  },
};

export async function main(args: readonly string[]): Promise<number> {
  const [first = "", ...rest] = args;
  const command = Object.hasOwn(commands, first) ? commands[first] : undefined;
  const asks = rest.some((flag) => flag === "--help" || flag === "-h");
  if (command !== undefined && asks && first !== "level" && first !== "test") {
    io.out(help);
    return 0;
  }
  if (command !== undefined) return command(rest);
  if (first === "--help" || first === "-h" || first === "help") {
    io.out(help);
    return 0;
  }
  if (first === "--version" || first === "-v") {
    io.out(`${version}\n`);
    return 0;
  }
  if (first === "" || first.startsWith("-")) return withOptions(args, mapCommand);
  const near = similar(first, Object.keys(commands));
  return fail(`There is no command "${first}".${near === null ? "" : ` Did you mean ${near}?`}`);
}
