/** The levels and voices of this repository, compiled to JSON by tools/levels-plugin.ts. */
declare module "virtual:levels" {
  type Library = import("../src/levelfile/folder.ts").Library;
  export const levels: Library["levels"];
  export const voices: Library["voices"];
}
