/** What is done with saved games besides playing them, on a real disk. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { seedFrom } from "../../src/session/index.ts";
import { created, freshFolder } from "../support/folder.ts";
import { sleep } from "../support/journal.ts";
import { threeAsks, twoEvenings } from "../support/levels.ts";

const { folder, saves, file, path } = freshFolder();
const seed = seedFrom(5);
const now = new Date("2026-11-26T12:00:00Z");
const day = 24 * 60 * 60 * 1000;

const begun = () => {
  const session = saves().start(threeAsks, seed, { created });
  session.play({ kind: "wait", ticks: 2 });
  return session;
};

describe("names", () => {
  test("are kept beside the games, bounded, and without what could move a cursor", () => {
    begun().close();
    expect(saves().rename(file(), `  \u001b[2Jfor Wren\u202e ${"x".repeat(99)}`)).toBeNull();
    expect(saves().names().get(file())).toBe("[2Jfor Wren xxxxxxxxxxxx");
    expect(saves().rename(file(), "  ")).toBeNull();
    expect([...saves().names()]).toEqual([]);
  });

  test("that cannot be understood are left as they are, and that is said", () => {
    begun().close();
    writeFileSync(join(folder(), "names.json"), "{half");
    expect(saves().rename(file(), "mine")).toContain("cannot be read: it is not JSON");
    expect(readFileSync(join(folder(), "names.json"), "utf8")).toBe("{half");
    expect([...saves().names()]).toEqual([]);
  });

  test("are given to games only", () => {
    expect(saves().rename("../options.json", "mine")).toBe("There is no such game.");
    expect(readdirSync(folder())).toEqual([]);
  });
});

describe("a deleted game", () => {
  test("lies in the trash until it is brought back, name and all", () => {
    begun().close();
    const [name, text] = [file(), readFileSync(path(), "utf8")];
    saves().rename(name, "mine");
    expect(saves().remove(name, now)).toBeNull();
    expect(saves().list()).toEqual([]);
    expect(saves().resume(name).ok).toBe(false);
    expect(saves().restore()).toEqual({ ok: true, file: name });
    expect(readFileSync(path(), "utf8")).toBe(text);
    expect(saves().names().get(name)).toBe("mine");
    expect(saves().list()).toMatchObject([{ state: "paused" }]);
    expect(saves().restore()).toMatchObject({ ok: false });
  });

  test("that is being played is not deleted", () => {
    const session = begun();
    expect(saves().remove(file(), now)).toContain("open somewhere else");
    expect(existsSync(path())).toBe(true);
    session.close();
    expect(saves().remove(file(), now)).toBeNull();
  });

  test("comes back last in, first out, and is gone for good after thirty days", () => {
    const files = [1, 2, 3].map((n) => {
      const before = readdirSync(folder());
      begun().close();
      const made = readdirSync(folder()).find((one) => !before.includes(one)) ?? "";
      saves().remove(made, new Date(now.getTime() + n * day));
      return made;
    });
    saves().tidy(new Date(now.getTime() + 31.5 * day));
    expect(readdirSync(join(folder(), "trash")).sort()).toEqual(files.slice(1).sort());
    expect(saves().restore()).toEqual({ ok: true, file: files[2] });
    expect(saves().restore()).toEqual({ ok: true, file: files[1] });
  });

  test("never replaces a game that is there", () => {
    begun().close();
    const name = file();
    saves().remove(name, now);
    writeFileSync(join(folder(), name), "another\n");
    expect(saves().restore()).toMatchObject({ ok: false });
    expect(readFileSync(path(), "utf8")).toBe("another\n");
  });
});

describe("a copy", () => {
  test("has a name that says what it is, and is never written over anything", () => {
    begun().close();
    const to = join(folder(), "elsewhere");
    mkdirSync(to);
    const first = `besteffort-three.1-${seed.slice(3)}.ndjson`;
    writeFileSync(join(to, first), "precious");
    expect(saves().copyOut(file(), to)).toEqual({
      ok: true,
      path: join(to, first.replace(".ndjson", "-2.ndjson")),
    });
    expect(readFileSync(join(to, first), "utf8")).toBe("precious");
    expect(readFileSync(join(to, first.replace(".ndjson", "-2.ndjson")), "utf8")).toBe(
      readFileSync(path(), "utf8"),
    );
    expect(saves().copyOut(file(), join(folder(), "nowhere"))).toMatchObject({ ok: false });
  });
});

describe("what was found in a file", () => {
  const many = () => {
    for (let n = 0; n < 9; n++) begun().close();
    return saves().list();
  };
  const index = () => join(folder(), "index.json");

  test("is found again without reading it, until the file changes", () => {
    for (let n = 0; n < 9; n++) begun().close();
    utimesSync(path(), created, created);
    const list = saves().list();
    const text = readFileSync(path(), "utf8");
    // Same length, same time: only who reads it could tell.
    writeFileSync(path(), text.replace('"wait 2"', '"wait 3"'));
    utimesSync(path(), created, created);
    expect(saves().list()).toEqual(list);
    utimesSync(path(), now, now);
    expect(
      saves()
        .list()
        .filter(({ state }) => state === "damaged").length,
    ).toBe(1);
  });

  test("is believed by the same program with the same level only", () => {
    many();
    writeFileSync(index(), readFileSync(index(), "utf8").replaceAll('"tick":2', '"tick":1'));
    expect(saves().list()[0]?.tick).toBe(1);
    const hash = /"by":"(\w+)"/.exec(readFileSync(index(), "utf8"))?.[1] ?? "";
    writeFileSync(index(), readFileSync(index(), "utf8").replaceAll(hash, "0"));
    expect(saves().list()[0]?.tick).toBe(2);
  });

  test.each(["{", '{"app":"x"}', '{"games":{"x":{"save":{}}}}'])(
    "is looked for anew where the index is broken: %s",
    (text) => {
      const list = many();
      writeFileSync(index(), text);
      expect(saves().list()).toEqual(list);
    },
  );

  test("goes on being right when a game ends, and when the folder's index is lost", () => {
    many();
    sleep(saves().start(twoEvenings, seed, { created }));
    const list = saves().list();
    rmSync(index());
    expect(saves().list()).toEqual(list);
  });
});
