/** What a mood says: over all the games that a level's bots play, no tone may give a hidden state away. */
import { levels } from "virtual:levels";
import { expect, test } from "vitest";
import { botOf } from "../../src/bots/index.ts";
import { type Level, run, type Secret, seedFrom } from "../../src/engine/index.ts";
import { drawOf } from "../../src/lab/arena.ts";
import { isProvable } from "../../src/lab/proof.ts";
import { eveningSeed } from "../../src/session/index.ts";

/** The most that a tone may tell: the chance of its likeliest state, given the tone and a flat prior. */
const most = 0.8;
const games = 60;

function secretsOf({ evenings, proof }: Level): readonly Secret[] {
  return (proof?.bots ?? []).flatMap(({ policy, with: given }) => {
    const made = botOf(policy, given);
    if (!made.ok) throw new Error(made.problem);
    return Array.from({ length: games }, (_, i) => seedFrom(6_000_001 + i)).flatMap((game) =>
      evenings.flatMap((laws, n) => {
        const seed = eveningSeed(game, n);
        const draw = drawOf(seed);
        const played = run(laws, seed);
        while (played.world.open.ended === null) played.take(made.bot(played.world.open, draw));
        return played.secrets;
      }),
    );
  });
}

type Sign = Extract<Secret, { readonly kind: "sign" }>;
const isSign = (secret: Secret): secret is Sign => secret.kind === "sign";

/** How often each state was the one behind a mood, over all tones or one. */
function countsOf(signs: readonly Sign[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { of } of signs) counts.set(of, (counts.get(of) ?? 0) + 1);
  return counts;
}

test.each(levels.filter(isProvable))("$id: no tone pins a hidden state", (level) => {
  const signs = secretsOf(level).filter(isSign);
  const all = countsOf(signs);
  for (const tone of new Set(signs.map((sign) => sign.tone))) {
    const heard = countsOf(signs.filter((sign) => sign.tone === tone));
    // What a tone itself says: every state was as likely before. Rare ones are too few to count.
    const says = [...heard].flatMap(([state, n]) => {
      const times = all.get(state) ?? 0;
      return times < 10 ? [] : [n / times];
    });
    const sum = says.reduce((total, share) => total + share, 0);
    const shares = says.map((share) => share / sum);
    expect([tone, [...heard], all.size < 2 || Math.max(...shares) <= most]).toEqual([
      tone,
      [...heard],
      true,
    ]);
  }
});
