/** Builds dist/ unless it was already built from exactly these inputs. */
import { createHash } from "node:crypto";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  globSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, "dist");
const stamp = join(dist, ".inputs");
const INPUTS = [
  "src/**/*",
  "levels/**/*.{yaml,json}",
  "tools/*.{ts,mjs}",
  "vite.config.ts",
  "package.json",
  "package-lock.json",
];

/** One hash over the path and content of every file that can change the result. */
function inputs() {
  const hash = createHash("sha256");
  const files = globSync(INPUTS, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  for (const file of files.sort()) hash.update(`${file}\0`).update(readFileSync(file));
  return hash.digest("hex");
}

/** Builds beside dist/ and swaps, so that nobody ever starts half a build. */
async function bundle(digest) {
  const { build } = await import("vite");
  const outDir = `${dist}.${process.pid}`;
  const entries = ["src/main.tsx", "src/lab/worker.ts"].filter((file) =>
    existsSync(join(root, file)),
  );
  try {
    // One build per entry: a worker that shared chunks with the game would split the play path.
    for (const ssr of entries)
      await build({
        configFile: join(root, "vite.config.ts"),
        build: { ssr, outDir, emptyOutDir: false },
      });
    copyFileSync(join(root, "src/launch.mjs"), join(outDir, "besteffort.mjs"));
    chmodSync(join(outDir, "besteffort.mjs"), 0o755);
    writeFileSync(join(outDir, ".inputs"), digest);
    rmSync(dist, { recursive: true, force: true });
    renameSync(outDir, dist);
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}

const digest = inputs();
if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== digest) {
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = "production";
  try {
    await bundle(digest);
  } catch (error) {
    // The bundler's stack says nothing of the game; what is wrong in a file, and where, does.
    for (const { message } of error.errors ?? [error]) console.error(message);
    process.exit(1);
  }
  if (NODE_ENV === undefined) delete process.env.NODE_ENV;
  else process.env.NODE_ENV = NODE_ENV;
}
