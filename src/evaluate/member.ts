import type { Worker } from "node:worker_threads";
import { Place } from "./place.js";
import { PolicyStopped } from "./policy-stopped.js";
import { type Recruits, startThread } from "./recruits.js";
import type { FromShard, ShardSetup, Stop, ToShard } from "./shard-messages.js";
import type { SliceResult } from "./slice.js";
import { Watch } from "./watch.js";

/** How a slice ended: judged, or lost with its thread on one document. */
export type Ended = { readonly result: SliceResult } | { readonly stop: Stop };

export interface MemberSettings {
  readonly program: URL;
  readonly setup: Omit<ShardSetup, "place">;
  /** How long one document may take, in milliseconds. */
  readonly patience: number;
  /** Threads that were started before; more are started where these are not enough. */
  readonly recruits?: Recruits | undefined;
}

interface Pending {
  resolve(how: Ended): void;
  reject(error: Error): void;
}

/** One thread, watched: a document that it does not finish in time, or on which it dies, ends it. */
export class Member {
  private readonly worker: Worker;
  private readonly place = new Place();
  private readonly watch: Watch;
  private pending: Pending | undefined;
  private entrypoints: readonly string[] = [];
  private lost: Error | undefined;
  /** Rejected where the thread cannot start. */
  readonly ready: Promise<void>;

  constructor(settings: MemberSettings) {
    const setup: ShardSetup = { ...settings.setup, place: this.place.memory };
    this.worker = settings.recruits?.take() ?? startThread(settings.program);
    this.worker.postMessage(setup);
    this.watch = new Watch(this.place, settings.patience, (why) => {
      this.lost = why;
      // Its exit is heard like any other.
      void this.worker.terminate();
    });
    this.ready = new Promise((resolve, reject) => {
      this.worker.on("message", (message: FromShard) => {
        if ("ready" in message) {
          this.entrypoints = message.ready;
          resolve();
        } else this.received(message);
      });
      this.worker.on("error", (error) => {
        this.lost ??= error;
        reject(error);
      });
      this.worker.on("exit", (code) => {
        this.lost ??= new Error(`the thread ended with ${code}`);
        reject(this.lost);
        this.lose(this.lost);
      });
    });
    // Whoever waits for it hears of it; nobody has to.
    this.ready.catch(() => undefined);
  }

  /** Judges a slice. Rejects on a bug of ours, and where the thread is lost over no document. */
  judge(work: ToShard): Promise<Ended> {
    return new Promise((resolve, reject) => {
      this.pending = { resolve, reject };
      if (this.lost !== undefined) this.lose(this.lost);
      else {
        this.watch.start();
        this.worker.postMessage(work);
      }
    });
  }

  async close(): Promise<void> {
    this.watch.stop();
    this.pending = undefined;
    await this.worker.terminate();
  }

  private received(message: Exclude<FromShard, { ready: unknown }>): void {
    const { pending } = this;
    this.pending = undefined;
    this.watch.stop();
    if ("result" in message) pending?.resolve(message);
    else pending?.reject(new Error(`a thread of src/evaluate broke: ${message.broken}`));
  }

  private lose(why: Error): void {
    const { pending } = this;
    this.pending = undefined;
    this.watch.stop();
    const { inside } = this.place;
    const entrypoint = inside === undefined ? undefined : this.entrypoints[inside.entrypoint];
    if (inside === undefined || entrypoint === undefined)
      pending?.reject(new Error("a thread of src/evaluate was lost", { cause: why }));
    else {
      const { key } = inside;
      const endless = why instanceof PolicyStopped && why.endless;
      pending?.resolve({ stop: { entrypoint, key, message: why.message, endless } });
    }
  }
}
