/** A copy of a journal under a name that says what it is. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { largest } from "../journal.ts";
import { isText } from "../shape.ts";
import { codeOf, readBounded, reasonOf } from "./disk.ts";

export type Exported =
  | { readonly ok: true; readonly path: string }
  | { readonly ok: false; readonly problem: string };

/** Never over a file that is there: it takes the next free number instead. */
export function copyOut(from: string, folder: string, name: string): Exported {
  const bytes = readBounded(from, largest);
  if (isText(bytes)) return { ok: false, problem: `This game cannot be read: ${bytes}.` };
  for (let n = 1; n < 1000; n++) {
    const path = join(folder, `${name}${n === 1 ? "" : `-${n}`}.ndjson`);
    try {
      writeFileSync(path, bytes, { flag: "wx", mode: 0o600 });
      return { ok: true, path };
    } catch (error) {
      if (codeOf(error) !== "EEXIST")
        return { ok: false, problem: `Nothing was written to ${folder}: ${reasonOf(error)}.` };
    }
  }
  return { ok: false, problem: `There are too many exports in ${folder}.` };
}
