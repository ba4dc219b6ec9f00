/** The flags that playing and watching share, and what the terminal itself says about them. */
import { parseArgs } from "node:util";
import isUnicodeSupported from "is-unicode-supported";
import { similar } from "../levelfile/similar.ts";
import { type Ground, groundFrom } from "../ui/palette.ts";
import type { Settings } from "../ui/settings.ts";
import { type Look, lookOf } from "../ui/theme.ts";

export type Options = {
  readonly linear: boolean;
  /** The screens after all, where linear is kept. */
  readonly screens: boolean;
  readonly ascii: boolean;
  readonly colour: boolean;
  /** The ground that a flag names; null where none does. */
  readonly ground: Ground | null;
  readonly seed: string | null;
  readonly tier: number | null;
  /** Moves to play, a move a line or separated by semicolons. */
  readonly intents: string | null;
  /** The tick to open a replay at. */
  readonly at: number | null;
  readonly rest: readonly string[];
};

const flags = {
  linear: { type: "boolean", default: false },
  screens: { type: "boolean", default: false },
  ascii: { type: "boolean", default: false },
  "no-color": { type: "boolean", default: false },
  light: { type: "boolean", default: false },
  dark: { type: "boolean", default: false },
  "no-motion": { type: "boolean", default: false },
  seed: { type: "string" },
  tier: { type: "string" },
  intents: { type: "string" },
  at: { type: "string" },
} as const;

/** What Node says of a flag, or the flag that was meant. */
function problemWith(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  const unknown = /^Unknown option '--?([^'=]*)/.exec(said)?.[1];
  if (unknown === undefined) return said;
  const near = similar(unknown, [...Object.keys(flags), "help", "version"]);
  return `There is no --${unknown}.${near === null ? "" : ` Did you mean --${near}?`}`;
}

/** The options, or what is wrong with them in a sentence. */
export function parseOptions(args: readonly string[]): Options | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: flags,
    });
    const tier = values.tier === undefined ? null : Number(values.tier);
    if (values.tier !== undefined && !/^\d+$/.test(values.tier))
      return `--tier takes a number, not "${values.tier}".`;
    if (values.at !== undefined && !/^\d{1,6}$/.test(values.at))
      return `--at takes a tick, not "${values.at}".`;
    if (values.light && values.dark) return "--light or --dark, not both.";
    return {
      linear: values.linear,
      screens: values.screens,
      ascii: values.ascii,
      colour: !values["no-color"],
      ground: values.light ? "light" : values.dark ? "dark" : null,
      seed: values.seed ?? null,
      tier,
      intents: values.intents ?? null,
      at: values.at === undefined ? null : Number(values.at),
      rest: positionals,
    };
  } catch (error) {
    return problemWith(error);
  }
}

/** Whether a person sits at a terminal that can show the screens. */
export const canShow = ({ linear, screens }: Options, kept: Settings): boolean =>
  !linear &&
  (screens || !kept.linear) &&
  process.stdin.isTTY === true &&
  process.stdout.isTTY === true &&
  process.env["TERM"] !== "dumb" &&
  process.env["INK_SCREEN_READER"] !== "true";

/** Flags and NO_COLOR win over what is kept, and that over what the terminal says. */
export function lookFor({ ascii, colour, ground }: Options, kept: Settings): Look {
  const noColour = (process.env["NO_COLOR"] ?? "") !== "" || kept.colour === "off";
  const unicode = kept.glyphs === "auto" ? isUnicodeSupported() : kept.glyphs === "unicode";
  const said = kept.ground === "auto" ? groundFrom(process.env["COLORFGBG"]) : kept.ground;
  return lookOf({
    ascii: ascii || !unicode,
    colour: colour && !noColour,
    ground: ground ?? said,
  });
}
