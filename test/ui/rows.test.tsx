import { stripVTControlCharacters } from "node:util";
import { render } from "ink-testing-library";
import { afterEach, expect, test, vi } from "vitest";
import { Rows } from "../../src/ui/parts/Rows.tsx";
import { merged, type Row, row, run } from "../../src/ui/row.ts";
import { lookOf } from "../../src/ui/theme.ts";
import { useKeys } from "../../src/ui/useKeys.ts";

const look = lookOf({ ascii: true, colour: false });
const opened: { unmount: () => void }[] = [];
afterEach(() => {
  for (const app of opened.splice(0)) app.unmount();
});

test("rows are painted one a line, no more of them than there is room for", () => {
  const rows = [row("a1 is on its way.", "strong"), row(""), row("Nothing."), row("too much")];
  const app = render(<Rows rows={rows} look={look} width={30} height={3} />);
  opened.push(app);
  expect(stripVTControlCharacters(app.lastFrame() ?? "")).toBe("a1 is on its way.\n\nNothing.");
});

test("a row costs as few runs as it has looks, and spaces at its end cost nothing", () => {
  const wordy: Row = [
    run(" t0", "dim"),
    run("  "),
    run("you:", "dim"),
    run(""),
    run("hi "),
    run("  "),
  ];
  const same = (a: string, b: string): boolean => a === b;
  expect(merged(wordy, same)).toEqual([run(" t0  you:", "dim"), run("hi")]);
});

test("a space that is picked out stays one of its own", () => {
  const picked: Row = [run("1", "dim"), run(" - ", "pick"), run(" ", "pick")];
  expect(merged(picked, (a, b) => a === b)).toEqual(picked);
});

test("a burst of keys is heard key by key", async () => {
  const heard = vi.fn();
  const Ear = (): null => {
    useKeys(() => heard, true);
    return null;
  };
  const app = render(<Ear />);
  opened.push(app);
  await vi.waitFor(() => {
    app.stdin.write("js");
    expect(heard.mock.calls.flat()).toContain("s");
  });
  expect(heard.mock.calls.flat().slice(0, 2)).toEqual(["j", "s"]);
});
