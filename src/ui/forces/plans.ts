/** Plans in words. */
import { titleOf } from "../cast.ts";
import type { Part } from "./part.ts";

export const plans: Part<"plans"> = {
  says: {
    planned: ({ about, until }, cast) => `To agree by tick ${until}: ${titleOf(cast, about)}.`,
    due: ({ about }, cast) => `Now or never: ${titleOf(cast, about)}.`,
    decided: ({ about, choice }, cast) =>
      choice === "go"
        ? `You set out: ${titleOf(cast, about)}.`
        : `You stay: ${titleOf(cast, about)}.`,
    came: ({ about, way }, cast) => `${titleOf(cast, about)}: ${way}.`,
  },
};
