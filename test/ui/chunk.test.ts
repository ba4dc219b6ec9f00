import type { Key } from "ink";
import { expect, test } from "vitest";
import { namesOf } from "../../src/ui/useKeys.ts";

const plain: Key = {
  upArrow: false,
  downArrow: false,
  leftArrow: false,
  rightArrow: false,
  pageDown: false,
  pageUp: false,
  home: false,
  end: false,
  return: false,
  escape: false,
  ctrl: false,
  shift: false,
  tab: false,
  backspace: false,
  delete: false,
  meta: false,
  super: false,
  hyper: false,
  capsLock: false,
  numLock: false,
};

test.each([
  ["a held scroll key scrolls as often as it came", "jjj", ["j", "j", "j"]],
  ["a held wait is one wait", "www", ["w"]],
  ["a held space is one tick", "   ", ["space"]],
  ["a held number is one wait", "99", ["9"]],
  ["different waits are all meant", "w2", ["w", "2"]],
  ["a choice typed ahead is taken", "s1", ["s", "1"]],
  ["enter comes along", "s\r", ["s", "enter"]],
])("%s", (_, chunk, names) => {
  expect(namesOf(chunk, plain)).toEqual(names);
});

test("keys with control or alt held are nobody's", () => {
  expect(namesOf("s", { ...plain, ctrl: true })).toEqual([]);
  expect(namesOf("s", { ...plain, meta: true })).toEqual([]);
});
