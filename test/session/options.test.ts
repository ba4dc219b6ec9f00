import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readOptions, writeOptions } from "../../src/session/index.ts";
import { freshFolder } from "../support/folder.ts";

const { folder } = freshFolder();

describe("options", () => {
  test("are read back as they were stored", () => {
    expect(readOptions(folder())).toEqual({ options: {}, problem: null });
    expect(writeOptions(join(folder(), "new"), { motion: false, name: "me" })).toBeNull();
    expect(readOptions(join(folder(), "new"))).toEqual({
      options: { motion: false, name: "me" },
      problem: null,
    });
  });

  test("are replaced whole: a link in their place is not followed, and nothing is left lying about", () => {
    writeFileSync(join(folder(), "precious"), "mine");
    symlinkSync(join(folder(), "precious"), join(folder(), "options.json"));
    expect(writeOptions(folder(), { motion: true })).toBeNull();
    expect(readFileSync(join(folder(), "precious"), "utf8")).toBe("mine");
    expect(readdirSync(folder()).sort()).toEqual(["options.json", "precious"]);
  });

  test("that cannot be stored leave the old ones", () => {
    mkdirSync(join(folder(), "options.json"));
    expect(writeOptions(folder(), { motion: true })).toBe(
      "Your options were not saved: it is a folder.",
    );
    expect(readdirSync(folder())).toEqual(["options.json"]);
  });

  test.each(["{", "[]", '{"__proto__":{"motion":true}}', '{"name":"\\u001b[2J"}'])(
    "that are damaged are none: %s",
    (text) => {
      writeFileSync(join(folder(), "options.json"), text);
      expect(readOptions(folder())).toEqual({
        options: {},
        problem: expect.stringContaining("cannot be read"),
      });
    },
  );
});
