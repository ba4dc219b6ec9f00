import { expect, test } from "vitest";
import { openSession, type Session, seedFrom } from "../../src/session/index.ts";
import { playLinear } from "../../src/ui/linear.ts";
import { textOf } from "../../src/ui/row.ts";
import { panel } from "../../src/ui/screens/panel.ts";
import { chat } from "../../src/ui/words.ts";
import { ascii, boardOf, castOf, levelOf, levels, moss, wander } from "./support.ts";

/** What is written when these lines are typed, the typed ones marked as a person would see them. */
async function transcript(
  session: Session,
  lines: readonly string[],
): Promise<{ text: string; ended: boolean }> {
  const ahead = [...lines];
  const written: string[] = [];
  const ended = await playLinear(castOf(session.level), session, {
    prompt: false,
    out: (text) => written.push(text),
    read: async () => {
      const line = ahead.shift() ?? null;
      if (line !== null) written.push(`> ${line}`);
      return line;
    },
  });
  return { text: `${written.join("\n")}\n`, ended };
}

test("the prologue, line by line", async () => {
  const session = openSession(levelOf("prologue"), moss);
  const { text, ended } = await transcript(session, ["s friday", "3", "?o", "w", "?g", "w", "w"]);
  expect(ended).toBe(true);
  expect(text).toMatchInlineSnapshot(`
    "One message (prologue), seed moss-4f2a.
    You made soup, too much of it, and Wren lives across town. You have a phone. Wren has a phone. Between the two there is a network, and all you will ever see is what comes out at your end.
    You cannot see what happens over there, or whether a message arrived. One tick is a minute.
    Contains: a short silence. You can leave at any time.
    Tick 0. To bring up: Friday.
    To ask: Friday (friday), until tick 40.
    Goals: Wren has answered, not yet known.
    Actions: wait 3, wait for news, send ask friday, leave. Also: ? actions, ?o open waits, ?s your side, ?g goals, ?r repeat, ?h hint, ?b brief, q quit.
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
    Tick 6. The evening is over. [enter] lifts the fog.
    What was true:
    Nothing is lost on this line, and a message takes one tick. Wren was cooking, both hands busy until tick 4.
    t1: it reaches Wren; Wren is busy elsewhere.
    t4: Wren reads it.
    timing: 1 send, longest gap to one question 0.
    acknowledgement: 1 of 1 answered.
    acknowledgement: Every repeat left the time for an answer.
    the network itself.
    In your systems: There is a network between any two nodes. When no reply comes, the request may be lost, or the reply, or nothing at all; from your end the three look the same.
    In your relationships: Silence is not data. It was not about you, and nothing on your screen could have said so.
    Further reading: Waldo, Wyant, Wollrath, Kendall: A Note on Distributed Computing (1994); Deutsch and others: The Eight Fallacies of Distributed Computing (1994-1997).
    "
  `);
});

test("an evening that is left, and one that is put away, line by line", async () => {
  const session = openSession(levelOf("backoff.1"), moss);
  const typed = "s key;s pot;w;w;r a1;?o;?s;?h;s;w;L a2;let go a2;?g;?r;X;q";
  const { text, ended } = await transcript(session, typed.split(";"));
  expect(ended).toBe(false);
  await expect(text).toMatchFileSnapshot("frames/linear-backoff.txt");
});

test.each([["hello"], ["s nobody"], ["wait 0 9"], ["L"], ["repeat"], ["__proto__"]])(
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
  if (/^[o| ]+$|^[.|\d]{10,}$/.test(fact)) return null;
  if (/not asked|too late|let go|^a\d+ .* heard/.test(fact)) return null;
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
