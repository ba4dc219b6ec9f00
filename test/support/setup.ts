/** Property tests draw the same cases each run, so that what fails fails again; FC_SEED=n draws others. */
import fc from "fast-check";

const seed = Number(process.env["FC_SEED"] ?? 4_026);
if (!Number.isInteger(seed)) throw new Error("FC_SEED is an integer.");
fc.configureGlobal({ seed });
