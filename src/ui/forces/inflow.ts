/** Inflow in words and on the board: what they shared and you have not taken in yet. */
import { titleOf } from "../cast.ts";
import type { Part } from "./part.ts";

export const inflow: Part<"inflow"> = {
  says: {
    "taken in": () => null,
    missed: ({ about }, cast) =>
      `${titleOf(cast, about)} went past you. You said mhm. They noticed.`,
  },
};
