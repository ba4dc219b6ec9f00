/** Plays one evening: keys become intents, and what happens becomes the board. */
import { type ReactElement, useSyncExternalStore } from "react";
import { firstLine, useless } from "../acts.ts";
import { rehearsalText } from "../origin.ts";
import { Rows } from "../parts/Rows.tsx";
import { useKeys } from "../useKeys.ts";
import { useLive } from "../useLive.ts";
import { boardRows } from "./board.ts";
import { boardKeys, lastHint, type Props, type State } from "./board-hands.ts";
import { messagesIn } from "./inspect.ts";

export function BoardScreen(props: Props): ReactElement {
  const { session, cast, size, look, active } = props;
  const open = useSyncExternalStore(session.subscribe, session.observe);
  const live = useLive<State>({
    line:
      session.problem() ??
      props.opening ??
      (open.tick === 0 ? firstLine(session.legal()) : "Where you left it."),
    problem: session.problem(),
    scroll: 0,
    side: 0,
    hint: lastHint(session),
    hinting: false,
    question: "",
    choices: [],
    asking: null,
    inspecting: null,
  });
  useKeys(boardKeys(props, live), active);
  const { line, scroll, side, hint, hinting, question, choices, asking, inspecting } = live.get();
  const text = cast.level.story.hints[hint - 1];
  const rows = boardRows(
    {
      cast,
      seed: session.seed.slice(3),
      rehearsal: rehearsalText(session),
      evening: session.evening(),
      open,
      events: session.heard(),
      waiting: session.waiting(),
      moves: session.legal(),
      useless: useless(session.laws(), session.level, props.habits),
      goals: session.goals(),
      orders: session.orders(),
      limit: session.limit(),
      line,
      scroll,
      side,
      hint: text === undefined ? null : { step: hint, text, shown: hinting },
      picking: choices.length > 0 ? { question, options: choices.map((o) => o.text) } : null,
      asking: asking === null ? null : { question: asking.question, typed: asking.typed },
      inspecting: inspecting === null ? null : (messagesIn(session.heard())[inspecting] ?? null),
    },
    size,
    look,
  );
  return <Rows rows={rows} look={look} width={size.columns} height={size.rows} />;
}
