import type { Immutable } from "immer";
import { describe, expect, test } from "vitest";
import { blank, deal, type Event, legal, type Open, recorder } from "../../src/engine/index.ts";
import { evenings, last, moss, send } from "../engine/fixtures.ts";

const heavy = evenings["three questions, one overwhelmed partner"];
const { world, events, secrets } = deal(heavy, moss);
const open: Immutable<Open> = world.open;

describe("what is known", () => {
  test("cannot be changed at run time either", () => {
    expect(() => Object.assign(world.open, { tick: 9 })).toThrow(TypeError);
    expect(() => world.open.sent.push(last(world.open.sent))).toThrow();
    expect(() => Object.assign(world.open.forces, { waits: undefined })).toThrow(TypeError);
  });

  test("is named field by field, so that a new one is noticed here", () => {
    expect(Object.keys(blank(heavy)).sort()).toEqual([
      "day",
      "ended",
      "energy",
      "forces",
      "heard",
      "quiet",
      "sent",
      "tick",
      "trips",
      "usual",
    ]);
    expect(blank(heavy).forces).toEqual({ overload: {}, waits: { asks: [] } });
    expect(Object.keys(world).sort()).toEqual(["open", "sealed"]);
  });
});

test("what must not be written does not compile: each line is refused for the reason above it", () => {
  const impossible = (event: Event): void => {
    // @ts-expect-error what is hidden is no part of what is known
    open.sealed;
    // @ts-expect-error nor is how much the partner carries
    open.forces.overload?.strain;
    // @ts-expect-error nor what lies unread
    open.inbox;
    // @ts-expect-error no public event tells a strain
    event.strain;
    // @ts-expect-error nor a fate
    event.due;
    // @ts-expect-error nor is a fate a public event
    const fate: Event = secrets[0];
    // @ts-expect-error what is hidden cannot be told to those who know
    recorder(heavy)(world.open, { kind: "knock", tick: 0 });
    // @ts-expect-error moves come of what is known, and not of the world
    legal(heavy, world);
    // @ts-expect-error what is known can be read only
    open.tick = 9;
    // @ts-expect-error in all its parts
    open.sent.push(fate);
    // @ts-expect-error what has happened stays as it was
    events[0] = fate;
    // @ts-expect-error a topic is no key
    legal(heavy, open).includes({ kind: "repeat", key: "tea" });
    // @ts-expect-error nobody says what no kind of message can say
    send({ what: "rant" });
  };
  expect(impossible).toBeTypeOf("function");
});
