/**
 * string-width with a short way for text whose characters are all known to be one cell wide.
 * The real one compiles an emoji pattern and a segmenter on first use: 24 ms of a start.
 */
import stringWidth, { type Options } from "string-width";

const ONE_CELL =
  /^[\u0020-\u007E\u00A1-\u00A8\u00AB\u00AC\u00AF-\u00FF\u2010-\u201A\u2022\u2026\u2190-\u2193\u2500-\u259F\u25A0-\u25A9\u25B2\u25BC\u25C6-\u25C8\u25CB\u25CE\u25CF\u2713\u2717\u2800-\u28FF]*$/;

export default function width(text: string, options?: Options): number {
  if (ONE_CELL.test(text) && options?.ambiguousIsNarrow !== false) return text.length;
  return stringWidth(text, options);
}
