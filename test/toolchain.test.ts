import stringWidth from "string-width";
import { expect, test } from "vitest";
import fastWidth from "../tools/fast-width.ts";

test("the short way of measuring text agrees with the long way on every character", () => {
  for (let code = 0; code < 0x10000; code++) {
    const character = String.fromCodePoint(code);
    const text = `a${character}b`;
    if (fastWidth(text) !== stringWidth(text)) expect.soft(code.toString(16)).toBe("the same");
  }
});
