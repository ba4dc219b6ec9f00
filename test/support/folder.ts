/** A fresh folder of saved games for each test. */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach } from "vitest";
import { type LevelOf, openSaves, type Saves } from "../../src/session/index.ts";
import { threeAsks, twoEvenings } from "./levels.ts";

export const created: Date = new Date("2026-11-24T18:02:03Z");
export const levelOf: LevelOf = (id) =>
  [threeAsks, twoEvenings].find((level) => level.id === id) ?? null;

export type Shelf = {
  readonly folder: () => string;
  readonly saves: () => Saves;
  /** The first journal's name, and where it is. */
  readonly file: () => string;
  readonly path: () => string;
};

export function freshFolder(): Shelf {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "besteffort-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const file = (): string => readdirSync(folder).find((name) => name.endsWith(".ndjson")) ?? "";
  return {
    folder: () => folder,
    saves: () => openSaves(folder, "0.1.0", levelOf),
    file,
    path: () => join(folder, file()),
  };
}
