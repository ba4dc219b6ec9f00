/** The player's own keys: `keys.json` beside the games, as {"board": {"wait": ["space", "."]}}. */
import { join } from "node:path";
import { similar } from "../levelfile/similar.ts";
import { parseLine } from "../session/entry.ts";
import { readBounded } from "../session/saves/disk.ts";
import { isRecord, isText } from "../session/shape.ts";
import { bindings, keysText, type OwnKeys, rebind } from "../ui/keys.ts";
import { gamesFolder } from "./shelf.ts";

type Own = { readonly keys: OwnKeys; readonly problems: readonly string[] };
type Bound = { readonly keys: readonly string[]; readonly help: string };

const usual: { readonly [screen: string]: { readonly [command: string]: Bound } } = bindings;
const named = ["space", "enter", "esc", "tab", "backspace", "up", "down", "left", "right"];
/** Without these nobody finds their way on, or back. */
const essential = ["help", "quit", "back", "play", "watch", "debrief", "next", "done"];
const largest = 64 * 1024;

/** A name of the list as a sentence wants it, or the one that was meant. */
function unknown(what: string, name: string, names: readonly string[]): string {
  const near = similar(name, names);
  const short = JSON.stringify(name.slice(0, 20));
  return `No ${what} ${short}.${near === null ? "" : ` Did you mean ${near}?`}`;
}

/** One cell wide, and typed by one key. */
const isKey = (key: string): boolean =>
  named.includes(key) || /^[!-~]$/.test(key) || (/^\p{L}$/u.test(key) && key < "\u0590");

/** Keys that are the number, or the letter, they stand for cannot be others. */
const isItself = ({ keys }: Bound): boolean =>
  keys.length > 20 || (keys.length > 1 && keys.every((key) => /^\d$/.test(key)));

/** What is wrong with the keys wanted for a command, if anything. */
function wrongWith(screen: string, command: string, wanted: unknown): string | null {
  const bound = usual[screen]?.[command];
  if (bound === undefined || !Object.hasOwn(usual[screen] ?? {}, command))
    return unknown(`command on ${screen} is called`, command, Object.keys(usual[screen] ?? {}));
  const here = `${screen}.${command}`;
  if (!Array.isArray(wanted) || !wanted.every(isText))
    return `${here} wants a list of keys, such as ["x", "space"].`;
  const strange = wanted.find((key) => !isKey(key));
  if (strange !== undefined) return `${here}: ${unknown("key is called", strange, named)}`;
  if (isItself(bound)) return `${here} stays as it is: its keys are what they stand for.`;
  if (wanted.length === 0 && essential.includes(command)) return `${here} needs a key.`;
  return null;
}

/** Two commands of a screen that want the same key. */
function clashOn(screen: string, own: { [command: string]: readonly string[] }) {
  const taken = new Map<string, string>();
  for (const [command, { keys }] of Object.entries(usual[screen] ?? {}))
    for (const key of new Set(own[command] ?? keys)) {
      const other = taken.get(key);
      if (other !== undefined) return { key, commands: [other, command] };
      taken.set(key, command);
    }
  return null;
}

/** The keys wanted on one screen that can be had; what clashes goes back to the usual. */
function checkScreen(screen: string, wanted: { readonly [command: string]: unknown }) {
  const own: { [command: string]: readonly string[] } = {};
  const problems: string[] = [];
  for (const [command, keys] of Object.entries(wanted)) {
    const wrong = wrongWith(screen, command, keys);
    if (wrong !== null) problems.push(wrong);
    else if (Array.isArray(keys)) own[command] = keys.filter(isText);
  }
  for (let clash = clashOn(screen, own); clash !== null; clash = clashOn(screen, own)) {
    const { key, commands } = clash;
    problems.push(`On ${screen}, ${commands.join(" and ")} both want the key ${key}.`);
    for (const command of commands) delete own[command];
  }
  return { own, problems };
}

/** What of a player's wishes can be had, and a sentence for each that cannot. */
export function checkKeys(value: { readonly [screen: string]: unknown }): Own {
  const keys: { [screen: string]: OwnKeys[string] } = {};
  const problems: string[] = [];
  for (const [screen, wanted] of Object.entries(value)) {
    if (!Object.hasOwn(usual, screen))
      problems.push(unknown("screen is called", screen, Object.keys(usual)));
    else if (!isRecord(wanted)) problems.push(`${screen} wants commands, each with its keys.`);
    else {
      const checked = checkScreen(screen, wanted);
      keys[screen] = checked.own;
      problems.push(...checked.problems);
    }
  }
  return { keys, problems };
}

function readKeys(): Own {
  const bytes = readBounded(join(gamesFolder(), "keys.json"), largest);
  if (bytes === "it is not there") return { keys: {}, problems: [] };
  const value = isText(bytes) ? bytes : parseLine(bytes.toString("utf8"), true);
  return isText(value)
    ? { keys: {}, problems: [`It cannot be read: ${value}.`] }
    : checkKeys(value);
}

/** Sets the player's keys; says in one line what of them could not be used, or nothing. */
export function takeOwnKeys(): string {
  const { keys, problems } = readKeys();
  rebind(keys);
  const [first = "", ...more] = problems;
  if (first === "") return "";
  const whole = `keys.json: ${first}`;
  return more.length === 0 && whole.length <= 76
    ? whole
    : `keys.json: ${problems.length} not used as written; besteffort keys says which.`;
}

/** `besteffort keys`: every key there is now; as JSON, a file to start one's own from. */
export function keysCommand(json: boolean): number {
  const { keys: own, problems } = readKeys();
  const table = Object.entries(usual).map(
    ([screen, commands]) =>
      [
        screen,
        Object.entries(commands).map(([name, bound]) => {
          return { name, ...bound, keys: own[screen]?.[name] ?? bound.keys, usual: bound };
        }),
      ] as const,
  );
  const lines = table.flatMap(([screen, commands]) => [
    screen,
    ...commands.map(
      ({ name, keys, help }) => `  ${name.padEnd(10)} ${keysText(keys).padEnd(20)} ${help}`,
    ),
  ]);
  const file = Object.fromEntries(
    table.map(([screen, commands]) => [
      screen,
      Object.fromEntries(
        commands.filter((one) => !isItself(one.usual)).map(({ name, keys }) => [name, keys]),
      ),
    ]),
  );
  process.stdout.write(`${json ? JSON.stringify(file, null, 2) : lines.join("\n")}\n`);
  for (const problem of problems) process.stderr.write(`keys.json: ${problem}\n`);
  return problems.length === 0 ? 0 : 2;
}
