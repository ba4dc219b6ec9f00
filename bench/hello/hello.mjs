/** The smallest Ink program there is: what a start costs before any game. */
import { render, Text, useApp, useInput } from "ink";
import { createElement } from "react";

function Hello() {
  const { exit } = useApp();
  useInput((input) => input === "q" && exit());
  return createElement(Text, null, "hello from ink");
}

render(createElement(Hello), { alternateScreen: true });
