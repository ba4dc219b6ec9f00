/** `besteffort level check|new|explain`: for people who write levels. */
import { writeFile } from "node:fs/promises";
import { voices } from "../levelfile/builtin.ts";
import type { CheckBot } from "../levelfile/check.ts";
import { explain } from "../levelfile/explain.ts";
import { formatProblem, type OwnRead, readOwn } from "../levelfile/own.ts";
import { similar } from "../levelfile/similar.ts";
import { starter } from "../levelfile/starter.ts";

export type Io = { readonly out: (text: string) => void; readonly err: (text: string) => void };

const HELP = `besteffort level check my-level.yaml     says what is wrong with it, and where
besteffort level new my-level.yaml       writes a small level to start from
besteffort level explain my-level.yaml   says what each of its numbers does
`;

const verbs = ["check", "new", "explain"];

async function readAll(
  files: readonly string[],
  { err }: Io,
  checkBot: CheckBot | undefined,
  use: (read: Extract<OwnRead, { ok: true }>) => void,
): Promise<number> {
  let code = 0;
  for (const file of files) {
    const read = await readOwn(file, { voices, ...(checkBot && { checkBot }) });
    if (read.ok) use(read);
    else {
      err(`${read.problems.map(formatProblem).join("\n")}\n`);
      code = 2;
    }
  }
  return code;
}

async function start(file: string, { out, err }: Io): Promise<number> {
  if (!/\.ya?ml$/.test(file)) {
    err(
      `A level is a file that ends in .yaml. Try: besteffort level new ${file.replace(/\.\w*$/, "")}.yaml\n`,
    );
    return 2;
  }
  try {
    await writeFile(file, starter, { flag: "wx" });
  } catch (error) {
    const exists = error instanceof Error && "code" in error && error.code === "EEXIST";
    err(exists ? `${file} exists already. Choose another name.\n` : `${file} cannot be written.\n`);
    return 2;
  }
  out(`${file} is a level now. Play it: besteffort play ${file}\n`);
  return 0;
}

/** The exit code: 0, or 2 where a file or the command is wrong. */
export async function levelCommand(
  args: readonly string[],
  io: Io,
  checkBot?: CheckBot,
): Promise<number> {
  const [verb = "", ...files] = args;
  const [file] = files;
  if (args.includes("--help") || args.includes("-h")) {
    io.out(HELP);
    return 0;
  }
  if (file !== undefined && verb === "check")
    return readAll(files, io, checkBot, ({ levels }) =>
      io.out(`ok: ${levels.map(({ id }) => id).join(", ")}\n`),
    );
  if (file !== undefined && verb === "explain")
    return readAll(files, io, checkBot, ({ levels }) => io.out(levels.map(explain).join("\n")));
  if (file !== undefined && verb === "new" && files.length === 1) return start(file, io);
  const meant = verbs.includes(verb) ? null : similar(verb, verbs);
  io.err(meant === null ? HELP : `There is no level ${verb}. Did you mean level ${meant}?\n`);
  return 2;
}
