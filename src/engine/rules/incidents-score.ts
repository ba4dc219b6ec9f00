/** What an evening of wrongs comes to: the peace that was kept, and what the card says about each apology. */
import type { Fact, Ground, Items, Log } from "../force.ts";
import type { Tick } from "../message.ts";

type Happened = { readonly kind: string; readonly tick: Tick; readonly about?: string };
type Sum = Happened & {
  readonly kind: "amends";
  readonly ache: number;
  readonly annoyance: number;
};

const isSum = (secret: Happened): secret is Sum =>
  secret.kind === "amends" && "ache" in secret && "annoyance" in secret;

/** 100 for an evening without hurt; every tick of hurt and every repeat too many takes from it. */
export function peace(
  { ache, load }: { readonly ache: number; readonly load: number },
  { secrets }: Log<Happened, Happened>,
): Items {
  const sum = secrets.find(isSum);
  if (sum === undefined) return { peace: 0 };
  return { peace: 100, hurt: -ache * sum.ache, annoyance: -load * sum.annoyance };
}

type Sent = Happened & { readonly kind: "sent"; readonly key: string; readonly attempt: number };

const isSent = (event: Happened): event is Sent => event.kind === "sent";

/** One wrong as it went: when it was sent, landed and heard. */
type Told = {
  readonly from: Tick;
  readonly sent: readonly Tick[];
  readonly landed: Tick | null;
  readonly heard: Tick | null;
};

function story(about: string, { events, secrets }: Log<Happened, Happened>): Told {
  const of = (all: readonly Happened[], kind: string): readonly Happened[] =>
    all.filter((one) => one.kind === kind && one.about === about);
  return {
    from: of(events, "wronged")[0]?.tick ?? 0,
    sent: of(events, "sent").map(({ tick }) => tick),
    landed: of(secrets, "sorry landed")[0]?.tick ?? null,
    heard: of(events, "heard").find((e) => "key" in e && e.key !== null)?.tick ?? null,
  };
}

const past = (ticks: readonly Tick[], tick: Tick | null): readonly Tick[] =>
  tick === null ? [] : ticks.filter((one) => one > tick);

export function factsOf(log: Log<Happened, Happened>, { there, back }: Ground): readonly Fact[] {
  const { events, secrets } = log;
  const count = (all: readonly Happened[], kind: string): number =>
    all.filter((one) => one.kind === kind).length;
  const wrongs = events.filter(({ kind }) => kind === "wronged").map(({ about = "" }) => about);
  const told = wrongs.map((about) => story(about, log));
  const landed = told.flatMap((one) => one.landed ?? []);
  const heard = told.flatMap((one) => one.heard ?? []);
  const hasty = told.flatMap(({ sent }) =>
    sent.filter((tick, i) => i > 0 && tick - (sent[i - 1] ?? 0) < there + back),
  );
  const late = told.flatMap((one) => (one.landed === null ? [] : [one.landed - one.from]));
  const forYou = told.flatMap(({ sent, landed }) => past(sent, landed));
  const afterwards = told.flatMap(({ sent, heard }) => past(sent, heard));
  const fresh = events
    .filter(isSent)
    .filter(({ attempt, about = "" }) => attempt === 1 && wrongs.includes(about)).length;
  return [
    {
      line: "timing",
      code: "incidents.open",
      ticks: told.map(({ from }) => from),
      numbers: { wrongs: wrongs.length, landed: landed.length, longest: Math.max(0, ...late) },
    },
    {
      line: "acknowledgement",
      code: "incidents.heard",
      ticks: hasty,
      numbers: { heard: heard.length, wrongs: wrongs.length, hasty: hasty.length },
    },
    {
      line: "repair",
      code: "incidents.sorry",
      ticks: landed,
      numbers: {
        fresh,
        wrongs: wrongs.length,
        after: forYou.length,
        afterwards: afterwards.length,
        again: count(secrets, "sorry repeated"),
        reopened: count(secrets, "sorry reopened"),
        soon: count(secrets, "sorry too soon"),
      },
    },
  ];
}
