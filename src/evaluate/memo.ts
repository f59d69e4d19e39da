import { hash } from "node:crypto";

/** Values that each of the two generations may hold. */
const GENERATION = 1 << 14;

/**
 * Remembers a value for each document, most recently used ones first, within bounded memory: when
 * the young generation is full it becomes the old one, and what is not asked for again goes with it.
 * Documents are known by their SHA-256, for the estate's texts are hostile and no two may be confused.
 */
export class Memo<T> {
  private young = new Map<string, T>();
  private old = new Map<string, T>();

  constructor(private readonly limit = GENERATION) {}

  /** The name under which a document is remembered. */
  static key(document: string): string {
    return hash("sha256", document, "base64");
  }

  get(key: string): T | undefined {
    const known = this.young.get(key);
    if (known !== undefined) return known;
    const aged = this.old.get(key);
    if (aged !== undefined) this.set(key, aged);
    return aged;
  }

  set(key: string, value: T): void {
    if (this.young.size >= this.limit) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(key, value);
  }

  clear(): void {
    this.young.clear();
    this.old.clear();
  }
}
