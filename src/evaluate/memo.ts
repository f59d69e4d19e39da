/** Bytes of documents that each of the two generations may hold; a code unit is counted as one. */
const GENERATION = 1 << 25;

/**
 * Remembers a value for each document, most recently used ones first, within bounded memory: when
 * the young generation is full it becomes the old one, and what is not asked for again goes with it.
 */
export class Memo<T> {
  private young = new Map<string, T>();
  private old = new Map<string, T>();
  private size = 0;

  constructor(private readonly limit = GENERATION) {}

  get(key: string): T | undefined {
    const known = this.young.get(key);
    if (known !== undefined) return known;
    const aged = this.old.get(key);
    if (aged !== undefined) this.set(key, aged);
    return aged;
  }

  set(key: string, value: T): void {
    if (this.size > this.limit) {
      this.old = this.young;
      this.young = new Map();
      this.size = 0;
    }
    if (!this.young.has(key)) this.size += key.length;
    this.young.set(key, value);
  }
}
