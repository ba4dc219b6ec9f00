/** What a player does beside the game. It is kept in the journal and never reaches the rules. */
export type Aside =
  /** The choice of the level's bet, from 0. */
  | { readonly kind: "bet"; readonly choice: number }
  /** How many hints have been shown by now, from 1. */
  | { readonly kind: "hint"; readonly step: number };
