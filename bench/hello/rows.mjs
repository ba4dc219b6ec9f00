/** A bare Ink program of forty rows that changes one of them at every key: what a key costs before any game. */
import { Box, render, Text, useApp, useInput } from "ink";
import { createElement, memo, useState } from "react";

const ROWS = 40;
/** As many coloured runs in a row as a board has, where they are asked for. */
const RUNS = Number(process.env.RUNS ?? 1);
const COLORS = ["#56b4e9", "#e69f00", "#999999"];

const Row = memo(({ text }) =>
  createElement(
    Text,
    { wrap: "truncate" },
    RUNS === 1
      ? text
      : Array.from({ length: RUNS }, (_, run) =>
          createElement(
            Text,
            { key: run, color: COLORS[run % COLORS.length] },
            `${text.slice(0, 18)} `,
          ),
        ),
  ),
);

function Rows() {
  const { exit } = useApp();
  const [count, setCount] = useState(0);
  useInput((input) => {
    if (input === "q") exit();
    else setCount((before) => before + input.length);
  });
  const rows = [];
  for (let row = 0; row < ROWS; row++) {
    const text = row === ROWS / 2 ? `pressed ${count}` : `row ${row} ${"·".repeat(60)}`;
    rows.push(createElement(Row, { key: row, text }));
  }
  return createElement(Box, { flexDirection: "column", height: ROWS, overflow: "hidden" }, rows);
}

render(createElement(Rows), { alternateScreen: true, incrementalRendering: true, maxFps: 120 });
