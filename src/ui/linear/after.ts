/** What was true, once an evening is over, and what the whole game came to. */
import type { Session } from "../../session/index.ts";
import { betText, type Cast } from "../cast.ts";
import { notes } from "../diagram/truth.ts";
import { factOf } from "../forces/index.ts";
import { isPicture, outcomeText } from "../screens/card.ts";

/** The debrief in words, tick by tick. */
export function debriefText(cast: Cast, session: Session): string {
  const debrief = session.debrief();
  if (debrief === null) return "";
  const ticks = [...new Set(debrief.secrets.map((s) => s.tick))].sort((a, b) => a - b);
  const track = ticks.flatMap((tick) => {
    const text = notes(cast, debrief.secrets, tick).join("; ");
    const tracks = debrief.moments.findLast((m) => m.open.tick <= tick)?.tracks ?? [];
    const felt = tracks
      .map(
        ({ name, at }) =>
          ` ${name.slice(0, 1).toUpperCase()}${name.slice(1)}: ${Math.round(100 * at)} %.`,
      )
      .join("");
    return text === "" ? [] : [`t${tick}: ${text}.${felt}`];
  });
  const card = debrief.facts.flatMap((f) => {
    const par = debrief.par?.facts.find((p) => p.code === f.code) ?? null;
    const heard = factOf(f, cast, par).filter((text) => !isPicture(text));
    return heard.map((text) => `${f.line}: ${text}`);
  });
  const [evening, result] = [session.evening(), session.result()];
  const came = outcomeText({ cast, debrief, result, evening });
  const bet = session.asides().find((note) => note.kind === "bet");
  const yours = bet === undefined ? [] : [`Your bet: ${betText(cast, bet.choice)}`];
  return [
    "What was true:",
    cast.level.story.debrief.truth,
    ...track,
    ...card,
    ...(came === "" ? [] : [`Outcome ${came}`]),
    ...yours,
  ].join("\n");
}

/** What the whole game came to, and what it means. */
export function endingText({ level }: Cast, session: Session): string {
  const result = session.result();
  if (result === null) return "";
  const { systems, relationships } = level.story.debrief;
  const stars = result.stars === null ? [] : [`Stars: ${result.stars} of 3.`];
  return [
    ...stars,
    `Pattern: ${level.story.pattern}.`,
    `In your systems: ${systems}`,
    `In your relationships: ${relationships}`,
  ].join("\n");
}

export const readingText = ({ level }: Cast): string =>
  `Further reading: ${level.story.debrief.reading.join("; ")}.`;
