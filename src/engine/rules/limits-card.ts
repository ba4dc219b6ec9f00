/** What the card says about limits: chairs held for nothing, answers just too late, bounds that moved. */
import type { Fact, Ground } from "../force.ts";
import { story } from "./limits-score.ts";

type Logs = Parameters<typeof story>[0];

export function facts(
  law: { readonly chairs: number },
  log: Logs,
  { length }: Ground,
): readonly Fact[] {
  const asks = story(log);
  const count = (all: readonly unknown[]): number => all.length;
  const ran = log.events.filter(({ kind }) => kind === "ran out").map(({ tick }) => tick);
  const late = log.events.filter(({ kind }) => kind === "came late").map(({ tick }) => tick);
  const hung = asks
    .filter(({ never }) => never)
    .reduce((sum, { since, closed }) => sum + (closed ?? length) - since, 0);
  const answered = count(asks.filter((ask) => ask.answered));
  const changes = asks.reduce((sum, ask) => sum + ask.changes, 0);
  const called = count(asks.filter((ask) => ask.calledOff));
  const passed = count(log.events.filter(({ kind }) => kind === "passed by"));
  return [
    {
      line: "timing",
      code: "limits.chairs",
      ticks: ran,
      numbers: {
        asks: asks.length,
        answered,
        ran: ran.length,
        hung,
        whole: law.chairs * length,
        passed,
      },
    },
    { line: "acknowledgement", code: "limits.late", ticks: late, numbers: { late: late.length } },
    { line: "repair", code: "limits.kept", ticks: [], numbers: { changes, called } },
  ];
}
