/** The game's four colours by meaning, for each kind of terminal. The background is never painted. */

/** What the terminal's own background is. */
export type Ground = "dark" | "light";

/**
 * Places in xterm's table of 256 colours; null where weight alone speaks. A place, not an RGB value: the
 * same colour wherever there are 256 of them or more, and half the bytes.
 */
export type Palette = {
  readonly you: number | null;
  readonly them: number | null;
  readonly sure: number | null;
  readonly timer: number | null;
};

/**
 * Sky blue, orange, bluish green and vermillion after Okabe and Ito (Color Universal Design, 2008), moved to
 * where each keeps a contrast of 4.5 on the ground (WCAG 2.2, 1.4.3) and the four are further apart than
 * theirs with any colour vision.
 */
const many: { readonly [G in Ground]: Palette } = {
  dark: { you: 81, them: 220, sure: 72, timer: 202 },
  light: { you: 26, them: 94, sure: 23, timer: 88 },
};

/** Of the sixteen, those that are legible as xterm, VGA and Windows paint them. No green: there is a red. */
const few: { readonly [G in Ground]: Palette } = {
  dark: { you: 14, them: 11, sure: null, timer: 9 },
  light: { you: 4, them: 5, sure: null, timer: 1 },
};

export const paletteFor = (ground: Ground, sixteen: boolean): Palette =>
  (sixteen ? few : many)[ground];

/** What a terminal says of its ground in COLORFGBG ("15;0", "0;default;15"): 7 and 15 are the light greys. */
export const groundFrom = (said: string | undefined): Ground =>
  /;(7|15)$/.test(said ?? "") ? "light" : "dark";
