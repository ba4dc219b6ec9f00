/** What a player has set once for all games. */
import type { Ground } from "./palette.ts";
import type { Look } from "./theme.ts";

export type Settings = {
  readonly glyphs: "auto" | "ascii" | "unicode";
  readonly colour: "auto" | "off";
  readonly ground: "auto" | Ground;
  /** New games are calm ones: nothing in them is weighed. */
  readonly calm: boolean;
  /** Offer a hint after two tries that earned fewer than two stars. */
  readonly offer: boolean;
  readonly linear: boolean;
  /** Whether the ending was shown: it comes by itself once. */
  readonly ended: boolean;
};

export const usual: Settings = {
  glyphs: "auto",
  colour: "auto",
  ground: "auto",
  calm: false,
  offer: true,
  linear: false,
  ended: false,
};

type Setting = keyof Settings;

/** Every setting, with what it may be. */
const values: { readonly [S in Setting]: readonly Settings[S][] } = {
  glyphs: ["auto", "ascii", "unicode"],
  colour: ["auto", "off"],
  ground: ["auto", "dark", "light"],
  calm: [false, true],
  offer: [true, false],
  linear: [false, true],
  ended: [false, true],
};

/** Those that a player sets. */
export const settingNames: readonly Exclude<Setting, "ended">[] = [
  "glyphs",
  "colour",
  "ground",
  "calm",
  "offer",
  "linear",
];

const withValue = (settings: Settings, name: Setting, value: unknown): Settings =>
  values[name].some((one) => one === value) ? { ...settings, [name]: value } : settings;

const allNames: readonly Setting[] = [...settingNames, "ended"];

/** Settings from a file: what is not understood is as usual. */
export const settingsOf = (options: { readonly [name: string]: unknown }): Settings =>
  allNames.reduce((settings, name) => withValue(settings, name, options[name]), usual);

/** The same with the next value of one. */
export function turned(settings: Settings, name: Setting): Settings {
  const list: readonly unknown[] = values[name];
  return withValue(settings, name, list[(list.indexOf(settings[name]) + 1) % list.length]);
}

/** Settings where they are kept. */
export type KeptSettings = {
  readonly now: () => Settings;
  /** Keeps them, or says why they last only for now. */
  readonly keep: (settings: Settings) => string;
  readonly look: (settings: Settings) => Look;
  /** What wins over them just now, such as a flag; empty where nothing does. */
  readonly stronger: string;
};
