/** Paints rows: one Text a line, so that an unchanged line costs nothing. */
import { Box, Text } from "ink";
import { memo, type ReactElement } from "react";
import type { Row } from "../row.ts";
import { type Look, painted } from "../theme.ts";

/** The colours are in the string: for Ink each Text in a Text is a node, painted again at every frame. */
const Line = memo(
  ({ text }: { readonly text: string }): ReactElement => <Text wrap="truncate">{text || " "}</Text>,
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
      <Line key={i} text={painted(row, look)} />
    ))}
  </Box>
);
