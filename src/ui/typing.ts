/** A line that is being typed: a name, or a seed. */
import type { Hands } from "./useKeys.ts";

type Line = {
  readonly typed: () => string;
  readonly type: (typed: string) => void;
  readonly done: (typed: string) => void;
  readonly back: () => void;
};

/** `most`: how many characters it may have. */
export const typingHands = (most: number, { typed, type, done, back }: Line): Hands<"text"> => ({
  letter: (key) => type(`${typed()}${key === "space" ? " " : key}`.slice(0, most)),
  erase: () => type(typed().slice(0, -1)),
  done: () => done(typed()),
  back,
});
