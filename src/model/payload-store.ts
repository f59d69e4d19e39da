/**
 * Keeps JSON values that need not stay in memory. `src/graph` puts nodes and provenances here: the
 * store in memory is its default, `src/snapshot` has one that spills to a file.
 */
export interface PayloadStore {
  /** Keeps the value and gives the handle by which it is found; handles are finite numbers ≥ 0. */
  put(value: unknown): number;
  /** The value as it was put; it may be shared, so it must not be changed. */
  get(handle: number): unknown;
  /**
   * By what another thread finds everything that was put so far (structured clone); absent where values are
   * objects of this thread.
   */
  share?(): unknown;
}
