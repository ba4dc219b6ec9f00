/** The baseline of the headless bench: boardgame.io's client playing a counter with one random draw a turn. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const here = import.meta.dirname;

function client() {
  process.env.NODE_ENV ??= "production";
  if (!existsSync(join(here, "node_modules")))
    execFileSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: here, stdio: "ignore" });
  return createRequire(join(here, "counter.mjs"))("boardgame.io/client").Client;
}

/** Turns a second, over games of so many turns each. */
export function boardgameTurns(games = 20, turns = 60) {
  const Client = client();
  const game = {
    setup: () => ({ count: 0, drawn: 0 }),
    turn: { minMoves: 1, maxMoves: 1 },
    moves: {
      add: ({ G, random }) => {
        G.count += 1;
        G.drawn += random.Die(6);
      },
    },
  };
  const play = () => {
    for (let n = 0; n < games; n++) {
      const one = Client({ game, numPlayers: 1, debug: false });
      one.start();
      for (let turn = 0; turn < turns; turn++) one.moves.add();
      one.stop();
    }
  };
  play();
  const start = performance.now();
  play();
  return (1000 * games * turns) / (performance.now() - start);
}
