import { expect, test } from "vitest";
import { openSession, type Session, seedFrom } from "../../src/session/index.ts";
import type { LinearIo } from "../../src/ui/linear/io.ts";
import { mapLinear } from "../../src/ui/linear/map.ts";
import { afterLinear } from "../../src/ui/linear/over.ts";
import { watchLinear } from "../../src/ui/linear/replay.ts";
import { textOf } from "../../src/ui/row.ts";
import { panel } from "../../src/ui/screens/panel.ts";
import { chat } from "../../src/ui/words.ts";
import { ascii, boardOf, castOf, levelOf, levels, moss, play, shelfOf, wander } from "./support.ts";
import { transcript } from "./transcript.ts";

test("the prologue, line by line", async () => {
  const session = openSession(levelOf("prologue"), moss);
  const { text, ended } = await transcript(session, [
    "s friday",
    "3",
    "?o",
    "w",
    "?g",
    "w",
    "d",
    "q",
  ]);
  expect(ended).toBe(true);
  expect(text).toMatchInlineSnapshot(`
    "One message (prologue), seed moss-4f2a.
    You made soup for Friday, too much of it, and Wren lives across town. You have a phone. Wren has a phone. Between the two there is a network, and all you will ever see is what comes out at your end.
    You cannot see what happens over there, or whether a message arrived. One tick is a minute.
    Contains: a short silence. You can leave at any time.
    Tick 0. To bring up: Friday.
    To ask: Friday (friday), until tick 40.
    Goals: Wren has answered, not yet known.
    Actions: wait 3, wait for news, send ask friday, leave, which ends it. ?k tells the letters and the queries.
    > s friday
    Tick 1. a1 is on its way.
    You, a1: Soup on Friday? I have too much pot for one.
    > 3
    Tick 4. Nothing. a1 is now older than a usual round trip (2).
    > ?o
    Open waits, 1. a1, Friday: out 4 ticks. Usual round trip 2.
    > w
    Tick 5. b1 answers a1.
    Wren, to a1: Yes! Was cooking.
    > ?g
    Goals: Wren has answered, met.
    > w
    Tick 6. The evening is over.
    Goals: Wren has answered, met.
    What was true:
    Nothing is lost on this line, and a message takes one tick. Wren was cooking, both hands busy until tick 4.
    t1: a1 reaches Wren; Wren is busy elsewhere.
    t4: Wren reads a1.
    timing: 1 send, longest gap to one question 0.
    acknowledgement: 1 of 1 answered.
    Pattern: the network itself.
    In your systems: There is a network between any two nodes. When no reply comes, the request may be lost, or the reply, or nothing at all; from your end the three look the same.
    In your relationships: Silence is not data. It was not about you, and nothing on your screen could have said so.
    "
  `);
});

test("an evening that is left, and one that is put away, line by line", async () => {
  const session = openSession(levelOf("backoff.1"), moss);
  const typed = "s key;s pot;w;w;r a1;?o;?s;?h;s;1;w;L a2;let go a2;?g;?r;?e;?l 3;?k;X;1;;q";
  const { text, ended } = await transcript(session, typed.split(";"));
  expect(ended).toBe(false);
  await expect(text).toMatchFileSnapshot("frames/linear-backoff.txt");
});

test.each([
  ["L", "Nothing is waiting for an answer."],
  ["send ask pto", "Nearest: send ask pot."],
  ["T", "Nothing you ask here has a limit of its own."],
  ["O", "No habit can be left running here, yet."],
])("a letter with nothing to do says why: %s", async (line, reason) => {
  const session = openSession(levelOf("backoff.1"), moss);
  const { text } = await transcript(session, [line]);
  expect(text).toContain(reason);
  expect(session.observe().tick).toBe(0);
});

test("several things that a letter may mean are read out, and a digit chooses, or an empty line backs out", async () => {
  const session = openSession(levelOf("backoff.1"), moss);
  const { text } = await transcript(session, ["s", "", "s", "9", "2", "?o"]);
  expect(text).toContain("Say what? 1 the spare key:");
  expect(text).toContain("Nothing chosen.");
  expect(text).toContain("There is no 9: 1 to 3, or an empty line to go back.");
  expect(text).toContain("Open waits, 1. a1, the big pot: out 1 tick.");
});

test("a bet is placed before the first move, and the debrief remembers it", async () => {
  const session = openSession(levelOf("backoff.1"), moss);
  const { text } = await transcript(session, ["bet 3", "w", "bet 1", "leave"]);
  const choice = levelOf("backoff.1").story.bet?.choices[2];
  expect(session.asides()).toEqual([{ kind: "bet", choice: 2 }]);
  expect(text.split(`Your bet: ${choice}.`)).toHaveLength(3);
});

/** What the talk of the map, or of a replay, says to these lines. */
async function said(
  lines: readonly string[],
  talk: (io: LinearIo) => Promise<unknown>,
): Promise<string> {
  const ahead = [...lines];
  const written: string[] = [];
  await talk({
    out: (text) => void written.push(text),
    warn: (text) => void written.push(text),
    read: async () => ahead.shift() ?? null,
  });
  return written.join("\n");
}

test("from the map in lines a game is begun, put away, gone on with, played out, and watched", async () => {
  const shelf = shelfOf();
  const typed = "prologue;s;q;?;i 0;0;w;q;x;w 1;l;fog;q;q;0;w;w;w;R;q;R 0;1;q;x;q;2 3;q;4 9";
  const text = await said(typed.split(";"), (io) => mapLinear(shelf, io));
  expect(text).toContain("0 One message. paused.");
  expect(text).toContain("Paused: tick 1, evening 1.");
  expect(text).toContain("1 prologue, 2026-11-24 18:00, paused");
  expect(text).toContain("The fog lifts once this evening has ended.");
  expect(text).toContain("A rehearsal: it earns no stars.");
  expect(text).toContain("timeouts, tier 3");
  expect(text).toContain('There is no level "4 9".');
  expect(shelf.started().map(({ rehearsal }) => rehearsal)).toEqual([false, true, false, false]);
});

test("a saved game is walked through in lines, and its fog lifts", async () => {
  const shelf = shelfOf();
  play(
    shelf.start(levelOf("prologue"), { seed: moss, rehearsal: false }),
    "send ask friday;wait;wait;wait",
  );
  const watched = shelf.replay("0");
  if ("refused" in watched) throw new Error(watched.refused);
  const typed = "l;h;h;.;.;l;l;l;l;l;l;g 1;fog;g 99;0;space;e;?s;?o;juggle;q";
  const text = await said(typed.split(";"), (io) =>
    watchLinear({ cast: castOf(levelOf("prologue")), watched, io, shelf }),
  );
  expect(text).toContain("This is the start of the evening.");
  expect(text).toContain("This is where the evening ended.");
  expect(text).toContain("In truth: a1 reaches Wren; Wren is busy elsewhere.");
  expect(text).toContain("Wren, to a1: Yes! Was cooking.");
  expect(text).toContain("There is one evening.");
  expect(text.indexOf("In truth")).toBeGreaterThan(text.indexOf("Fog off."));
});

test.each([["hello"], ["s nobody"], ["__proto__"]])(
  "what cannot be done is told together with what can: %s",
  async (line) => {
    const session = openSession(levelOf("backoff.1"), moss);
    const { text } = await transcript(session, [line]);
    expect(text).toContain(
      `> ${line}\n"${line}" is not a move here. Actions: wait 3, wait for news`,
    );
  },
);

test.each([
  ["repeat a9", "That message is answered, let go, or was never sent."],
  ["wait 99", "A wait is 1 to 64 ticks long."],
  ["send ask nobody", "There is nothing open to ask about that."],
])("what is refused costs nothing, and the reason is told: %s", async (line, reason) => {
  const session = openSession(levelOf("backoff.1"), moss);
  const { text } = await transcript(session, [line]);
  expect(text).toContain(`> ${line}\nTick 0. ${reason}`);
});

test("empty lines and remarks are passed over, and the end of input stops without a word", async () => {
  const session = openSession(levelOf("backoff.1"), moss);
  const { text, ended } = await transcript(session, ["", "# a remark", "  "]);
  expect(ended).toBe(false);
  expect(text.endsWith("> \n> # a remark\n>   \n")).toBe(true);
  expect(session.observe().tick).toBe(0);
});

/** The facts on the side of the board, each as a pattern that some sentence must fit. */
function panelFacts(session: Session): readonly string[] {
  const { cast, open, events } = boardOf(session);
  return panel({ cast, open, events }, 200, ascii)
    .slice(1)
    .map((row) => textOf(row).trim().replace(/ +/g, " "))
    .filter((text) => text !== "" && text !== text.toUpperCase());
}

/** How a fact of the board reads in a sentence; null for what stands in the moves or was said when it began. */
function sentence(fact: string): string | null {
  const [, key, title, age] = /^(a\d+) (.+) (\d+)t out$/.exec(fact) ?? [];
  if (key !== undefined) return `${key}, ${title}: out ${age} tick${age === "1" ? "" : "s"}`;
  const [, now, cap] = /^energy \[.*\] ([\d.]+)\/(\d+)$/.exec(fact) ?? [];
  if (now !== undefined) return `energy ${now} of ${cap}`;
  // A drawing of numbers that a sentence says one by one.
  if (/^[o|+ ]+$|^[.|\d]{10,}$/.test(fact)) return null;
  if (/ to ask$|too late|let go|^a\d+ .* heard/.test(fact)) return null;
  // A bar is a picture of what stands beside it.
  return fact.replace(/ \[[^\]]*\]/, "").replace(/\[[#.]+\] /, "");
}

test.each(levels.map((level) => [level.id, level] as const))(
  "in %s, whatever the board says can be asked for in words",
  async (_, level) => {
    let looks = 0;
    const session = openSession(level, seedFrom(5));
    for (const _ of wander(session, seedFrom(12))) {
      if (session.observe().ended !== null) continue;
      looks++;
      const { text } = await transcript(session, ["?", "?o", "?s", "?g"]);
      const words = text.toLowerCase();
      for (const fact of panelFacts(session)) {
        const wanted = sentence(fact);
        if (wanted !== null) expect(words).toContain(wanted.toLowerCase());
      }
      for (const goal of session.goals()) expect(words).toContain(goal.text.toLowerCase());
      for (const { text: said } of chat(castOf(level), session.heard()))
        expect(words).toContain(said.replace(/^\(a\d+ again\) /, "").toLowerCase());
    }
    expect(looks).toBeGreaterThan(level.id === "prologue" ? 2 : 20);
  },
);

/** A shelf on which two evenings of level 1 were played to their end, the first with a question let go. */
function played() {
  const shelf = shelfOf();
  const session = shelf.start(levelOf("backoff.1"), { seed: moss, rehearsal: false });
  play(session, "send ask key; wait 3; repeat a1; wait for news; wait 20; let go a1; leave");
  session.next();
  play(session, "send ask key; wait 9; leave");
  return { shelf, session };
}

test("after its end a game is looked into, watched from either seat, forked, and held against where it came from", async () => {
  const { shelf, session } = played();
  const cast = castOf(session.level);
  const typed = "I;I a1;nothing;r;e;e;v;?s;l;l;v;tab;>;<;0;q;w;l;q;c;f 99;f 3 1;?r;f 1 3";
  const next: (Session | string)[] = [];
  const text = await said(typed.split(";"), async (io) => {
    next.push(await afterLinear({ cast, session, shelf, io, more: false }));
  });
  expect(text).toContain("Which one? I a1 tells of a1.");
  expect(text).toContain("From Wren's seat: you are the fog.");
  expect(text).toContain("Quiet from them for");
  expect(text).toContain("In truth: ");
  expect(text).toContain('"nothing" is nothing here.');
  expect(text).toContain("Back to the end of the game.");
  expect(text).toContain("What was true:");
  expect(text).toContain("a1, the spare key, at t0.");
  expect(text).toContain("The last tick of that evening is 10.");
  expect(text).toContain("Take over at which tick?");
  const [taken] = next;
  if (typeof taken !== "object") throw new Error("nothing was taken over");
  expect(taken.origin).toMatchObject({ evening: 1, tick: 3 });
  play(taken, "leave");
  const told = await said(["c", "q"], (io) =>
    afterLinear({ cast, session: taken, shelf, io, more: false }),
  );
  expect(told).toContain("Two evenings: as it was, and rehearsed from t3.");
  expect(told).toContain("They part at t3.");
});

test("saved games are named, put away, brought back and copied in lines; options are set, and credits told", async () => {
  const { shelf } = played();
  const typed = [
    ...[
      "x",
      "?",
      "r 1 the long one",
      "?",
      "d 1",
      "2",
      "d 1",
      "1",
      "?",
      "u",
      "e 1",
      "w 7",
      "d",
      "q",
    ],
    ...["o", "4", "9", "", "c", "e", "left", "s 1", "s 1 !!", "q"],
  ];
  const text = await said(typed, (io) => mapLinear(shelf, io));
  expect(text).toContain("1 the long one, backoff, tier 1");
  expect(text).toContain("It stays.");
  expect(text).toContain("No games yet.");
  expect(text).toContain("There is no game 7.");
  expect(text).toContain("calm mode on. New games are not weighed");
  expect(shelf.settings.now().calm).toBe(true);
  expect(text).toContain("Further reading, level by level.");
  expect(text).toContain("The ending comes once all");
  expect(text).toContain("s 2 moss-4f2a plays level 2.");
});
