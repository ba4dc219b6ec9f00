/** `besteffort test`: plays the proofs of levels and says whether they hold. */
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { type Blind, bestBlind } from "../lab/blind.ts";
import { type Verdict, worst } from "../lab/claim.ts";
import { toJson } from "../lab/json.ts";
import { judge, type ProofResult } from "../lab/judge.ts";
import { playAll, split } from "../lab/pool.ts";
import { faultsIn, isProvable, mostSeeds, onlyBots, type Provable } from "../lab/proof.ts";
import { blindLine, type Look, legend, table } from "../lab/table.ts";
import { similar } from "../levelfile/similar.ts";
import type { Level } from "../session/index.ts";

/** What the command needs of its surroundings. */
export type TestWorld = {
  readonly levels: readonly Level[];
  /** The levels of a file, or what is wrong with it. */
  readonly readLevelFile: (path: string) => Promise<readonly Level[] | string>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly columns: number;
  readonly colour?: boolean;
  /** Writes to a terminal, where somebody watches one, to say how far it is. */
  readonly progress?: (text: string) => void;
};

const usage = `besteffort test                          every level's proof
besteffort test backoff                  all tiers of a level
besteffort test backoff.1 my-level.yaml  a tier, and a level of your own
besteffort test backoff --seeds 200 --from 2000001 --json

  --seeds N   games of each bot (else as many as the proof says)
  --from N    the first seed's number (1)
  --bot NAME  this bot and the pattern's only; may be given again
  --jobs N    threads (all cores); the results are the same for any number
  --blind     also search for the best plan that listens to nothing
  --json      data instead of a table
Exit code: 0 all hold, 1 one does not, 2 usage or bad file, 4 too few seeds to tell.
`;

type Options = {
  readonly names: readonly string[];
  readonly seeds: number | null;
  readonly from: number;
  readonly bots: readonly string[];
  readonly jobs: number;
  readonly json: boolean;
  readonly blind: boolean;
};

const flags = {
  seeds: { type: "string" },
  from: { type: "string" },
  bot: { type: "string", multiple: true },
  jobs: { type: "string" },
  json: { type: "boolean" },
  blind: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

/** A bad command or a bad file: its sentence is all there is to say. */
class Usage extends Error {}

const didYouMean = (word: string, names: readonly string[]): string => {
  const near = similar(word, names);
  return near === null ? `There are: ${names.join(", ")}.` : `Did you mean ${near}?`;
};

function whole(flag: string, text: string, most: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= 1 && value <= most) return value;
  throw new Usage(`--${flag} takes a whole number from 1 to ${most}, not "${text}".`);
}

/** Null for --help. */
function optionsOf(args: readonly string[]): Options | null {
  const { tokens } = parseArgs({ args: [...args], options: flags, strict: false, tokens: true });
  for (const token of tokens)
    if (token.kind === "option" && !Object.hasOwn(flags, token.name)) {
      const names = Object.keys(flags).map((name) => `--${name}`);
      throw new Usage(`There is no ${token.rawName}. ${didYouMean(token.rawName, names)}`);
    }
  const { values, positionals } = read(args);
  if (values.help === true) return null;
  const from = values.from === undefined ? 1 : whole("from", values.from, mostSeeds - 1);
  const { seeds, jobs = String(availableParallelism()) } = values;
  return {
    names: positionals,
    seeds: seeds === undefined ? null : whole("seeds", seeds, mostSeeds - from),
    from,
    bots: values.bot ?? [],
    jobs: whole("jobs", jobs, 1024),
    json: values.json === true,
    blind: values.blind === true,
  };
}

function read(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: flags, allowPositionals: true });
  } catch (error) {
    throw new Usage(error instanceof Error ? error.message : String(error));
  }
}

const isFile = (name: string): boolean => /[/\\]|\.ya?ml$/i.test(name);
const familyOf = ({ id }: Level): string => id.replace(/\.\d+$/, "");

async function levelsOf(
  name: string,
  { levels, readLevelFile }: TestWorld,
): Promise<readonly Level[]> {
  if (isFile(name)) {
    const found = await readLevelFile(name);
    if (typeof found === "string") throw new Usage(found);
    return found;
  }
  const found = levels.filter((level) => level.id === name || familyOf(level) === name);
  if (found.length > 0) return found;
  const known = [...new Set(levels.flatMap((level) => [familyOf(level), level.id]))];
  throw new Usage(`There is no level ${name}. ${didYouMean(name, known)}`);
}

/** The levels to play, each with the bots that were asked for. */
async function chosen({ names, bots }: Options, world: TestWorld): Promise<readonly Provable[]> {
  const lists = await Promise.all(names.map((name) => levelsOf(name, world)));
  const all = names.length === 0 ? world.levels : [...new Set(lists.flat())];
  const provable = all.filter(isProvable);
  const faults = provable.flatMap(faultsIn);
  if (faults.length > 0) throw new Usage(faults.join("\n"));
  const without = all.filter((level) => !isProvable(level)).map(({ id }) => id);
  if (names.length > 0 && without.length > 0)
    world.err(`Nothing to prove in ${without.join(", ")}: no proof, or no stars.\n`);
  const known = [...new Set(provable.flatMap(({ proof }) => proof.bots.map(({ name }) => name)))];
  const stray = bots.find((bot) => !known.includes(bot));
  if (stray !== undefined)
    throw new Usage(`No proof here has a bot "${stray}". ${didYouMean(stray, known)}`);
  return bots.length === 0 ? provable : provable.map((level) => onlyBots(level, bots));
}

/** To the start of the line, and nothing on it. */
const wipe = "\r\u001b[2K";

/** How many games a blind plan is chosen by, and measured on. */
const search = { chooseOn: 150, measureOn: 3000 };

async function playLevels(options: Options, world: TestWorld): Promise<Verdict> {
  const results: ProofResult[] = [];
  const blind: Blind[] = [];
  const look: Look = { columns: world.columns, colour: world.colour ?? false };
  for (const level of await chosen(options, world)) {
    const progress = (games: number, of: number): void =>
      world.progress?.(games < of ? `${wipe}${level.id}: ${games} of ${of} seeds` : wipe);
    const pool = { jobs: options.jobs, progress };
    const tasks = split(level, options.from, options.seeds ?? level.proof.seeds);
    const result = judge(level, options.from, await playAll(tasks, pool));
    results.push(result);
    if (!options.json) world.out(`${table(result, look)}\n`);
    if (!options.blind) continue;
    const found = await bestBlind(level, { ...pool, ...search });
    blind.push(found);
    if (!options.json) world.out(`${blindLine(found, look)}\n`);
  }
  const verdict = worst([...results, ...blind.map(({ best }) => best)].map((one) => one.verdict));
  if (options.json) world.out(toJson(verdict, results, blind));
  else if (results.length > 0) world.out(legend);
  return verdict;
}

const codes = { pass: 0, fail: 1, undecided: 4 } as const;

/** Runs the command; the exit code. */
export async function testCommand(args: readonly string[], world: TestWorld): Promise<number> {
  try {
    const options = optionsOf(args);
    if (options === null) {
      world.out(usage);
      return 0;
    }
    return codes[await playLevels(options, world)];
  } catch (error) {
    world.progress?.(wipe);
    world.err(`${error instanceof Error ? error.message : String(error)}\n`);
    if (!(error instanceof Usage)) return 1;
    world.err("See besteffort test --help.\n");
    return 2;
  }
}
