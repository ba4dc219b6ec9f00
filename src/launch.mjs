#!/usr/bin/env node
/** The command `besteffort`: checks Node in words that old Nodes can read, then loads the program. */
const need = [22, 12];
const have = process.versions.node.split(".").map(Number);

if (have[0] < need[0] || (have[0] === need[0] && have[1] < need[1])) {
  console.error(
    `besteffort needs Node ${need.join(".")} or newer; this is Node ${process.versions.node}.`,
  );
  process.exitCode = 1;
} else {
  // Whoever reads may have seen enough, as `| head` has.
  process.stdout.on("error", (error) => {
    if (error.code !== "EPIPE") throw error;
    process.exit(0);
  });
  // Taken away, since Ink's colours would look for --no-color as well, and drop bold and inverse with it.
  const args = process.argv.splice(2);
  import("node:module")
    .then((node) => {
      node.enableCompileCache();
      return import("./main.mjs");
    })
    .then((program) => program.main(args))
    .then((code) => {
      process.exitCode = code;
    })
    .catch((error) => {
      console.error(`besteffort: ${error instanceof Error ? error.stack : error}`);
      process.exitCode = 1;
    });
}
