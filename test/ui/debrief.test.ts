import { describe, expect, test } from "vitest";
import { openSession, seedFrom, type Tick } from "../../src/session/index.ts";
import { margin } from "../../src/ui/diagram/index.ts";
import { barWidth, notes } from "../../src/ui/diagram/truth.ts";
import { cardTexts, type DebriefView, leafAfter } from "../../src/ui/screens/card.ts";
import { mostScroll, rowsOfDebrief, starsText } from "../../src/ui/screens/debrief.ts";
import { ascii, debriefOf, frame, levels, small, wander } from "./support.ts";

const one = (lines: readonly string[]): string => lines.join(" ").replace(/ +/g, " ").trim();

const shown = (view: DebriefView): readonly string[] => frame(rowsOfDebrief(view, small, ascii));

/** A debrief cut at its rulers. */
function parts(view: DebriefView) {
  const lines = shown(view);
  const [upper = 0, lower = 0] = lines.flatMap((line, i) => (/^ -{30}/.test(line) ? [i] : []));
  return {
    title: lines[0] ?? "",
    diagram: lines.slice(2, upper),
    leaf: one(lines.slice(upper + 1, lower)),
    ruler: lines[lower] ?? "",
    keys: one(lines.slice(lower + 1)),
  };
}

/** The view on every leaf, as [enter] shows them. */
function leaves(view: DebriefView): readonly DebriefView[] {
  const next = leafAfter(view, small);
  return next === null ? [view] : [view, ...leaves({ ...view, ...next })];
}

/** Every row of the diagram, as [j] shows them. */
function scrolled(view: DebriefView): readonly string[] {
  const rows: string[] = [];
  const most = mostScroll(view, small, ascii);
  for (let scroll = 0; ; scroll = Math.min(most, scroll + 3)) {
    for (const [i, line] of parts({ ...view, scroll }).diagram.entries()) rows[scroll + i] = line;
    if (scroll === most) return rows;
  }
}

/** What stands beyond the diagram, tick by tick. */
function beyond(view: DebriefView): ReadonlyMap<Tick, string> {
  const from = margin + 2 + 2 * 13 + (view.debrief.moments[0]?.tracks.length ? barWidth : 0);
  const texts = new Map<Tick, string>();
  let tick = -1;
  for (const line of scrolled(view)) {
    const label = line.slice(0, margin).trim();
    if (label !== "") tick = Number(label);
    texts.set(tick, one([texts.get(tick) ?? "", line.slice(from)]));
  }
  return texts;
}

/** Every end of an evening in a few games, the bet being placed. */
function* debriefs(level: (typeof levels)[number]): Generator<DebriefView, void> {
  for (let n = 1; n <= 6; n++) {
    const session = openSession(level, seedFrom(n));
    for (const _ of wander(session, seedFrom(n)))
      if (session.observe().ended !== null) yield { ...debriefOf(session), bet: n % 4 };
  }
}

describe.each(levels.map((level) => [level.id, level] as const))("in %s, at 80x24,", (_, level) => {
  const { debrief } = level.story;

  test("every line of the card is whole on one of its leaves, and each but the last says that there is more", () => {
    for (const view of debriefs(level)) {
      const all = leaves(view).map(parts);
      const texts = all.map(({ leaf }) => leaf);
      const lines = [debrief.truth, ...cardTexts(view).map(([name, text]) => `${name} ${text}`)];
      const meaning = view.result === null ? [] : [debrief.systems, debrief.relationships];
      for (const line of [...lines, ...meaning].map((text) => one([text])))
        expect(
          texts.filter((text) => text.includes(line)),
          line,
        ).toHaveLength(1);
      for (const [i, { ruler, diagram, keys }] of all.entries()) {
        expect(diagram.length).toBeGreaterThanOrEqual(6);
        if (all.length > 1) expect(ruler).toContain(`page ${i + 1} of ${all.length}`);
        expect(keys.includes("[enter] next page")).toBe(i + 1 < all.length);
      }
    }
  });

  test("so is all further reading", () => {
    const [view] = debriefs(level);
    if (view === undefined) throw new Error("no debrief");
    const texts = leaves({ ...view, page: "reading" }).map((leaf) => parts(leaf).leaf);
    for (const line of debrief.reading)
      expect(texts.filter((text) => text.includes(one([line])))).toHaveLength(1);
  });

  test("every note of every tick can be scrolled to, and is whole", () => {
    for (const view of debriefs(level)) {
      const { secrets } = view.debrief;
      const found = beyond(view);
      for (const tick of new Set(secrets.map((s) => s.tick)))
        expect(found.get(tick) ?? "").toBe(one([notes(view.cast, secrets, tick).join("; ")]));
    }
  });

  test("no row is wider than the window less one, and the title row tells outcome and stars whole", () => {
    for (const rehearsal of ["", "rehearsal", "rehearsed from evening 2, t150, other weather"])
      for (const view of debriefs(level)) {
        for (const line of shown({ ...view, rehearsal }))
          expect(line.length).toBeLessThanOrEqual(79);
        const { title } = parts({ ...view, rehearsal, seed: "lighthouse-ffff" });
        const { outcome } = view.debrief;
        const { stars: earned = null, outcome: mean = null } = view.result ?? {};
        const of = mean === null || view.evening.of === 1 ? "" : `mean ${Math.round(mean)} `;
        const stars = earned === null ? "" : `${of}${starsText(earned, ascii)}`;
        const scored = outcome === null ? "" : `  outcome ${Math.round(outcome)}`;
        expect(`${title}  `).toContain(`${scored}${stars === "" ? "" : `  ${stars}`}  `);
      }
  });
});
