/** How the program is bundled: the play path as one minified file, chunks only for lazy imports. */
import { join } from "node:path";
import { defineConfig, type Plugin } from "vite";
import { levelsPlugin } from "./tools/levels-plugin.ts";

const here = (path: string): string => join(import.meta.dirname, path);

/** Replaces what costs start-up time by what does the same sooner, or nothing. */
const swap: Plugin = {
  name: "besteffort:swap",
  enforce: "pre",
  resolveId(id, importer) {
    if (id === "react-devtools-core") return here("tools/empty.mjs");
    // It would show the minified lines around an error, thousands of characters each.
    if (id === "./ErrorOverview.js") return here("tools/empty.mjs");
    if (id === "string-width" && !importer?.includes("fast-width"))
      return here("tools/fast-width.ts");
    return undefined;
  },
};

export default defineConfig({
  root: import.meta.dirname,
  logLevel: "warn",
  define: {
    "process.env.NODE_ENV": '"production"',
    "process.env.DEV": '"false"',
    // Without fetch, yoga decodes its own wasm instead of loading Node's whole HTTP client.
    fetch: "undefined",
  },
  plugins: [swap, levelsPlugin(here("levels"))],
  ssr: { noExternal: true },
  build: {
    ssr: "src/main.tsx",
    target: "node22",
    minify: true,
    rolldownOptions: {
      output: {
        entryFileNames: "[name].mjs",
        chunkFileNames: "[name]-[hash].mjs",
        // All that a start loads in one chunk, however much of it the lazy chunks share.
        codeSplitting: { groups: [{ name: "game", tags: ["$initial"] }] },
      },
    },
  },
});
