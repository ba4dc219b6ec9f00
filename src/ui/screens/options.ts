/** The options as rows: what is set, and what the chosen one does. */
import { footer } from "../keys.ts";
import { blank, exactly, indent, paragraph, type Row, row, run, sized } from "../row.ts";
import { type Settings, settingNames } from "../settings.ts";
import type { Look } from "../theme.ts";
import { hints, ruler, type Size } from "./frame.ts";

export type OptionsView = {
  readonly settings: Settings;
  readonly chosen: number;
  /** What wins over them, and why they were not kept; either may be empty. */
  readonly stronger: string;
  readonly notice: string;
};

const words: {
  readonly [S in (typeof settingNames)[number]]: { readonly name: string; readonly what: string };
} = {
  glyphs: { name: "drawing", what: "Lines and marks: ASCII, Unicode, or what the terminal can." },
  colour: { name: "colour", what: "auto is colour. Nothing is said by colour alone." },
  ground: {
    name: "background",
    what: "What the terminal's is, so that the colours are legible on it. auto is dark unless the terminal says otherwise.",
  },
  calm: {
    name: "calm mode",
    what: "New games are not weighed: no outcome, no par, no stars, no goal called broken. Evenings end as ever, and what was true is told.",
  },
  offer: {
    name: "offer hints",
    what: "After two tries of a level with fewer than two stars, its briefing says how to get a hint. The hint key works always.",
  },
  linear: {
    name: "linear",
    what: "From the next start on: plain text, line by line. besteffort --screens brings the screens back.",
  },
};

const valueText = (value: Settings[keyof Settings]): string =>
  typeof value === "boolean" ? (value ? "on" : "off") : value;

/** What an option is set to, and what it does. */
export const optionText = (
  settings: Settings,
  of: (typeof settingNames)[number],
): { readonly set: string; readonly what: string } => ({
  set: `${words[of].name} ${valueText(settings[of])}`,
  what: words[of].what,
});

export function optionsRows(view: OptionsView, size: Size, look: Look): readonly Row[] {
  const { settings, chosen, stronger, notice } = view;
  const list = settingNames.map((name, i): Row => {
    const here = i === chosen;
    return [
      run(` ${here ? look.glyphs.pointer : " "} `, "you"),
      run(words[name].name.padEnd(16), here ? "strong" : "plain"),
      run(valueText(settings[name]), here ? "strong" : "plain"),
    ];
  });
  const name = settingNames[chosen];
  const text = (of: string, ink: "plain" | "dim" | "timer"): readonly Row[] =>
    paragraph(of, Math.min(size.columns - 4, 76), ink).map((line) => indent(line, 3));
  const keys = hints(footer("options"), size.columns);
  const body = [
    blank,
    ...list,
    blank,
    ...(name === undefined ? [] : text(words[name].what, "plain")),
    blank,
    ...text(stronger, "dim"),
    ...text(notice, "timer"),
  ];
  return [
    row(" OPTIONS", "strong"),
    ruler(look, size.columns),
    ...exactly(body, size.rows - 2 - keys.length),
    ...keys,
  ].map((line) => sized(line, size.columns));
}
