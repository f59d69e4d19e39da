import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** The heap may hold a third more than what is in use: what is read from disk is garbage soon. */
const GROWTH = "--heap-growing-percent=30";
/** Heaps up to so many bytes are gone through in no time. */
const SMALL = 256 << 20;
/** Tidying a larger one takes a fortieth of a thread's time at most. */
const SHARE = 40;

/** For large estates, and for what may become one: every thread's heap grows less before it is cleaned. */
export function beThrifty(): void {
  setFlagsFromString(GROWTH);
}

let collect: (() => void) | undefined;
let [ended, took] = [0, 0];

/**
 * Cleans this thread's heap now. While other threads judge, the first one makes no garbage of its own, and so would
 * keep what it read and joined the estate with, as much again as the graph, to the end.
 */
export function tidy(): void {
  if (collect === undefined) {
    setFlagsFromString("--expose-gc");
    collect = runInNewContext("gc") as () => void;
  }
  const begun = performance.now();
  collect();
  ended = performance.now();
  took = ended - begun;
}

/**
 * The same for threads that judge, which make so much garbage that their heaps would be half of it: but not so often
 * that what they hold for long, as who may become whom in a thousand accounts, is gone through again and again.
 */
export function tidyNowAndThen(): void {
  const isSmall = getHeapStatistics().used_heap_size <= SMALL;
  if (isSmall || performance.now() - ended >= took * SHARE) tidy();
}
