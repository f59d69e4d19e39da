import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** The heap may hold a third more than what is in use: what is read from disk is garbage soon. */
const GROWTH = "--heap-growing-percent=30";

/** For large estates: every thread's heap grows less before it is cleaned. */
export function beThrifty(): void {
  setFlagsFromString(GROWTH);
}

/**
 * Cleans this thread's heap now. While other threads judge, this one makes no garbage of its own, and so would keep
 * what it read and joined the estate with, as much again as the graph, to the end.
 */
export function tidy(): void {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  collect();
}
