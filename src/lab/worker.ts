/** A thread that plays tasks for the pool: a task comes in, its tally goes out. */
import { parentPort } from "node:worker_threads";
import type { Answer } from "./pool.ts";
import { type Task, tallyOf } from "./proof.ts";

function answer(task: Task): Answer {
  try {
    return { ok: true, tally: tallyOf(task) };
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on("message", (task: Task) => parentPort?.postMessage(answer(task)));
