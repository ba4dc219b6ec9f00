/** What a replay shows at a place in it: when, in which fog, from which seat. */
import type { Replay, ReplayEvening, Tick } from "../../session/index.ts";
import { turningPoints } from "../diagram/truth.ts";
import type { Look } from "../theme.ts";
import type { Cast } from "../words.ts";
import { marksOf } from "./marks.ts";
import { type ReplayView, verifiedText } from "./replay.ts";
import { seatSecrets } from "./seats.ts";

export type Viewpoint = {
  /** Counted from 1. */
  readonly evening: number;
  readonly tick: Tick;
  readonly fog: boolean;
  readonly seat: boolean;
};

export type Film = ReplayView["film"];

/** The secrets that may be shown: from the other seat, what could be known there. */
function truthIn(
  evening: ReplayEvening | undefined,
  { fog, seat }: Pick<Viewpoint, "fog" | "seat">,
): ReplayEvening["secrets"] {
  const secrets = evening?.secrets ?? null;
  if (seat) return secrets && seatSecrets(secrets);
  return fog ? null : secrets;
}

/** What is shown of a whole evening, whatever the tick. */
export function filmOf(
  evening: ReplayEvening | undefined,
  cast: Cast,
  from: Pick<Viewpoint, "fog" | "seat">,
  look: Look,
): Film {
  const events = evening?.events ?? [];
  const secrets = truthIn(evening, from);
  const truth = { cast, secrets: secrets ?? [], moments: evening?.moments ?? [] };
  const marks = marksOf(from.seat ? [] : events, secrets, look.glyphs);
  return { events, secrets, marks, points: turningPoints(truth) };
}

type Shown = "cast" | "seed" | "verified" | "evening" | "tick" | "last" | "open" | "events";

/** What is shown at a tick. */
export function viewAt(
  replay: Replay,
  cast: Cast,
  { evening, tick, seat }: Viewpoint,
  film: Film,
): Pick<ReplayView, Shown | "truth" | "seat" | "film"> {
  const { observation, events, secrets } = replay.at(evening, tick);
  const { last = 0, moments = [] } = replay.evenings[evening - 1] ?? {};
  return {
    cast,
    seed: replay.seed.slice(3),
    verified: verifiedText(replay, evening),
    evening: { n: evening, of: replay.evenings.length },
    tick,
    last,
    open: observation,
    events,
    truth: film.secrets && secrets ? { cast, secrets, moments } : null,
    seat,
    film,
  };
}
