/** A last-writer-wins register: what one side holds to be true, and how two sides become one. */

/** A version: the later count wins, and of two that are as late, the higher node. */
export type Version = { readonly count: number; readonly node: number };

export const never: Version = { count: 0, node: 0 };

export const same = (a: Version, b: Version): boolean => a.count === b.count && a.node === b.node;

/** The later of two: commutative, associative and idempotent, so that no order or repeat of messages matters. */
export function merge(a: Version, b: Version): Version {
  if (a.count !== b.count) return a.count > b.count ? a : b;
  return a.node >= b.node ? a : b;
}

/** What a node holds once it has changed its mind: later than all it knew of. */
export const write = ({ count }: Version, node: number): Version => ({ count: count + 1, node });

/** The version that stands at a place in a message's numbers; none where the message is too short. */
export const versionAt = (values: readonly number[], at: number): Version => ({
  count: values[at] ?? 0,
  node: values[at + 1] ?? 0,
});
