/**
 * Arrays that several threads can read: a graph is built by one of them, and judged by all. They are filled with
 * zeros. Nothing here is atomic, for nobody writes once a graph is shared.
 */
export const sharedInts = (size: number): Int32Array =>
  new Int32Array(new SharedArrayBuffer(size * Int32Array.BYTES_PER_ELEMENT));

export const sharedFloats = (size: number): Float64Array =>
  new Float64Array(new SharedArrayBuffer(size * Float64Array.BYTES_PER_ELEMENT));

export const sharedBytes = (size: number): Uint8Array => new Uint8Array(new SharedArrayBuffer(size));

/** A copy that threads can share. */
export function sharedCopy(values: ArrayLike<number>): Int32Array {
  const copy = sharedInts(values.length);
  copy.set(values);
  return copy;
}
