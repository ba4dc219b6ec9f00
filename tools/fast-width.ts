/**
 * string-width with a short way for text whose characters are all known to be one cell wide.
 * The real one compiles an emoji pattern and a segmenter on first use: 24 ms of a start.
 */
import stringWidth, { type Options } from "string-width";

const ONE_CELL =
  /^[\u0020-\u007E\u00A1-\u00A8\u00AB\u00AC\u00AF-\u00FF\u2010-\u201A\u2022\u2026\u2190-\u2193\u2500-\u259F\u25A0-\u25A9\u25B2\u25BC\u25B8\u25C2\u2605\u25C6-\u25C8\u25CB\u25CE\u25CF\u2713\u2717\u2800-\u28FF]*$/;

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours are written with the escape character
const COLOURS = /\u001B\[[\d;]*m/g;

export default function width(text: string, options?: Options): number {
  const bare = text.includes("\u001B") ? text.replace(COLOURS, "") : text;
  if (ONE_CELL.test(bare) && options?.ambiguousIsNarrow !== false) return bare.length;
  return stringWidth(text, options);
}
