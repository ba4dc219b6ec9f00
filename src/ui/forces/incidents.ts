/** Incidents in words and on the board: a card for each wrong. Level 7's instrument. */
import { titleOf } from "../cast.ts";
import type { Part } from "./part.ts";

export const incidents: Part<"incidents"> = {
  says: { wronged: ({ about }, cast) => `It went wrong: ${titleOf(cast, about)}.` },
};
