/** A terminal's cells as an SVG and as a PNG, with a font from an npm package: the same picture on every machine. */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Resvg } from "@resvg/resvg-js";
import type { IBufferCell, Terminal } from "@xterm/headless";

/** The terminal's own two colours. */
export type Theme = { readonly text: string; readonly ground: string };
export const night: Theme = { text: "#d8dee9", ground: "#14161b" };
export const day: Theme = { text: "#22262e", ground: "#fdf6e3" };
const PALETTE = [
  ["#1d1f21", "#cc6666", "#b5bd68", "#f0c674", "#81a2be", "#b294bb", "#8abeb7", "#c5c8c6"],
  ["#666666", "#d54e53", "#b9ca4a", "#e7c547", "#7aa6da", "#c397d8", "#70c0b1", "#ffffff"],
].flat();

const SIZE = 16;
const PADDING = 12;
/** DejaVu Sans Mono's advance, and the height at which box drawing joins without a gap. */
const WIDTH = SIZE * 0.602;
const HEIGHT = SIZE * 1.165;
const BASELINE = SIZE * 0.93;

const hex = (rgb: number): string => `#${rgb.toString(16).padStart(6, "0")}`;
const fixed = (length: number): string => length.toFixed(2);

/** xterm's 256 colours: 16 named, a cube of six levels a side, 24 greys. */
function indexed(index: number): string {
  if (index < 16) return PALETTE[index] ?? night.text;
  if (index >= 232) return hex((8 + (index - 232) * 10) * 0x010101);
  const level = (step: number): number => (step === 0 ? 0 : 55 + step * 40);
  const cube = index - 16;
  const [red, green, blue] = [Math.trunc(cube / 36), Math.trunc(cube / 6) % 6, cube % 6];
  return hex(level(red) * 0x010000 + level(green) * 0x000100 + level(blue));
}

function colours(
  cell: IBufferCell,
  theme: Theme,
): { readonly ink: string; readonly paper: string } {
  const color = cell.getFgColor();
  const bright = cell.isBold() && color < 8 ? 8 : 0;
  const ink = cell.isFgDefault()
    ? theme.text
    : cell.isFgRGB()
      ? hex(color)
      : indexed(color + bright);
  const back = cell.getBgColor();
  const paper = cell.isBgDefault() ? theme.ground : cell.isBgRGB() ? hex(back) : indexed(back);
  return cell.isInverse() ? { ink: paper, paper: ink } : { ink, paper };
}

const ENTITIES: Readonly<Record<string, string>> = { "<": "&lt;", ">": "&gt;", "&": "&amp;" };
const escaped = (text: string): string => text.replaceAll(/[<>&]/g, (sign) => ENTITIES[sign] ?? "");

type Drawn = { readonly paper: string; readonly ink: string };

function drawCell(cell: IBufferCell, column: number, row: number, theme: Theme): Drawn {
  const x = fixed(PADDING + column * WIDTH);
  const top = PADDING + row * HEIGHT;
  const { ink, paper } = colours(cell, theme);
  const text = cell.getChars();
  const style = [
    cell.isBold() ? ' font-weight="bold"' : "",
    cell.isItalic() ? ' font-style="italic"' : "",
    cell.isUnderline() ? ' text-decoration="underline"' : "",
    cell.isStrikethrough() ? ' text-decoration="line-through"' : "",
    cell.isDim() ? ' opacity="0.55"' : "",
  ].join("");
  // A hair wider and taller than the cell, or the seams between neighbours show.
  const width = fixed(cell.getWidth() * WIDTH + 0.4);
  return {
    paper:
      paper === theme.ground
        ? ""
        : `<rect x="${x}" y="${fixed(top)}" width="${width}" height="${fixed(HEIGHT + 0.4)}" fill="${paper}"/>`,
    ink:
      text.trim() === "" || cell.isInvisible()
        ? ""
        : `<text x="${x}" y="${fixed(top + BASELINE)}" fill="${ink}"${style}>${escaped(text)}</text>`,
  };
}

function svgOf(terminal: Terminal, theme: Theme): string {
  const { active } = terminal.buffer;
  const cells: Drawn[] = [];
  for (let row = 0; row < terminal.rows; row++) {
    const line = active.getLine(active.viewportY + row);
    for (let column = 0; column < terminal.cols; column++) {
      const cell = line?.getCell(column);
      if (cell && cell.getWidth() > 0) cells.push(drawCell(cell, column, row, theme));
    }
  }
  const width = fixed(terminal.cols * WIDTH + 2 * PADDING);
  const height = fixed(terminal.rows * HEIGHT + 2 * PADDING);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="DejaVu Sans Mono" font-size="${SIZE}" xml:space="preserve">`,
    `<rect width="100%" height="100%" fill="${theme.ground}"/>`,
    ...cells.map(({ paper }) => paper),
    ...cells.map(({ ink }) => ink),
    "</svg>",
  ].join("");
}

const fonts = join(
  dirname(createRequire(import.meta.url).resolve("dejavu-fonts-ttf/package.json")),
  "ttf",
);
const FACES = ["DejaVuSansMono", "DejaVuSansMono-Bold", "DejaVuSansMono-Oblique", "DejaVuSans"];

export function pngOf(terminal: Terminal, theme = night): Uint8Array {
  const picture = new Resvg(svgOf(terminal, theme), {
    fitTo: { mode: "zoom", value: 1.2 },
    font: {
      loadSystemFonts: false,
      fontFiles: FACES.map((face) => join(fonts, `${face}.ttf`)),
      defaultFontFamily: "DejaVu Sans Mono",
      monospaceFamily: "DejaVu Sans Mono",
    },
  });
  return picture.render().asPng();
}
