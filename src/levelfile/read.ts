/** A level file's text -> the levels in it, one per tier, or everything that is wrong with it. */
import * as v from "valibot";
import type { Laws, Level, Voice } from "../engine/index.ts";
import { type CheckBot, checkLaws, checkTier } from "./check.ts";
import type { Schema } from "./expect.ts";
import { faultAt, faultsOf } from "./issue.ts";
import { parse } from "./parse.ts";
import { type Fault, locate, MOST, type Problem } from "./problem.ts";
import { evening, type LevelFile, lawNames, level, ownVoice, tierKeeps, voice } from "./schema.ts";
import { similar } from "./similar.ts";
import { mapOf, mergeMaps, plain, type Table, type Tree, without } from "./tree.ts";

export type Voices = { readonly [id: string]: Voice };
export type Options = { readonly voices: Voices; readonly checkBot?: CheckBot };
export type Problems = { readonly ok: false; readonly problems: readonly Problem[] };
export type LevelRead =
  /** `voice` is the level's own, where it brings one. */
  { readonly ok: true; readonly levels: readonly Level[]; readonly voice: Voice | null } | Problems;
export type VoiceRead = { readonly ok: true; readonly voice: Voice } | Problems;

export function readLevel(text: string, file: string, options: Options): LevelRead {
  const parsed = parse(text);
  if (!parsed.ok) return { ok: false, problems: locate(file, text, parsed.faults) };
  const faults: Fault[] = [];
  const { base, own } = takeVoice(parsed.tree, faults);
  const levels = tiersOf(base, faults).flatMap(({ tree, tier, tiered }) => {
    const found = readTier(tree, tier, tiered, options, own, faults);
    return found === null ? [] : [found];
  });
  return faults.length > 0
    ? { ok: false, problems: locate(file, text, faults) }
    : { ok: true, levels, voice: own };
}

export function readVoice(text: string, file: string): VoiceRead {
  const parsed = parse(text);
  if (!parsed.ok) return { ok: false, problems: locate(file, text, parsed.faults) };
  const faults: Fault[] = [];
  const found = judge(voice, parsed.tree, faults);
  if (found === null) return { ok: false, problems: locate(file, text, faults) };
  const { id, name, lines } = found;
  return { ok: true, voice: { id, name, lines } };
}

/** A tree by a schema: its value, or null with the reasons among the faults. */
function judge<Out>(schema: Schema<Out>, tree: Table, faults: Fault[]): Out | null {
  const result = v.safeParse(schema, plain(tree));
  if (result.success) return result.output;
  faults.push(...faultsOf(tree, result.issues.slice(0, MOST)));
  return null;
}

const inline = v.pipe(v.unknown(), v.object({ voice: ownVoice }));

/** A voice of the level's own stands where the id of a voice would; the level's id becomes its id. */
function takeVoice(tree: Table, faults: Fault[]): { base: Table; own: Voice | null } {
  const given = tree.entries.get("voice");
  const id = tree.entries.get("id")?.tree;
  if (given?.tree.kind !== "map") return { base: tree, own: null };
  const wrapped = mapOf(tree.at, new Map([["voice", given]]));
  const found = judge(inline, wrapped, faults)?.voice;
  const name = id?.kind === "leaf" ? String(id.value) : "own";
  const { at } = given.tree;
  const entries = new Map(tree.entries);
  entries.set("voice", { keyAt: given.keyAt, tree: { kind: "leaf", at, size: 1, value: name } });
  const empty = { plain: [] };
  return { base: mapOf(tree.at, entries), own: { id: name, name: "", lines: empty, ...found } };
}

type Tier = { readonly tree: Table; readonly tier: number; readonly tiered: boolean };

function tiersOf(tree: Table, faults: Fault[]): readonly Tier[] {
  const tiers = tree.entries.get("tiers")?.tree;
  if (tiers === undefined) return [{ tree, tier: 1, tiered: false }];
  const base = without(tree, "tiers");
  return maps(tiers, "tiers", faults).map((over, i) => {
    for (const key of [...tierKeeps, "tiers"])
      if (over.entries.has(key)) faults.push(misplaced(over, key, "a tier"));
    return { tree: mergeMaps(base, without(over, "tiers")), tier: i + 1, tiered: true };
  });
}

const misplaced = (tree: Table, key: string, where: string): Fault => ({
  at: tree.entries.get(key)?.keyAt ?? tree.at,
  problem: `${key}: ${where} cannot change this.`,
  fix: "Remove it here.",
});

/** The maps of a list, with faults for what is none. */
function maps(tree: Tree, name: string, faults: Fault[]): readonly Table[] {
  const items = tree.kind === "list" ? tree.items : [];
  if (items.length < 1 || items.length > 9) {
    const problem = `${name}: expected a list of 1 to 9.`;
    faults.push({ at: tree.at, problem, fix: "Begin each with a dash." });
  }
  return items.flatMap((item) => {
    if (item.kind === "map") return [item];
    const problem = `${name}: expected keys and values.`;
    faults.push({ at: item.at, problem, fix: "Write {} to change nothing." });
    return [];
  });
}

function readTier(
  tree: Table,
  tier: number,
  tiered: boolean,
  options: Options,
  own: Voice | null,
  faults: Fault[],
): Level | null {
  const whole = without(tree, "evenings");
  const found = judge(level, whole, faults);
  if (found === null) return null;
  faults.push(...checkTier(whole, found, options.checkBot ?? (() => null)));
  const names = Object.keys(options.voices);
  if (own === null && !names.includes(found.voice)) {
    const meant = similar(found.voice, names);
    const fix = meant === null ? `There are: ${names.join(", ")}.` : `Did you mean ${meant}?`;
    faults.push(faultAt(whole, ["voice"], `there is no voice ${found.voice}.`, fix));
  }
  const evenings = eveningsOf(tree, whole, Object.keys(found.topics), faults);
  return { id: tiered ? `${found.id}.${tier}` : found.id, tier, evenings, ...parts(found) };
}

/** An evening changes forces that are at work, and switches none on. */
function straysOf(base: Table, over: Table): readonly Fault[] {
  const forces = base.entries.get("forces")?.tree;
  const changed = over.entries.get("forces")?.tree;
  if (changed?.kind !== "map" || forces?.kind !== "map") return [];
  const added = [...changed.entries.keys()].filter((key) => !forces.entries.has(key));
  return added.map((key) => misplaced(changed, key, "an evening"));
}

function eveningsOf(
  tree: Table,
  whole: Table,
  topics: readonly string[],
  faults: Fault[],
): readonly Laws[] {
  const base = without(whole, ...[...whole.entries.keys()].filter((k) => !lawNames.includes(k)));
  const given = tree.entries.get("evenings")?.tree;
  const overs = given === undefined ? [] : maps(given, "evenings", faults);
  const strays = overs.flatMap((over) => straysOf(base, over));
  faults.push(...strays);
  if (strays.length > 0) return [];
  const trees = given === undefined ? [base] : overs.map((over) => mergeMaps(base, over));
  return trees.flatMap((one) => {
    const laws = judge(evening, one, faults);
    if (laws !== null) faults.push(...checkLaws(one, laws, topics));
    return laws === null ? [] : [laws];
  });
}

function parts(file: LevelFile): Pick<Level, "scoring" | "story" | "proof"> {
  const { title, pattern, order, week, tone, contains, minutes, tick, brief, hidden } = file;
  const { topics, goals, debrief, proof = null, stars, outcome = { "waits.value": 1 } } = file;
  const [question, pointer, action] = file.hints ?? [];
  const hints =
    question !== undefined && pointer !== undefined && action !== undefined
      ? ([question, pointer, action] as const)
      : ([] as const);
  const told = { title, pattern, order, week, tone, contains, minutes, tick, brief, hidden };
  const said = {
    voice: file.voice,
    orders: file.orders ?? [],
    running: file.running ?? 1,
    habits: file.habits ?? [],
    topics,
    lines: file.lines ?? {},
    bet: file.bet ?? null,
    hints,
  };
  return {
    scoring: stars === undefined ? null : { outcome, stars },
    story: { ...told, ...said, goals, debrief },
    proof,
  };
}
