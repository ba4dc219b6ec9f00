/** The player's settings on disk, and what flags and the environment say over them. */
import { readOptions, writeOptions } from "../session/saves/options.ts";
import { type KeptSettings, type Settings, settingsOf } from "../ui/settings.ts";
import { lookFor, type Options } from "./options.ts";

export type DiskSettings = KeptSettings & {
  /** Why they could not be read; empty where they could. */
  readonly problem: string;
};

function stronger({ ascii, colour, ground }: Options): string {
  const given = [
    ascii ? "--ascii" : "",
    colour ? "" : "--no-color",
    ground === null ? "" : `--${ground}`,
    (process.env["NO_COLOR"] ?? "") === "" ? "" : "NO_COLOR",
  ].filter((one) => one !== "");
  return given.length === 0 ? "" : `Stronger than what is set here, just now: ${given.join(", ")}.`;
}

/** Reads them once; a file that cannot be read is left as it is. */
export function openSettings(folder: string, options: Options): DiskSettings {
  const { options: kept, problem } = readOptions(folder);
  let now = settingsOf(kept);
  const keep = (settings: Settings): string => {
    now = settings;
    if (problem !== null) return `${problem} It is left as it is, and this lasts until you quit.`;
    return writeOptions(folder, { ...kept, ...settings }) ?? "";
  };
  const look: KeptSettings["look"] = (settings) => lookFor(options, settings);
  return { now: () => now, keep, look, stronger: stronger(options), problem: problem ?? "" };
}
