import type { Task } from "./bench.js";

/** Bytes of documents that go to a worker at once; a longer document goes by itself. */
const BATCH_BYTES = 1 << 18;
const BATCH_TASKS = 1024;
const encoder = new TextEncoder();

/** Documents on their way to a worker, as bytes one behind the other. */
export interface Freight {
  /** Shared: nothing is copied on the way. */
  readonly bytes: SharedArrayBuffer;
  /** Where document i ends in the bytes. */
  readonly ends: readonly number[];
  /** Index into `names` of the entry point of document i. */
  readonly entries: readonly number[];
  readonly names: readonly string[];
}

/** What a worker answers: for document i an index into `texts`, or -1 - index into `stops`. */
export interface Receipt {
  readonly answers: readonly number[];
  readonly texts: readonly string[];
  readonly stops: readonly string[];
}

/** Tasks that travel together. */
export class Batch {
  readonly tasks: Task[] = [];
  private size = 0;

  add(task: Task): void {
    this.tasks.push(task);
    this.size += task.document.length;
  }

  get full(): boolean {
    return this.size >= BATCH_BYTES || this.tasks.length >= BATCH_TASKS;
  }

  load(): Freight {
    const names = [...new Set(this.tasks.map(({ entrypoint }) => entrypoint))];
    // Three bytes a code unit are the most that UTF-8 takes.
    const view = new Uint8Array(new SharedArrayBuffer(this.size * 3));
    let end = 0;
    const ends = this.tasks.map(({ document }) => {
      end += encoder.encodeInto(document, view.subarray(end)).written;
      return end;
    });
    const entries = this.tasks.map(({ entrypoint }) => names.indexOf(entrypoint));
    return { bytes: view.buffer, ends, entries, names };
  }
}
