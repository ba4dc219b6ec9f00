/** A file's values with the places where they stand: what YAML gives us, before anything is believed. */

export type Scalar = string | number | boolean | null;
export type Entry = { readonly keyAt: number; readonly tree: Tree };

type Placed = {
  /** Offset into the text. */
  readonly at: number;
  /** How many values it holds, itself included, with every alias written out. */
  readonly size: number;
};
export type Leaf = Placed & { readonly kind: "leaf"; readonly value: Scalar };
export type Branch = Placed & { readonly kind: "list"; readonly items: readonly Tree[] };
export type Table = Placed & {
  readonly kind: "map";
  readonly entries: ReadonlyMap<string, Entry>;
};
export type Tree = Leaf | Branch | Table;

export const mapOf = (at: number, entries: ReadonlyMap<string, Entry>): Table => {
  let size = 1;
  for (const { tree } of entries.values()) size += tree.size;
  return { kind: "map", at, size, entries };
};

/** Maps merge, key by key; lists and single values replace. */
export function merge(base: Tree, over: Tree): Tree {
  return base.kind === "map" && over.kind === "map" ? mergeMaps(base, over) : over;
}

export function mergeMaps(base: Table, over: Table): Table {
  const entries = new Map(base.entries);
  for (const [key, entry] of over.entries) {
    const below = entries.get(key);
    const tree = below === undefined ? entry.tree : merge(below.tree, entry.tree);
    entries.set(key, { keyAt: entry.keyAt, tree });
  }
  return mapOf(over.at, entries);
}

export function without(table: Table, ...keys: readonly string[]): Table {
  const entries = new Map(table.entries);
  for (const key of keys) entries.delete(key);
  return mapOf(table.at, entries);
}

export function plain(tree: Tree): unknown {
  if (tree.kind === "leaf") return tree.value;
  if (tree.kind === "list") return tree.items.map(plain);
  // Own properties only, whatever the keys are called.
  return Object.fromEntries([...tree.entries].map(([key, entry]) => [key, plain(entry.tree)]));
}

export type Path = readonly (string | number)[];
export type Found = { readonly at: number; readonly keyAt: number; readonly tree: Tree | null };

/** What stands at a path; where nothing does, the place of what should hold it. */
export function find(tree: Tree, path: Path): Found {
  let found: Found = { at: tree.at, keyAt: tree.at, tree };
  for (const step of path) {
    const { tree: here, at } = found;
    if (here?.kind === "map" && typeof step === "string" && here.entries.has(step)) {
      const entry = here.entries.get(step);
      if (entry) found = { at: entry.tree.at, keyAt: entry.keyAt, tree: entry.tree };
    } else if (here?.kind === "list" && typeof step === "number" && here.items[step]) {
      const item = here.items[step];
      found = { at: item.at, keyAt: item.at, tree: item };
    } else return { at, keyAt: at, tree: null };
  }
  return found;
}
