/** The number of the rules: raised whenever the same level, seed and intents would play differently. */
export const rules = 4;
