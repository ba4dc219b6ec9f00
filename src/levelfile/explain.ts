/** A level in words: which forces are at work, what each number means, and who is judged by what. */
import { type Fields, forceNames, forces, type Laws, type Level } from "../engine/index.ts";
import { flow } from "./expect.ts";

type Values = { readonly [name: string]: unknown };
type Row = readonly [name: string, value: string, about: string];

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

const range = ([low, high]: readonly unknown[]): string =>
  low === high ? `${low}` : `${low} to ${high}`;

function written(value: unknown, type: string): string {
  if (!isList(value)) return type === "perMille" ? `${value} of 1000` : flow(value);
  if (type === "span") return range(value);
  return value.length === 0 ? "none" : `${value.length}, below`;
}

function rowsOf(fields: Fields, law: Values): readonly Row[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const value = law[name];
    const rows: Row[] = [[name, written(value, field.type), field.about]];
    if (field.type === "list" && isList(value))
      for (const item of value) rows.push(["", flow(item), ""]);
    return rows;
  });
}

function table(rows: readonly Row[]): readonly string[] {
  const wide = Math.max(...rows.map(([name]) => name.length));
  const far = Math.max(...rows.filter(([, , about]) => about).map(([, value]) => value.length));
  return rows.map(([name, value, about]) =>
    `    ${name.padEnd(wide)}  ${value.padEnd(far)}  ${about}`.trimEnd(),
  );
}

function evening(laws: Laws): readonly string[] {
  const ways = [laws.out, laws.in].map(
    ({ loss, delay }) => `${loss} of 1000 lost, under way for ${range(delay)} ticks`,
  );
  const { pace, inbox, away } = laws.partner;
  const gone = away.map(({ from, to }) => `, away from ${from} to ${to}`).join("");
  return [
    `  ${laws.length} ticks; an answer usually takes ${laws.usual}`,
    `  there: ${ways[0]}; back: ${ways[1]}`,
    `  the partner reads ${pace} a tick, holds ${inbox} unread${gone}`,
    ...forceNames.flatMap((name) => {
      const law: Values | undefined = laws.forces[name];
      return law === undefined ? [] : [`  ${name}`, ...table(rowsOf(forces[name].fields, law))];
    }),
  ];
}

function judged({ scoring, story, proof }: Level): readonly string[] {
  const goals = story.goals.map(({ of, atLeast, atMost, text }) => {
    const least = atLeast === undefined ? "" : ` at least ${atLeast}`;
    const most = atMost === undefined ? "" : ` at most ${atMost}`;
    return `    during play, the player: ${of}${least}${most} (${text})`;
  });
  const weights = Object.entries(scoring?.outcome ?? {}).map(([name, by]) => `${by} x ${name}`);
  const stars = scoring
    ? [`    at the end, the player: ${weights.join(" + ")}; stars from ${scoring.stars.join(", ")}`]
    : ["    at the end, nobody: this level gives no stars"];
  const bots = (proof?.bots ?? []).map(
    ({ name, role, policy, with: given }) =>
      `    ${role.padEnd(9)}  ${name}: ${policy} ${flow(given)}`,
  );
  const test = proof
    ? `    in a test of ${proof.seeds} games, the bots: the pattern has two stars in ${proof.twoStars} or more, ${proof.margin} above each that fails`
    : "    no test: this level has no proof";
  return ["  who is judged by what", ...goals, ...stars, test, ...bots];
}

export function explain(level: Level): string {
  const { id, evenings, story } = level;
  const shown = evenings.flatMap((laws, i) => [
    ...(evenings.length > 1 ? [`  evening ${i + 1}`] : []),
    ...evening(laws),
  ]);
  return [`${id}: ${story.title} (${story.pattern})`, ...shown, ...judged(level), ""].join("\n");
}
