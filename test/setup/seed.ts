import fc from "fast-check";

/**
 * Laws are tried with the same cases in every run, so that a commit passes or fails for good.
 * CAUSEWAY_SEED=<integer> tries others; fast-check prints the seed of what fails.
 */
fc.configureGlobal({ seed: Number(process.env["CAUSEWAY_SEED"] ?? 20_261_121) });
