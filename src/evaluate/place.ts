const KEY_AT = 8;
/** A SHA-256 in base64. */
const KEY_BYTES = 44;

/** Where a thread is: it writes, and whoever watches it reads, also after it is gone. */
export class Place {
  /** The turn, odd while a document is judged, and the number of the entry point. */
  private readonly numbers: Int32Array;
  private readonly key: Buffer;

  constructor(readonly memory: SharedArrayBuffer = new SharedArrayBuffer(KEY_AT + KEY_BYTES)) {
    this.numbers = new Int32Array(memory, 0, 2);
    this.key = Buffer.from(memory, KEY_AT, KEY_BYTES);
  }

  /** A document is judged from now on. */
  enter(entrypoint: number, key: string): void {
    this.key.write(key, "latin1");
    Atomics.store(this.numbers, 1, entrypoint);
    Atomics.add(this.numbers, 0, 1);
  }

  leave(): void {
    Atomics.add(this.numbers, 0, 1);
  }

  /** Another number for each document, and between them. */
  get turn(): number {
    return Atomics.load(this.numbers, 0);
  }

  /** The document that is judged; undefined while there is none. */
  get inside(): { readonly entrypoint: number; readonly key: string } | undefined {
    if (this.turn % 2 === 0) return undefined;
    return { entrypoint: Atomics.load(this.numbers, 1), key: this.key.toString("latin1") };
  }
}
