/** Diagrams of events given by hand. */
import type { Secret } from "../../src/session/index.ts";
import {
  type Ahead,
  asidesIn,
  type Diagram,
  diagram,
  type Scene,
} from "../../src/ui/diagram/index.ts";
import type { Look } from "../../src/ui/theme.ts";
import { ascii, frame } from "./support.ts";

type Put = {
  readonly tick: number;
  readonly way?: "in";
  readonly due: number | null;
  readonly attempt?: number;
};

export const put = ({ tick, way, due, attempt = 1 }: Put): Secret => ({
  kind: "put",
  tick,
  way: way ?? "out",
  slot: 0,
  key: "a1",
  what: "ask",
  attempt,
  due,
  garbled: false,
});

type Shown = Pick<Scene, "events" | "now"> & {
  readonly secrets?: readonly Secret[];
  readonly ahead?: readonly Ahead[];
  readonly points?: readonly number[];
  readonly look?: Look;
  readonly half?: number;
  readonly legs?: Scene["legs"];
  readonly asides?: Scene["asides"];
};

/** A diagram of what is given, the rest as in a short evening. */
export function draw({
  events,
  now,
  secrets,
  ahead = [],
  points = [],
  look = ascii,
  half = 11,
  legs = [1, 1],
  asides = asidesIn(events),
}: Shown): Diagram {
  const scene = { events, now, usual: 2, legs, secrets: secrets ?? null, asides };
  const beyond = () => (legs[0] > 1 ? [{ text: ":".repeat(12), ink: "fog" as const }] : []);
  const drawing = { glyphs: look.glyphs, half, now, lifted: secrets !== undefined, beyond };
  return diagram(scene, drawing, ahead, points);
}

export const picture = (shown: Shown): readonly string[] => frame(draw(shown).rows);
