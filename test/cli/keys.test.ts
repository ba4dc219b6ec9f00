import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { checkKeys, keysCommand, takeOwnKeys } from "../../src/cli/keys.ts";
import { bindings, commandOf, footer, keyOf, keysText, listed, rebind } from "../../src/ui/keys.ts";
import { namesOf } from "../../src/ui/useKeys.ts";

type Bound = { readonly keys: readonly string[]; readonly help: string };

let home = "";
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "besteffort-"));
  vi.stubEnv("BESTEFFORT_HOME", home);
});
afterEach(() => {
  rebind({});
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(home, { recursive: true, force: true });
});

const write = (text: string): void => writeFileSync(join(home, "keys.json"), text);

/** What `besteffort keys` prints to either stream, and its exit code. */
function printed(json: boolean) {
  const out = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const err = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const code = keysCommand(json);
  const text = (spy: typeof out): string => spy.mock.calls.map(([said]) => said).join("");
  const said = { code, out: text(out), err: text(err) };
  vi.restoreAllMocks();
  return said;
}

describe("keys.json", () => {
  test("without one, all is as usual", () => {
    const before = footer("board");
    expect(takeOwnKeys()).toBe("");
    expect(footer("board")).toEqual(before);
  });

  test("new keys work, old ones do not, and all that is printed says so", () => {
    write('{"board": {"news": ["x"], "wait": ["."], "up": ["K"]}, "map": {"left": ["a"]}}');
    expect(takeOwnKeys()).toBe("");
    expect([commandOf("board", "x"), commandOf("board", "w")]).toEqual(["news", null]);
    expect(footer("board")).toEqual(expect.arrayContaining(["[x] wait for news", "[.] wait 1"]));
    expect(footer("board")).toContain("[K/j] scroll");
    expect(footer("map")).toContain("[a/l] tier");
    expect(listed("board").find(({ help }) => help === "wait for news")?.keys).toEqual(["x"]);
    expect(keyOf("board", "news")).toBe("x");
    expect(printed(false).out).toMatch(/^ {2}news +x +wait for news$/m);
  });

  test("held down, the new key for waiting is one press", () => {
    write('{"board": {"wait": ["."]}}');
    takeOwnKeys();
    const plain = { ctrl: false, meta: false } as Parameters<typeof namesOf>[1];
    expect([namesOf("...", plain), namesOf("  ", plain)]).toEqual([["."], ["space", "space"]]);
  });

  test("two commands may swap their keys", () => {
    const { problems, keys } = checkKeys({ board: { send: ["p"], ping: ["s"] } });
    expect([problems, keys["board"]]).toEqual([[], { send: ["p"], ping: ["s"] }]);
  });

  test("one that is left without a key is printed nowhere", () => {
    write('{"board": {"ping": []}}');
    takeOwnKeys();
    expect(footer("board").join()).not.toContain("ping");
    expect(listed("board").some(({ help }) => help === "a small sign of life")).toBe(false);
  });

  test.each([
    [{ bord: {} }, 'No screen is called "bord". Did you mean board?'],
    [{ board: { snd: ["."] } }, 'No command on board is called "snd". Did you mean send?'],
    [{ board: { wait: ["spce"] } }, 'board.wait: No key is called "spce". Did you mean space?'],
    [{ board: { wait: ["好"] } }, 'board.wait: No key is called "好".'],
    [{ board: { wait: "." } }, 'board.wait wants a list of keys, such as ["x", "space"].'],
    [{ board: 7 }, "board wants commands, each with its keys."],
    [{ board: { wait: ["s"] } }, "On board, send and wait both want the key s."],
    [{ board: { quit: [] } }, "board.quit needs a key."],
    [{ map: { help: [] } }, "map.help needs a key."],
    [{ pick: { choose: ["a"] } }, "pick.choose stays as it is: its keys are what they stand for."],
  ])("%j: %s", (value, problem) => {
    const { problems, keys } = checkKeys({ ...value, debrief: { fog: ["z"] } });
    expect(problems).toEqual([problem]);
    // The rest of the file is used.
    expect(keys).toMatchObject({ debrief: { fog: ["z"] } });
    expect(Object.keys(keys["board"] ?? {})).toEqual([]);
  });

  test.each(["{", "[]", '{"__proto__": {}}'])("%s cannot be read, and all is as usual", (text) => {
    write(text);
    expect(takeOwnKeys()).toMatch(/^keys\.json: It cannot be read: it .+\.$/);
    expect(commandOf("board", "w")).toBe("news");
  });

  test("what does not fit one line is left to `besteffort keys`", () => {
    write('{"a": {}, "b": {}}');
    expect(takeOwnKeys()).toBe("keys.json: 2 not used as written; besteffort keys says which.");
    const { code, err } = printed(false);
    expect([code, err.split("\n").length]).toEqual([2, 3]);
  });

  test("what `besteffort keys --json` prints is a file that changes nothing", () => {
    const before = Object.keys(bindings.board).length;
    const { out, code } = printed(true);
    write(out);
    expect([code, takeOwnKeys()]).toEqual([0, ""]);
    expect(listed("board")).toHaveLength(before);
    expect(footer("board")).toContain("[w]ait for news");
  });
});

describe("what is written of keys", () => {
  const readme = readFileSync(join(import.meta.dirname, "../../README.md"), "utf8");

  test("besteffort keys prints every key of every screen, with what it does", () => {
    const { code, out } = printed(false);
    const rows = Object.entries(bindings).flatMap(([screen, commands]) => [
      screen,
      ...Object.entries<Bound>(commands).map(
        ([name, { keys, help }]) => `${name} ${keysText(keys)} ${help}`,
      ),
    ]);
    expect(code).toBe(0);
    expect(out.trim().split("\n")).toHaveLength(rows.length);
    for (const [i, line] of out.trim().split("\n").entries())
      expect(line.trim().replace(/ +/g, " ")).toBe(rows[i]);
  });

  test("the README's table names keys of the board and no other", () => {
    const rows = readme.split("\n").filter((line) => line.startsWith("| `"));
    const keys = rows.flatMap((row) =>
      [...(row.split("|")[1] ?? "").matchAll(/`(\S+?)`/g)].map(([, key = ""]) => key),
    );
    expect(keys.length).toBeGreaterThan(8);
    expect(keys.filter((key) => commandOf("board", key) === null)).toEqual([]);
  });

  test("the README's keys for watching do what it says", () => {
    const text = readme.slice(readme.indexOf("## Replaying"));
    const told = [...text.matchAll(/\*{0,2}([a-z][a-z ]*)\*{0,2} \(`(\S+)`\)/g)];
    const commands = told.map(
      ([, , key = ""]) => commandOf("replay", key) ?? commandOf("debrief", key),
    );
    expect(commands).toEqual(["fog", "seats", "fork", "pattern", "compare"]);
    expect(commandOf("replay", "F")).toBe("other");
  });
});
