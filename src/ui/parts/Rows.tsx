/** Paints rows: one Text a line, so that an unchanged line costs nothing. */
import { Box, Text } from "ink";
import { memo, type ReactElement } from "react";
import { merged, type Row } from "../row.ts";
import type { Look } from "../theme.ts";

type LineProps = { readonly of: Row; readonly look: Look };

const same = (a: Row, b: Row): boolean =>
  a === b ||
  (a.length === b.length && a.every((run, i) => run.text === b[i]?.text && run.ink === b[i]?.ink));

const Line = memo(
  ({ of, look }: LineProps): ReactElement => (
    <Text wrap="truncate">
      {of.length === 0 ? " " : null}
      {of.map(({ text, ink }, i) => {
        const { color, bold, dim, inverse } = look.style(ink);
        if (ink === "plain") return text;
        return (
          <Text
            // biome-ignore lint/suspicious/noArrayIndexKey: a run has no identity but its place
            key={i}
            {...(color === undefined ? {} : { color })}
            bold={bold === true}
            dimColor={dim === true}
            inverse={inverse === true}
          >
            {text}
          </Text>
        );
      })}
    </Text>
  ),
  (before, after) => before.look === after.look && same(before.of, after.of),
);

type Props = {
  readonly rows: readonly Row[];
  readonly look: Look;
  readonly width: number;
  readonly height: number;
};

/** Never wider or taller than it is given: a frame taller than the window repaints it all. */
export const Rows = ({ rows, look, width, height }: Props): ReactElement => (
  <Box flexDirection="column" width={width} height={height}>
    {rows.slice(0, height).map((row, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a row of the screen is its place
      <Line key={i} of={merged(row, (a, b) => look.style(a) === look.style(b))} look={look} />
    ))}
  </Box>
);
