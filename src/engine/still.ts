/** What changes in place, kept as it is now: a copy that shares with an earlier one all that has not changed since. */

/** `now` is plain data: no cycles, no maps. `before` is the copy to share with. */
export function still<T>(now: T, before?: T): T {
  if (typeof now !== "object" || now === null) return now;
  return (Array.isArray(now) ? stillList(now, before) : stillRecord(now, before)) as T;
}

function stillList(now: readonly unknown[], before: unknown): readonly unknown[] {
  if (!Array.isArray(before)) return now.map((item) => still(item));
  let same = before.length === now.length;
  const copy = now.map((item, i) => {
    const one = still(item, before[i]);
    same &&= one === before[i];
    return one;
  });
  return same ? before : copy;
}

function stillRecord(now: object, before: unknown): object {
  const old = isRecord(before) ? before : {};
  const parts = Object.entries(now);
  let same = isRecord(before) && parts.length === Object.keys(old).length;
  const copy: Record<string, unknown> = {};
  for (const [name, value] of parts) {
    const one = still(value, old[name]);
    same &&= one === old[name] && name in old;
    copy[name] = one;
  }
  return same ? old : copy;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
