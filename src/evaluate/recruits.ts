import { Worker } from "node:worker_threads";

/**
 * What is young of a thread is documents and nodes that are read. With less room they outlive it and fill the old
 * generation, which is cleaned at three times the cost; with more, each thread holds more.
 */
const LIMITS = { maxYoungGenerationSizeMb: 24 };

/** Starts a thread that judges; it waits for what to judge by (`ShardSetup`). */
export function startThread(program: URL): Worker {
  return new Worker(program, { resourceLimits: LIMITS });
}

/**
 * Threads that load their program while the estate is still read: started early, they cost a scan no time. Nobody
 * has to take them; they do not keep the process from ending.
 */
export class Recruits {
  private readonly waiting = new Set<Worker>();

  constructor(program: URL, count: number) {
    for (let number = 0; number < count; number++) {
      const worker = startThread(program);
      this.waiting.add(worker);
      worker.unref();
      // Whoever would take it starts another one, and hears why that fails as well.
      worker.on("error", () => this.waiting.delete(worker));
      worker.on("exit", () => this.waiting.delete(worker));
    }
  }

  /** One of them, where there is one left. */
  take(): Worker | undefined {
    const [worker] = this.waiting;
    if (worker === undefined) return undefined;
    this.waiting.delete(worker);
    worker.ref();
    return worker;
  }

  /** Ends those that nobody took. */
  async dismiss(): Promise<void> {
    await Promise.all([...this.waiting].map((worker) => worker.terminate()));
  }
}
