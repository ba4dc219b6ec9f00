/** What an evening of beats was worth, and the facts that explain it. */
import { energyMean } from "../energy.ts";
import type { Fact, Force } from "../force.ts";
import type { Tick } from "../message.ts";
import type { Beats } from "./beats-shape.ts";

type Log = Parameters<NonNullable<Force<Beats>["facts"]>>[1];

/** The summary that the evening's last tick hid. */
const felt = ({ secrets }: Log) => {
  const last = secrets.findLast((s) => s.kind === "felt");
  return last?.kind === "felt" ? last : { security: 0, down: 0, worried: 0 };
};

const ticksOf = (log: readonly { readonly kind: string; readonly tick: Tick }[], kind: string) =>
  log.filter((one) => one.kind === kind).map(({ tick }) => tick);

export const beatsMeasures: NonNullable<Force<Beats>["measures"]> = {
  security: (_law, log) => felt(log).security / 1000,
  energy: (_law, { events }, ground) => energyMean(events, ground),
  down: (_law, log) => felt(log).down,
  needless: (_law, { events }) => ticksOf(events, "needless").length,
};

export function beatsFacts(_law: unknown, log: Log): readonly Fact[] {
  const { events, secrets } = log;
  const sent = events.flatMap((e) => (e.kind === "sent" ? [e.tick] : []));
  const end = events.at(-1)?.tick ?? 0;
  const gaps = [...sent, end].map((tick, i, all) => tick - (all[i - 1] ?? 0));
  const { down, worried, security } = felt(log);
  const reached = ticksOf(secrets, "reached");
  const found = ticksOf(events, "found");
  const needless = ticksOf(events, "needless");
  return [
    {
      line: "timing",
      code: "beats.sent",
      ticks: sent,
      numbers: { sent: sent.length, longest: Math.max(0, ...gaps), worried, safe: security / 10 },
    },
    { line: "timing", code: "beats.heard", ticks: reached, numbers: { until: end } },
    {
      line: "acknowledgement",
      code: "beats.looked",
      ticks: needless,
      numbers: {
        found: found.length,
        downs: ticksOf(secrets, "went down").length,
        down,
        needless: needless.length,
      },
    },
  ];
}
