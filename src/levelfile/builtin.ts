/** The game's own levels and voices, read and checked when it was built; levels in playing order. */
export { levels, voices } from "virtual:levels";
