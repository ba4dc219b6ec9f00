/** The partner's side of plans: what they make of a message, what they say back, and whether they turn up. */
import type { Answer, Turn } from "../force.ts";
import { chance } from "../luck.ts";
import type { Message } from "../message.ts";
import type { Plan, Plans, Theirs, Way } from "./plans.ts";

/** What they say back, as you take it. You may hear what you meant where they said otherwise; only the fog knows. */
function echo({ law, luck, tick, hide }: Turn<Plans>, index: number, plan: Plan, right: boolean) {
  const misheard = !right && chance(luck("sign", tick, index), law.mishear);
  if (misheard) hide({ kind: "misheard", tick, about: plan.about });
  return [right || misheard ? 1 : 0];
}

/** Reads a plan or a confirm: what they make of it, and what they say back. */
export function take(
  turn: Turn<Plans>,
  index: number,
  plan: Plan,
  message: Message,
): Answer | "silence" {
  const { law, sealed, tick, luck, hide } = turn;
  const { about } = plan;
  const theirs = sealed.theirs[index];
  if (theirs === undefined || plan.came !== null) return "silence";
  // A no is plain, whatever was asked and however often, and is said again to whoever missed it.
  if (refuses(turn, index)) {
    theirs.read = true;
    return { tone: "no" } as const;
  }
  // A confirm of what they knew is answered as such: they are not asked again for nothing.
  let known = false;
  if (message.kind === "plan") {
    const { vague = 0 } = law.plans.find((p) => p.about === about) ?? {};
    theirs.read = true;
    theirs.right = !message.garbled && !chance(luck("drift", message.put.tick, index), vague);
    hide({ kind: "understood", tick, about, right: theirs.right });
  } else {
    // Misread, or about something never heard of: no answer, so that an answer is never false.
    if (message.garbled || !theirs.read) return "silence";
    if (!theirs.sure) hide({ kind: "convinced", tick, about });
    known = theirs.sure;
    theirs.sure = true;
  }
  if (!message.ack) return "silence";
  const values = echo(turn, index, plan, theirs.right);
  return { tone: known ? "again" : theirs.sure ? "sure" : "unsure", values } as const;
}

/** Drawn by the plan and by nothing that anybody does. */
const refuses = ({ law, luck }: Turn<Plans>, index: number): boolean =>
  chance(luck("outside", index, 1), law.declines);

/** Whether they turn up. */
function goes({ law, luck }: Turn<Plans>, index: number, { high }: Plan, theirs: Theirs): boolean {
  if (!theirs.read) return false;
  return !high || theirs.sure || chance(luck("outside", index, 2), law.dare);
}

/** Small plans need no decision: you go where you have told them. */
const youGo = ({ high, choice, plan }: Plan): boolean =>
  high ? choice === "go" : choice !== "no-go" && plan.sends > 0;

function wayOf(you: boolean, they: boolean, right: boolean): Way {
  if (you) return they ? (right ? "both" : "apart") : "alone";
  return they ? "missed" : "neither";
}

/** The moment of a plan. */
export function meet(turn: Turn<Plans>, index: number, plan: Plan): void {
  const { sealed, tick, emit, hide } = turn;
  const { about } = plan;
  const theirs = sealed.theirs[index];
  if (theirs === undefined) return;
  const declined = theirs.read && refuses(turn, index);
  const went = !declined && goes(turn, index, plan, theirs);
  hide({ kind: "stood", tick, about, ...theirs, went });
  const way = declined ? "declined" : wayOf(youGo(plan), went, theirs.right);
  emit({ kind: "came", tick, about, way });
}
