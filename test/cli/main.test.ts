import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { findLevels } from "../../src/cli/find.ts";
import { main } from "../../src/main.tsx";

let home = "";
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "besteffort-"));
  vi.stubEnv("BESTEFFORT_HOME", home);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(home, { recursive: true, force: true });
});

type Said = { readonly code: number; readonly out: string; readonly err: string };

/** What the program says to a command line, and its exit code. */
async function says(...args: readonly string[]): Promise<Said> {
  const out = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const err = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const text = (spy: typeof out): string => spy.mock.calls.map(([said]) => said).join("");
  const code = await main(args);
  const said = { code, out: text(out), err: text(err) };
  vi.restoreAllMocks();
  return said;
}

test.each([["--help"], ["-h"], ["help"], ["play", "--help"], ["replay", "-h"]])(
  "%s leads with examples",
  async (...args) => {
    const { code, out, err } = await says(...args);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out.split("\n")[2]).toMatch(/^ {2}besteffort +/);
    expect(out.split("\n").every((line) => line.length <= 100)).toBe(true);
  },
);

test("--version is the package's", async () => {
  const { version } = JSON.parse(readFileSync("package.json", "utf8"));
  expect(await says("--version")).toEqual({ code: 0, out: `${version}\n`, err: "" });
});

test.each([
  [["plya"], 'There is no command "plya". Did you mean play?'],
  [["constructor"], 'There is no command "constructor".'],
  [["play", "bakoff"], 'There is no level "bakoff". Did you mean backoff?'],
  [["play", "zzz"], 'There is no level "zzz". There are: prologue, '],
  [["play", "prologue", "--sed", "x"], "There is no --sed. Did you mean --seed?"],
  [["--asci"], "There is no --asci. Did you mean --ascii?"],
  [["play"], "Play what? Try: besteffort play prologue"],
  [["play", "prologue", "backoff"], "One level at a time; what is backoff?"],
  [["play", "prologue", "--seed", "A B"], '"A B" is no seed.'],
  [["play", "prologue", "--seed", ""], '"" is no seed.'],
  [["play", "backoff", "--tier", "two"], '--tier takes a number, not "two".'],
  [["play", "backoff", "--tier", ""], '--tier takes a number, not "".'],
  [["play", "backoff", "--tier", "9"], "backoff has no tier 9; it has 3."],
  [["play", "no.yaml"], "no.yaml:1:1: There is no such file."],
  [["replay"], "Replay what?"],
  [["replay", "no.ndjson"], "no.ndjson: This file cannot be read: it is not there."],
  [["saves", "--jsn"], "What is --jsn?"],
  [["level", "chek", "x"], "There is no level chek. Did you mean level check?"],
])("%j is a mistake, and what was meant is guessed", async (args, sentence) => {
  const { code, out, err } = await says(...args);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err.startsWith(sentence)).toBe(true);
  expect(readdirSync(home)).toEqual([]);
});

test("a level of one's own is written, checked, played and seen again", async () => {
  const file = join(home, "mine.yaml");
  expect((await says("level", "new", file)).code).toBe(0);
  expect((await says("level", "check", file)).out).toMatch(/^ok: /);
  const played = await says("play", file, "--intents", "s key; q");
  expect(played.out).toContain("You, a1: Is there a key under the mat?");
  const [game = ""] = readdirSync(home).filter((name) => name.endsWith(".ndjson"));
  const { code, out } = await says("replay", join(home, game));
  expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining("under the mat") });
});

test("a replay in lines says whether it came out as recorded, and begins at the tick asked for", async () => {
  await says("play", "prologue", "--seed", "moss", "--intents", "s; w; q");
  const [game = ""] = readdirSync(home).filter((name) => name.endsWith(".ndjson"));
  const at = async (...more: string[]): Promise<string> =>
    (await says("replay", game, "--linear", "--intents", "q", ...more)).out;
  expect(await at("--at", "2")).toMatch(/3 ticks, verified\.\n.*\nTick 2\. /);
  expect(await at("--at", "99")).toContain("\nTick 3. ");
  expect(await at()).toContain("\nTick 0.");
});

test("a game is shared as what it came to, when who wrote, and a code that is watched", async () => {
  expect(await says("share")).toMatchObject({ code: 2, err: "There is no game yet to share.\n" });
  await says("play", "prologue", "--seed", "moss-4f2a", "--intents", "s; w; w; w; q");
  const { code, out } = await says("share");
  const [title, line, text = ""] = out.trimEnd().split("\n");
  expect([code, title]).toEqual([0, "Best Effort: One message, seed moss-4f2a"]);
  expect(line).toMatch(/^a\.{10,}b\.+$/);
  const [game = ""] = readdirSync(home).filter((name) => name.endsWith(".ndjson"));
  expect(await says("replay", text)).toEqual(await says("replay", game));
  expect(await says("share", game)).toEqual({ code: 0, out, err: "" });
  expect(await says("share", "a", "b")).toMatchObject({ code: 2 });
  const { out: recording } = await says("cast", text);
  expect(JSON.parse(recording.split("\n")[0] ?? "")).toMatchObject({ version: 3 });
  expect(await says("cast", "be1:none")).toMatchObject({ code: 2, out: "" });
  expect(await says("cast")).toMatchObject({ code: 2, out: "" });
  expect(await says("replay", text.replace(/be1:\d+/, "be1:2"))).toMatchObject({
    code: 3,
    out: "",
  });
  expect(await says("replay", text.slice(0, -4))).toMatchObject({ code: 2, out: "" });
});

test("saved games are listed for people and for programs", async () => {
  expect((await says("saves")).out).toBe(`Games in ${home}: 0\n`);
  await says("play", "prologue", "--seed", "moss", "--intents", "s; w; q");
  const { out } = await says("saves");
  expect(out.split("\n")[1]).toMatch(/^\S+\.ndjson {2}prologue {2}paused {2}evening 1, tick 3$/);
  const { folder, games } = JSON.parse((await says("saves", "--json")).out);
  expect(folder).toBe(home);
  expect(games).toMatchObject([{ level: "prologue", seed: "b1:moss", state: "paused", tick: 3 }]);
});

test("the help of a command that has its own is that command's", async () => {
  expect((await says("test", "--help")).out).toContain("--seeds N");
  expect((await says("level", "--help")).out).toContain("level explain");
});

test("a level of the player's own folder is played by its id", async () => {
  const folder = join(home, "mine");
  vi.stubEnv("BESTEFFORT_LEVELS", folder);
  mkdirSync(folder);
  expect(await says("level", "new", join(folder, "gloves"))).toMatchObject({
    code: 2,
    err: expect.stringContaining("ends in .yaml"),
  });
  const file = join(folder, "gloves.yaml");
  expect((await says("level", "new", file)).code).toBe(0);
  writeFileSync(file, readFileSync(file, "utf8").replace(/^id: .*/m, "id: gloves"));
  expect(await findLevels("gloves")).toMatchObject({ ok: true, levels: [{ id: "gloves" }] });
  expect((await says("play", "mittens", "--linear")).code).toBe(2);
});
