/** Hands a screen the commands that its keys name. */
import { type Key as InkKey, useInput } from "ink";
import { type Context, createContext, useContext } from "react";
import { type Command, commandOf, type Screen } from "./keys.ts";

/** Keys that let time pass: held down over a slow line they arrive in bursts, and a burst is one press. */
const patient = (key: string): boolean =>
  ["wait", "waitMore", "news"].includes(commandOf("board", key === " " ? "space" : key) ?? "");

/** What the table calls the keys of one chunk of input. */
export function namesOf(input: string, key: InkKey): readonly string[] {
  if (key.upArrow) return ["up"];
  if (key.downArrow) return ["down"];
  if (key.leftArrow) return ["left"];
  if (key.rightArrow) return ["right"];
  if (key.return) return ["enter"];
  if (key.escape) return ["esc"];
  if (key.tab) return ["tab"];
  if (key.backspace || key.delete) return ["backspace"];
  if (key.ctrl || key.meta) return [];
  const held = /^(.)\1+$/.test(input) && patient(input.slice(0, 1));
  const pressed = held ? input.slice(0, 1) : input;
  return [...pressed].map((c) => (c === " " ? "space" : c === "\r" ? "enter" : c));
}

/** What each command of a screen does; it is told which of its keys was pressed. */
export type Hands<S extends Screen> = { readonly [C in Command<S>]: (key: string) => void };

/** What a key does on a screen: what its command does, or nothing. */
export const keysOn =
  <S extends Screen>(screen: S, hands: Hands<S>): ((key: string) => void) =>
  (key) => {
    const command = commandOf(screen, key);
    if (command !== null) hands[command](key);
  };

/** Whether the screen that was drawn is still the one that is wanted: what leads elsewhere ends a burst. */
export const Here: Context<() => boolean> = createContext<() => boolean>(() => true);

/** `keys` is asked for every key anew, since one key of a burst may change what the next one means. */
export function useKeys(keys: () => (key: string) => void, isActive: boolean): void {
  const here = useContext(Here);
  useInput(
    (input, key) => {
      for (const name of namesOf(input, key)) if (here()) keys()(name);
    },
    { isActive },
  );
}
