/** Credit in words and on the board: what is unanswered, how their ACKs drip back, and the last word on room. */
import type { Part } from "./part.ts";

export const credit: Part<"credit"> = {
  says: { eased: () => "Some time has passed since they had no room." },
};
