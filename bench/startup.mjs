/** How long a start takes: from starting the process to its first words, in a real terminal. */
import { mkdtempSync, rmSync } from "node:fs";
import { build } from "vite";
import { bytesOf, openTerminal } from "../test/support/terminal.ts";
import { at, freshHome, homeWithGames, interleaved, program, quantile, table } from "./measure.mjs";

const ROUNDS = Number(process.env.ROUNDS ?? 20);
const HELLO = "hello from ink";
const CASES = [
  { name: "node -e, no framework", args: ["-e", `console.log("${HELLO}")`], mark: HELLO },
  { name: "Best Effort, its map", args: [program], mark: "BEST EFFORT", home: freshHome() },
  { name: "Ink hello-world, as installed", args: [at("bench/hello/hello.mjs")], mark: HELLO },
];

/** The hello-world through the game's own recipe; inside the repository, like dist/. */
async function bundledHello() {
  const outDir = mkdtempSync(at("dist.hello-"));
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = "production";
  await build({
    configFile: at("vite.config.ts"),
    build: { ssr: at("bench/hello/hello.mjs"), outDir, emptyOutDir: false },
  });
  if (NODE_ENV === undefined) delete process.env.NODE_ENV;
  return outDir;
}

function firstWords({ name, args, mark, home }) {
  return new Promise((resolve, reject) => {
    const from = performance.now();
    const env = { BESTEFFORT_HOME: home };
    const terminal = openTerminal(process.execPath, args, { columns: 120, rows: 40, env });
    const late = setTimeout(() => {
      terminal.kill();
      reject(new Error(`${name}: "${mark}" never came; it wrote:\n${terminal.text()}`));
    }, 15_000);
    let ms;
    terminal.onData(() => {
      if (ms !== undefined || !terminal.raw().includes(mark)) return;
      ms = performance.now() - from;
      // Not killed: Node writes its compile cache only when a program ends by itself.
      terminal.write(bytesOf("ctrl-c"));
    });
    terminal.exit().then(() => {
      clearTimeout(late);
      resolve(ms);
    }, reject);
  });
}

export async function startup() {
  const outDir = await bundledHello();
  try {
    const bundled = {
      name: "Ink hello-world, same bundle recipe",
      args: [`${outDir}/hello.mjs`],
      mark: HELLO,
    };
    const saved = {
      name: "Best Effort, its map, 50 saved games",
      args: [program],
      mark: "BEST EFFORT",
      home: homeWithGames(50),
    };
    const cases = [...CASES, saved, bundled];
    const results = await interleaved(cases, ROUNDS, firstWords);
    const median = (one) => quantile(results.get(one), 0.5);
    const game = median(CASES[1]);
    table(
      `Start to first words, ${ROUNDS} interleaved rounds, 120x40 (ratio: times the game's)`,
      ["", "median ms", "min", "p90", "ratio"],
      cases.map((one) => [
        one.name,
        median(one).toFixed(0),
        quantile(results.get(one), 0).toFixed(0),
        quantile(results.get(one), 0.9).toFixed(0),
        (median(one) / game).toFixed(2),
      ]),
    );
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}
