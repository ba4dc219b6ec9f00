/** Plays tasks on as many threads as asked. What comes out depends neither on their number nor on who was first. */
import { Worker } from "node:worker_threads";
import { type Provable, type Task, tallyOf } from "./proof.ts";
import { addTallies, type Tally } from "./tally.ts";

export type Answer =
  | { readonly ok: true; readonly tally: Tally }
  | { readonly ok: false; readonly problem: string };

export type PoolOptions = {
  readonly jobs: number;
  /** Hears how many of the games have been played. */
  readonly progress?: (games: number, of: number) => void;
};

/** Bundled, the worker is a file beside the program; before that, beside this file. */
const workerFile = new URL(
  import.meta.url.endsWith(".ts") ? "worker.ts" : "worker.mjs",
  import.meta.url,
);

/** So few games that handing them over costs little, and a slow thread holds up nobody for long. */
const portion = 50;

/** A proof's seeds, in portions. */
export function split(level: Provable, from: number, seeds: number): readonly Task[] {
  const tasks: Task[] = [];
  for (let at = 0; at < seeds; at += portion)
    tasks.push({ level, from: from + at, count: Math.min(portion, seeds - at) });
  return tasks;
}

/** Plays tasks of one level and adds them up. Throws what a bot's game threw. */
export async function playAll(tasks: readonly Task[], options: PoolOptions): Promise<Tally> {
  const { jobs, progress } = options;
  const of = tasks.reduce((sum, { count }) => sum + count, 0);
  const todo = [...tasks];
  const tallies: Tally[] = [];
  const done = (tally: Tally): void => {
    tallies.push(tally);
    progress?.(
      tallies.reduce((sum, { games }) => sum + games, 0),
      of,
    );
  };
  const lanes = jobs > 1 ? Math.min(jobs, todo.length) : 0;
  await Promise.all(Array.from({ length: lanes }, () => playOnThread(todo, done)));
  // Whatever no thread could be had for.
  for (let task = todo.shift(); task; task = todo.shift()) done(tallyOf(task));
  return tallies.reduce(addTallies);
}

/** Takes tasks until there are none, or until the thread is gone; then its task is there again. */
async function playOnThread(todo: Task[], done: (tally: Tally) => void): Promise<void> {
  const worker = new Worker(workerFile, { execArgv: [] });
  let settle: (answer: Answer | null) => void = () => {};
  let gone = false;
  const lost = (): void => {
    gone = true;
    settle(null);
  };
  worker.on("message", (answer: Answer) => settle(answer));
  worker.on("error", lost);
  worker.on("exit", lost);
  try {
    for (let task = todo.shift(); task; task = todo.shift()) {
      const asked = new Promise<Answer | null>((resolve) => {
        settle = resolve;
      });
      if (!gone) worker.postMessage(task);
      const answer = gone ? null : await asked;
      if (answer === null) {
        todo.push(task);
        return;
      }
      if (!answer.ok) {
        todo.length = 0;
        throw new Error(answer.problem);
      }
      done(answer.tally);
    }
  } finally {
    await worker.terminate();
  }
}
