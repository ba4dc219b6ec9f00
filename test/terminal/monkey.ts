/** What a monkey does at a keyboard: the same for the same seed, so that what it finds is found again. */
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { bindings } from "../../src/ui/keys.ts";
import { bytesOf } from "../support/terminal.ts";

/** A number from 0 up to, not including, `below`. */
export type Draw = (below: number) => number;

export type Act =
  | { readonly kind: "type"; readonly data: string }
  | { readonly kind: "resize"; readonly columns: number; readonly rows: number };

export function drawFrom(seed: number): Draw {
  const generator = xoroshiro128plus(seed);
  return (below) => uniformInt(generator, 0, below - 1);
}

export function oneOf<T>(draw: Draw, list: readonly T[]): T {
  const one = list[draw(list.length)];
  if (one === undefined) throw new RangeError("nothing to draw from");
  return one;
}

/** Every key of the game but those that type letters; what leads out of a screen is drawn as rarely as it is there. */
const { text: _, ...screens } = bindings;
const known: readonly string[] = [
  ...new Set(
    Object.values(screens).flatMap((commands) =>
      Object.values<{ readonly keys: readonly string[] }>(commands).flatMap(({ keys }) => keys),
    ),
  ),
].filter((key) => key !== "q" && key !== "esc");
const named = ["up", "down", "left", "right", "tab", "shift-tab", "home", "end"] as const;
const more = [...named, "pageup", "pagedown", "backspace", "enter", "space"] as const;
const controls = [..."\u0001\u0003\u0004\u0007\u000B\u000C\u0012\u0013\u0015\u001A\u001C"];

/** Beginnings of what a terminal sends; the rest never comes. An opened paste is not among them: every terminal ends it. */
const halves = [
  "\u001B",
  "\u001B[",
  "\u001BO",
  "\u001B[1;",
  "\u001B[<0;3",
  "\u001B]0;a",
  "\u001BP",
];
const pasted = [
  "Soup on Friday? I have too much pot for one.",
  "a line\rand another\n\tand a third \u0000\u0007",
  "日本語 und Größe, ein 🙂 und e\u0301",
  "w2w3w ".repeat(40),
  "\u001B[200~q\rpasted between brackets\u001B[201~",
];

const letter = (draw: Draw): string => String.fromCharCode(32 + draw(95));

function key(draw: Draw): string {
  const kind = draw(20);
  if (kind < 13) return bytesOf(oneOf(draw, known));
  if (kind < 16) return bytesOf(oneOf(draw, more));
  if (kind < 18) return letter(draw);
  return kind < 19 ? bytesOf("esc") : "q";
}

const burst = (draw: Draw): string =>
  Array.from({ length: 2 + draw(11) }, () => key(draw)).join("");

const resized = (draw: Draw): Act => ({
  kind: "resize",
  columns: oneOf(draw, [80, 120, 20 + draw(181)]),
  rows: oneOf(draw, [24, 40, 8 + draw(53)]),
});

export function actOf(draw: Draw): Act {
  const kind = draw(100);
  if (kind < 6) return resized(draw);
  if (kind < 9) return { kind: "type", data: oneOf(draw, halves) };
  if (kind < 11) return { kind: "type", data: oneOf(draw, controls) };
  if (kind < 13) return { kind: "type", data: oneOf(draw, pasted) };
  return { kind: "type", data: kind < 30 ? burst(draw) : key(draw) };
}
