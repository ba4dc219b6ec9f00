/** A stand-in for src/levelfile/read.ts: every YAML file as it is, unchecked. */
import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "yaml";

const yaml = (file: string): unknown => parse(readFileSync(file, "utf8"));

export function readLevels(folder: string): {
  levels: unknown[];
  voices: Record<string, unknown>;
} {
  const files = (pattern: string) => globSync(join(folder, pattern)).sort();
  return {
    levels: files("*.yaml").map(yaml),
    voices: Object.fromEntries(
      files("voices/*.yaml").map((file) => [basename(file, ".yaml"), yaml(file)]),
    ),
  };
}
