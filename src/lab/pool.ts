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
const portion = 25;

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

/** Threads with nothing to do. They are kept: a new one needs half a second until it runs at full speed. */
const idle: Worker[] = [];

/** Takes tasks until there are none, or until the thread is gone; then its task is there again. */
async function playOnThread(todo: Task[], done: (tally: Tally) => void): Promise<void> {
  const worker = idle.pop() ?? new Worker(workerFile, { execArgv: [] });
  worker.ref();
  for (let task = todo.shift(); task; task = todo.shift()) {
    const answer = await answerOf(worker, task);
    if (answer === null) {
      todo.push(task);
      return;
    }
    if (!answer.ok) {
      todo.length = 0;
      await worker.terminate();
      throw new Error(answer.problem);
    }
    done(answer.tally);
  }
  // Whoever has nothing to do keeps no program from ending.
  worker.unref();
  idle.push(worker);
}

/** Null where the thread is gone. */
function answerOf(worker: Worker, task: Task): Promise<Answer | null> {
  return new Promise((resolve) => {
    const lost = (): void => resolve(null);
    worker.removeAllListeners().on("message", resolve).on("error", lost).on("exit", lost);
    if (worker.threadId < 0) lost();
    else worker.postMessage(task);
  });
}
