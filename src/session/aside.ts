/** What a player does beside the game. It is kept in the journal and never reaches the rules. */
export type Aside =
  /** The choice of the level's bet, from 0. */
  | { readonly kind: "bet"; readonly choice: number }
  /** Nothing in this game is weighed. */
  | { readonly kind: "calm" }
  /** How many hints have been shown by now, from 1. */
  | { readonly kind: "hint"; readonly step: number }
  /** The limit that every new ask takes, in ticks; null for none. */
  | { readonly kind: "standing limit"; readonly ticks: number | null }
  /** The standing order, as a sentence; null where it is taken back. */
  | { readonly kind: "order"; readonly text: string | null };
