import { Worker } from "node:worker_threads";
import type { Batch, Receipt } from "./batch.js";
import { PolicyStopped } from "./policy-stopped.js";
import { Watch } from "./watch.js";
import type { FromWorker, WorkerSetup } from "./worker-messages.js";

/**
 * How a batch ended: answered, or lost with its worker. `culprit` is the number of the document that
 * ended the worker; undefined where that was one of another batch.
 */
export type Ended =
  | { readonly receipt: Receipt }
  | { readonly culprit: number | undefined; readonly why: PolicyStopped };

export interface ThreadSettings {
  readonly url: URL;
  readonly setup: Omit<WorkerSetup, "place">;
  /** How long one document may take, in milliseconds. */
  readonly patience: number;
}

interface Pending {
  resolve(how: Ended): void;
  reject(error: Error): void;
}

/** One worker thread, watched: a document that it does not finish in time, or on which it dies, ends it. */
export class Thread {
  private readonly worker: Worker;
  /** The worker's place: number of the document, number of the batch. */
  private readonly place = new Int32Array(new SharedArrayBuffer(8));
  private readonly watch: Watch;
  private readonly pending: Pending[] = [];
  private answered = 0;
  private lost: PolicyStopped | undefined;
  /** Entry points of its engine; rejected where the thread cannot start. */
  readonly ready: Promise<readonly string[]>;

  constructor(settings: ThreadSettings) {
    const workerData: WorkerSetup = { ...settings.setup, place: this.place.buffer };
    this.worker = new Worker(settings.url, { workerData });
    this.watch = new Watch(this.place, settings.patience, (why) => this.giveUp(why));
    this.ready = new Promise((resolve, reject) => {
      this.worker.on("message", (message: FromWorker) => {
        if ("ready" in message) resolve(message.ready);
        else this.received(message);
      });
      this.worker.on("error", (error) => {
        reject(error);
        this.lose(new PolicyStopped(error.message));
      });
      this.worker.on("exit", (code) => {
        reject(new Error(`the worker ended with ${code}`));
        this.lose(new PolicyStopped(`the engine ended with ${code}`));
      });
    });
    // Whoever waits for it hears of it; nobody has to.
    this.ready.catch(() => undefined);
  }

  /** How many batches it has under way. */
  get load(): number {
    return this.pending.length;
  }

  /** It ended and judges no more. */
  get gone(): boolean {
    return this.lost !== undefined;
  }

  /** Judges a batch. Rejects on a bug of ours. */
  judge(batch: Batch): Promise<Ended> {
    if (this.lost !== undefined) return Promise.resolve({ culprit: undefined, why: this.lost });
    return new Promise((resolve, reject) => {
      this.pending.push({ resolve, reject });
      this.watch.start();
      this.worker.postMessage(batch.load());
    });
  }

  async close(): Promise<void> {
    this.watch.stop();
    this.pending.length = 0;
    await this.worker.terminate();
  }

  private received(message: Exclude<FromWorker, { ready: unknown }>): void {
    const first = this.pending.shift();
    this.answered++;
    if (this.pending.length === 0) this.watch.stop();
    if ("receipt" in message) first?.resolve({ receipt: message.receipt });
    else first?.reject(new Error(`a worker of src/evaluate broke: ${message.broken}`));
  }

  private giveUp(why: PolicyStopped): void {
    this.lost = why;
    // Its exit is heard like any other.
    void this.worker.terminate();
  }

  /** The batch that the worker was at holds the culprit; those behind it were not begun. */
  private lose(why: PolicyStopped): void {
    this.lost ??= why;
    this.watch.stop();
    const begun = Atomics.load(this.place, 1) - 1 - this.answered;
    const culprit = Atomics.load(this.place, 0);
    this.pending.splice(0).forEach(({ resolve }, index) => {
      resolve({ culprit: index === begun ? culprit : undefined, why: this.lost ?? why });
    });
  }
}
