/** Amounts as whole numbers whose sum is `total`, within one of each, by the method of largest remainders. */
export function shares(amounts: readonly number[], total: number): readonly number[] {
  const whole = amounts.map(Math.floor);
  const missing = total - whole.reduce((sum, n) => sum + n, 0);
  const byRemainder = amounts
    .map((amount, at) => ({ at, rest: amount - Math.floor(amount) }))
    .toSorted((a, b) => b.rest - a.rest);
  const raised = new Set(byRemainder.slice(0, missing).map(({ at }) => at));
  return whole.map((n, at) => (raised.has(at) ? n + 1 : n));
}
