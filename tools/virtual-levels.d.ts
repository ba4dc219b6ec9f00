/** The levels and voices of this repository, compiled to JSON by tools/levels-plugin.ts. */
declare module "virtual:levels" {
  export const levels: readonly unknown[];
  export const voices: Readonly<Record<string, unknown>>;
}
