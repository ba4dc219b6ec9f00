/** How the goals of an evening stand, from the open half alone. */
import { type Goal, gauge, type Open } from "../engine/index.ts";

export type GoalState = "met" | "broken" | "unknown";
/** `text` ends with the count so far, where more than none is allowed or asked for. */
export type GoalNow = { readonly text: string; readonly state: GoalState };

/** An upper bound is met only at the end, a lower one broken only at the end. Leaving decides nothing. */
function stateOf({ of, atLeast, atMost }: Goal, open: Open): GoalState {
  const count = gauge(open, of);
  if (count === null) return "unknown";
  if (atMost !== undefined && count > atMost) return "broken";
  const enough = atLeast === undefined || count >= atLeast;
  if (enough && atMost === undefined) return "met";
  if (open.ended === null || open.ended === "left") return "unknown";
  return enough ? "met" : "broken";
}

/** One thing is there or not: what is counted is several, or all but none. */
function textOf({ text, of, atLeast = 0, atMost = 0 }: Goal, open: Open): string {
  const count = gauge(open, of);
  return count === null || (atLeast < 2 && atMost < 1) ? text : `${text} (${count})`;
}

export const goalsNow = (goals: readonly Goal[], open: Open): readonly GoalNow[] =>
  goals.map((goal) => ({ text: textOf(goal, open), state: stateOf(goal, open) }));
