/**
 * XFetch: refresh before the time is up, by chance, so that nothing runs out and few come early. Vattani,
 * Chierichetti, Lowenstein: "Optimal Probabilistic Cache Stampede Prevention" (VLDB 2015).
 */

/** Whether to refresh now, with so much time left and a refresh that takes `delta`; `unit` is a draw in [0, 1). */
export const xfetch = (left: number, delta: number, beta: number, unit: number): boolean =>
  -beta * delta * Math.log(1 - unit) >= left;
