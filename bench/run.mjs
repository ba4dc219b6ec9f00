/** `npm run bench`: every bench, or the ones named: npm run bench -- startup */
import { headlessSpeed as headless } from "./headless.ts";
import { keys } from "./keys.mjs";
import { startup } from "./startup.mjs";

const benches = { headless, startup, keys };
const asked = process.argv.slice(2);
for (const [name, run] of Object.entries(benches))
  if (asked.length === 0 || asked.includes(name)) await run();
process.exit(0);
