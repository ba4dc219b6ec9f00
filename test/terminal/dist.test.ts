import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { parseSync } from "vite";
import { expect, test } from "vitest";

const read = (file: string): string => readFileSync(join("dist", file), "utf8");

/** The files that are loaded whenever this one is. */
function loadedWith(file: string): readonly string[] {
  const next = parseSync(file, read(file)).module;
  return [...next.staticImports, ...next.staticExports.flatMap(({ entries }) => entries)]
    .map(({ moduleRequest }) => moduleRequest?.value ?? "")
    .filter((target) => target.startsWith("./"))
    .flatMap((target) => [target, ...loadedWith(target)]);
}

test("a start loads one file, its door and the bundler's own few lines", () => {
  const files = new Set(loadedWith("main.mjs").map((file) => file.replace(/-[\w-]{8}\.mjs$/, "")));
  files.delete("./rolldown-runtime");
  expect([...files]).toEqual(["./game"]);
});

test("a start brings no YAML, no schema library and no way to reach the network", () => {
  const text = ["main.mjs", ...loadedWith("main.mjs")].map(read).join("");
  expect(text).not.toMatch(/\bfetch\(|YAMLParseError|isValiError|node:(http|https|net|tls|dgram)"/);
});

test("an old Node is told which one is needed", async () => {
  const pretend = "Object.defineProperty(process.versions, 'node', { value: '22.11.0' })";
  const started = promisify(execFile)(process.execPath, [
    ...["--import", `data:text/javascript,${encodeURIComponent(pretend)}`],
    "dist/besteffort.mjs",
  ]);
  await expect(started).rejects.toMatchObject({
    code: 1,
    stdout: "",
    stderr: "besteffort needs Node 22.12 or newer; this is Node 22.11.0.\n",
  });
});
