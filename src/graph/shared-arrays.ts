/**
 * Arrays that several threads can read: a graph is built by one of them, and judged by all. They are filled with
 * zeros. Nothing here is atomic, for nobody writes once a graph is shared.
 */
export const sharedInts = (size: number): Int32Array =>
  new Int32Array(room(size * Int32Array.BYTES_PER_ELEMENT), 0, size);

export const sharedFloats = (size: number): Float64Array =>
  new Float64Array(room(size * Float64Array.BYTES_PER_ELEMENT), 0, size);

export const sharedBytes = (size: number): Uint8Array => new Uint8Array(room(size), 0, size);

/** Bytes of an array that millions of nodes need. */
const LARGE = 1 << 22;
/** Above what allocators keep together at most, 32 MB (mallopt(3), M_MMAP_THRESHOLD). */
const APART = (1 << 25) + (1 << 16);

/**
 * Room for a large array is made so large that it goes back to the system when it is let go of, instead of leaving a
 * hole. What is not written to takes no memory.
 */
function room(bytes: number): SharedArrayBuffer {
  return new SharedArrayBuffer(bytes >= LARGE ? Math.max(bytes, APART) : bytes);
}

/** A copy that threads can share. */
export function sharedCopy(values: ArrayLike<number>): Int32Array {
  const copy = sharedInts(values.length);
  copy.set(values);
  return copy;
}
