import { expect, test } from "vitest";
import { canonical } from "../../src/session/canonical.ts";

test("what is frozen through and through is written as its thawed copy is, and so once more", () => {
  const part = Object.freeze({ b: [1, null], a: "x", gone: undefined });
  Object.freeze(part.b);
  const whole = Object.freeze([part, Object.freeze({ z: part, y: 2 })]);
  const text = '[{"a":"x","b":[1,null]},{"y":2,"z":{"a":"x","b":[1,null]}}]';
  expect([canonical(whole), canonical(whole), canonical(structuredClone(whole))]).toEqual([
    text,
    text,
    text,
  ]);
});

test("what can still change, even deep inside, is written anew", () => {
  const inside = [1];
  const outside = Object.freeze({ inside: Object.freeze({ inside }) });
  expect(canonical(outside)).toBe('{"inside":{"inside":[1]}}');
  inside.push(2);
  expect(canonical(outside)).toBe('{"inside":{"inside":[1,2]}}');
});
