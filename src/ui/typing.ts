/** What is being typed: a name, a seed, a number; or chosen from a list. */
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

/** `most`: how many digits it may have; `help` opens the help page. */
export const numberHands = (
  most: number,
  { typed, type, done, back, help }: Line & { readonly help: () => void },
): Hands<"number"> => ({
  digit: (key) => type(`${typed()}${key}`.slice(0, most)),
  erase: () => type(typed().slice(0, -1)),
  done: () => done(typed()),
  help,
  back,
});

/** One of several things, and what choosing it does. */
export type Choice = {
  readonly text: string;
  readonly choose: () => void;
  /** It only keeps its place: the first is another. */
  readonly idle?: boolean;
};

type Choices = {
  readonly choices: () => readonly Choice[];
  /** Hears of a number that stands for nothing. */
  readonly strange: (n: number) => void;
  readonly help: () => void;
  readonly back: () => void;
};

export function pickHands({ choices, strange, help, back }: Choices): Hands<"pick"> {
  const choose = (n: number): void => {
    const choice = choices()[n - 1];
    if (choice === undefined) strange(n);
    else choice.choose();
  };
  const first = (): void =>
    choose(
      1 +
        Math.max(
          0,
          choices().findIndex(({ idle }) => !idle),
        ),
    );
  return { choose: (key) => choose(Number(key)), first, help, back };
}
