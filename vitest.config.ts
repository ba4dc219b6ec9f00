/** How the tests run: everything in process first, then the built program in real terminals. */
import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { levelsPlugin } from "./tools/levels-plugin.ts";

const tests = "test/**/*.test.{ts,tsx}";
const terminal = "test/terminal/**/*.test.{ts,tsx}";
const report = process.env["TEST_REPORT"];

export default defineConfig({
  plugins: [levelsPlugin(join(import.meta.dirname, "levels"))],
  test: {
    // Colour decided here and not by whoever runs the tests; with CI set, Ink would draw nothing.
    env: { FORCE_COLOR: "3", NO_COLOR: "", CI: "false" },
    reporters: report ? ["default", ["json", { outputFile: report }]] : ["default"],
    projects: [
      {
        extends: true,
        test: {
          name: "game",
          include: [tests],
          exclude: [terminal],
          setupFiles: "test/support/setup.ts",
          // What takes two seconds alone takes far longer where every core is busy.
          testTimeout: 30_000,
          maxWorkers: "100%",
        },
      },
      {
        extends: true,
        test: {
          name: "terminal",
          include: [terminal],
          globalSetup: "tools/build-for-tests.ts",
          testTimeout: 30_000,
          // Last and one by one: a program that is starved of its core is a poor witness.
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
    coverage: {
      enabled: process.env["COVERAGE"] === "1",
      include: ["src/**"],
      reporter: ["text-summary", "html"],
      thresholds: {
        "src/engine/**": { lines: 95, functions: 95, branches: 95, statements: 95 },
      },
    },
  },
});
