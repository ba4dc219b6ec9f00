import { Text, useInput, useWindowSize } from "ink";
import { useState } from "react";
import { expect, onTestFinished, test } from "vitest";
import { draw } from "./screen.ts";

function Keys() {
  const [keys, setKeys] = useState<readonly string[]>([]);
  const { columns, rows } = useWindowSize();
  useInput((input, key) => setKeys([...keys, key.escape ? "esc" : key.upArrow ? "up" : input]));
  return (
    <Text bold color="red">
      {columns}x{rows} {keys.join(" ")}
    </Text>
  );
}

test("a screen shows an Ink tree as a terminal would, with its keys, size and colours", async () => {
  const screen = await draw(<Keys />, { columns: 40, rows: 5 });
  onTestFinished(() => screen.unmount());
  expect(screen.lines()).toEqual(["40x5", "", "", "", ""]);
  expect(screen.buffer()).toBe("alternate");
  expect(screen.cell(0, 0)).toEqual({ text: "4", width: 1, color: 1, bold: true, inverse: false });
  await screen.press("a", "esc", "up");
  expect(screen.text()).toBe("40x5 a esc up");
  await screen.resize(30, 4);
  expect(screen.text()).toBe("30x4 a esc up");
});
