/** Amounts are stored in thousandths, so that rounding never piles up differently on two machines. */
export const milli = (amount: number): number => Math.round(amount * 1000) / 1000;
