/** Whether the cards, occasions and topics of replicas fit each other. */
import type { Laws } from "../../engine/index.ts";
import type { Complain } from "../check.ts";
import { similar } from "../similar.ts";
import type { Path } from "../tree.ts";

export function saneReplicas({ forces: { replicas }, length }: Laws, complain: Complain): void {
  if (replicas === undefined) return;
  const { cards, talk, occasions, times, dinners, cuts } = replicas;
  const at = (...path: Path): Path => ["forces", "replicas", ...path];
  const among = (word: string, all: readonly string[], what: string, path: Path): void => {
    if (all.includes(word)) return;
    const meant = similar(word, all);
    const fix = meant === null ? `There are: ${all.join(", ")}.` : `Did you mean ${meant}?`;
    complain(path, `there is no ${what} ${word}.`, fix);
  };
  const abouts = cards.map(({ about }) => about);
  occasions.forEach(({ about }, i) => {
    among(about, abouts, "card", at("occasions", i, "about"));
  });
  // An occasion is found again by its topic.
  const named = [...abouts, talk, ...[...occasions, ...dinners, ...cuts].map(({ topic }) => topic)];
  const twice = named.find((topic, i) => named.indexOf(topic) < i);
  if (twice !== undefined)
    complain(at("occasions"), `${twice} stands for two things.`, "Give each a topic of its own.");
  if (times.length > occasions.length)
    complain(at("times"), "there are more times than occasions.", "Add occasions, or drop times.");
  if (dinners.length > cards.filter(({ heavy }) => heavy === 0).length)
    complain(at("dinners"), "there are more dinners than light cards.", "Drop a dinner.");
  for (const [i, { at: span }] of [...times, ...dinners].entries())
    if (span[0] < 1 || span[1] >= length)
      complain(
        i < times.length ? at("times", i) : at("dinners", i - times.length),
        `an occasion falls within the evening, from 1 to ${length - 1}.`,
        `Write at: [1, ${length - 1}] or less.`,
      );
}
