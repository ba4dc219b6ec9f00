/** Serves `virtual:levels`: the level files read and checked once, at build time, so that play parses no YAML. */
import { globSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import { readLevels } from "../src/levelfile/folder.ts";

const NAME = "virtual:levels";
const RESOLVED = `\0${NAME}`;

/** A string handed to JSON.parse starts faster than the same data as a literal. */
const constant = (name: string, value: unknown): string =>
  `export const ${name} = JSON.parse(${JSON.stringify(JSON.stringify(value))});`;

export function levelsPlugin(folder: string): Plugin {
  return {
    name: "besteffort:levels",
    resolveId: (id) => (id === NAME ? RESOLVED : undefined),
    load(id) {
      if (id !== RESOLVED) return undefined;
      for (const file of globSync(join(folder, "**/*.yaml"))) this.addWatchFile(file);
      const { levels, voices } = readLevels(folder);
      return `${constant("levels", levels)}\n${constant("voices", voices)}\n`;
    },
  };
}
