/** The palettes against published formulas: WCAG 2.2's contrast, Machado's colour vision, CIE's distance. */
import { expect, test } from "vitest";
import { type Ground, groundFrom, type Palette, paletteFor } from "../../src/ui/palette.ts";

type Triple = readonly [number, number, number];

/** xterm's 256colres.h: a cube of six levels a side from place 16 on. */
const LEVELS = [0, 95, 135, 175, 215, 255];
function cube(place: number): Triple {
  const at = (unit: number): number => LEVELS[Math.floor((place - 16) / unit) % 6] ?? Number.NaN;
  return [at(36), at(6), at(1)];
}

/** WCAG 2.2, relative luminance: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
const linear = ([r, g, b]: Triple): Triple => {
  const one = (c: number): number =>
    c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4;
  return [one(r), one(g), one(b)];
};
const times = (m: readonly Triple[], [x, y, z]: Triple): Triple => {
  const row = ([a, b, c]: Triple = [0, 0, 0]): number => a * x + b * y + c * z;
  return [row(m[0]), row(m[1]), row(m[2])];
};
function contrast(a: Triple, b: Triple): number {
  const [dark = 0, light = 0] = [a, b]
    .map((of) => times([[0.2126, 0.7152, 0.0722]], linear(of))[0])
    .sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/** Machado, Oliveira and Fernandes, IEEE TVCG 15(6), 2009: severity 1.0, on linear RGB. */
const visions: { readonly [name: string]: readonly Triple[] } = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** CIE 1976 L*a*b* of linear sRGB under D65 (IEC 61966-2-1's matrix). */
function lab(rgb: Triple): Triple {
  const xyz = times(
    [
      [0.4124564, 0.3575761, 0.1804375],
      [0.2126729, 0.7151522, 0.072175],
      [0.0193339, 0.119192, 0.9503041],
    ],
    rgb,
  );
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const [x, y, z] = [f(xyz[0] / 0.95047), f(xyz[1]), f(xyz[2] / 1.08883)];
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function seen(vision: readonly Triple[], of: Triple): Triple {
  const clipped = (c: number): number => Math.min(1, Math.max(0, c));
  const [r, g, b] = times(vision, linear(of));
  return lab([clipped(r), clipped(g), clipped(b)]);
}

/** The nearest two of a set of colours, with any colour vision: their distance by CIE76. */
const nearest = (colours: readonly Triple[]): number =>
  Math.min(
    ...Object.values(visions).flatMap((vision) =>
      colours.flatMap((a, i) =>
        colours.slice(i + 1).map((b) => {
          const [p, q] = [seen(vision, a), seen(vision, b)];
          return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
        }),
      ),
    ),
  );

const rgb = (text: string): Triple => {
  const of = Number.parseInt(text, 16);
  return [of >> 16, (of >> 8) & 255, of & 255];
};
const placesOf = ({ you, them, sure, timer }: Palette): readonly number[] =>
  [you, them, sure, timer].filter((place) => place !== null);

/** Black and a common dark grey; white and Solarized's light. */
const grounds: { readonly [G in Ground]: readonly Triple[] } = {
  dark: [rgb("000000"), rgb("1e1e1e")],
  light: [rgb("ffffff"), rgb("fdf6e3")],
};
const both: readonly Ground[] = ["dark", "light"];

test("the formulas give what is published: 21 for black on white, 4.54 for #767676 on white, 53.23 for red", () => {
  expect(contrast(rgb("000000"), rgb("ffffff"))).toBeCloseTo(21, 5);
  expect(contrast(rgb("767676"), rgb("ffffff"))).toBeCloseTo(4.54, 2);
  const [lightness, a, b] = lab(linear(rgb("ff0000")));
  expect([lightness, a, b].map((v) => v.toFixed(1))).toEqual(["53.2", "80.1", "67.2"]);
});

test.each(both)("on a %s ground each of the four has a contrast of 4.5 and more", (ground) => {
  const places = placesOf(paletteFor(ground, false));
  expect(places).toHaveLength(4);
  for (const place of places)
    for (const behind of grounds[ground])
      expect(contrast(cube(place), behind), `${place}`).toBeGreaterThanOrEqual(4.5);
});

test("with any colour vision the four are further apart than Okabe and Ito's own", () => {
  const theirs = nearest(["56b4e9", "e69f00", "009e73", "d55e00"].map(rgb));
  expect(theirs).toBeGreaterThan(15);
  for (const ground of both)
    expect(nearest(placesOf(paletteFor(ground, false)).map(cube)), ground).toBeGreaterThan(theirs);
});

/** The first sixteen as three programs paint them: xterm's defaults, VGA's, and Windows' Campbell. */
const sixteens = {
  xterm:
    "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff",
  VGA: "000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa 555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff",
  Campbell:
    "0c0c0c c50f1f 13a10e c19c00 0037da 881798 3a96dd cccccc 767676 e74856 16c60c f9f1a5 3b78ff b4009e 61d6d6 f2f2f2",
};

test.each(Object.entries(sixteens))(
  "of %s's sixteen colours those used are legible and far apart",
  (_, table) => {
    const colours = table.split(" ").map(rgb);
    for (const ground of both) {
      const used = placesOf(paletteFor(ground, true)).map((place) => colours[place] ?? rgb("0"));
      const behind = rgb(ground === "dark" ? "000000" : "ffffff");
      for (const one of used) expect(contrast(one, behind)).toBeGreaterThanOrEqual(4.5);
      expect(nearest(used)).toBeGreaterThan(20);
    }
  },
);

test("what a terminal says of itself is understood, and dark is what it is otherwise", () => {
  const light = ["0;15", "0;7", "0;default;15"];
  const dark = ["15;0", "7;8", "default;default", "15", "", undefined];
  expect(light.map(groundFrom)).toEqual(light.map(() => "light"));
  expect(dark.map(groundFrom)).toEqual(dark.map(() => "dark"));
});
