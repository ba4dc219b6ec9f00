/** `npm start`: builds when something changed, then plays in this same process. */
import "./build.mjs";

const program = new URL("../dist/besteffort.mjs", import.meta.url);
await import(program.href);
