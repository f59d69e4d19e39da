import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** The heap may hold a third more than what is in use: what is read from disk is garbage soon. */
const GROWTH = "--heap-growing-percent=30";

/** For large estates, and for what may become one: every thread's heap grows less before it is cleaned. */
export function beThrifty(): void {
  setFlagsFromString(GROWTH);
}

let collect: (() => void) | undefined;

/**
 * Cleans this thread's heap now. While other threads judge, the first one makes no garbage of its own, and so would
 * keep what it read and joined the estate with, as much again as the graph, to the end. Those that judge make so much
 * that their heaps would be half garbage.
 */
export function tidy(): void {
  if (collect === undefined) {
    setFlagsFromString("--expose-gc");
    collect = runInNewContext("gc") as () => void;
  }
  collect();
}
