import { Batch, type Receipt } from "./batch.js";
import type { Bench, Task } from "./bench.js";
import { PolicyStopped } from "./policy-stopped.js";
import { type Ended, Thread, type ThreadSettings } from "./thread.js";

/** Batches that a thread has at once: it judges one while the next lies ready. */
const AHEAD = 2;

/** Judges on several threads. A document that does not end, or that kills its thread, is given up. */
export class Pool implements Bench {
  private batch = new Batch();
  private readonly backlog: Batch[] = [];
  private readonly waiting: (() => void)[] = [];
  private broken: unknown;
  private yielding = false;
  private running = 0;

  private constructor(
    private readonly settings: ThreadSettings,
    private readonly threads: Thread[],
    readonly entrypoints: ReadonlySet<string>,
  ) {}

  /** Rejects where the threads cannot start. */
  static async start(settings: ThreadSettings, size: number): Promise<Pool> {
    const threads = Array.from({ length: size }, () => new Thread(settings));
    try {
      const [entrypoints = []] = await Promise.all(threads.map(({ ready }) => ready));
      return new Pool(settings, threads, new Set(entrypoints));
    } catch (error) {
      await Promise.all(threads.map((thread) => thread.close()));
      throw error;
    }
  }

  submit(task: Task): void {
    this.batch.add(task);
    if (this.batch.full) this.dispatch();
  }

  room(): Promise<void> | undefined {
    if (this.broken !== undefined) throw this.broken;
    if (this.backlog.length > 0) return new Promise((resolve) => this.waiting.push(resolve));
    if (!this.yielding) return undefined;
    // After each batch, so that answers that have come are heard.
    this.yielding = false;
    return new Promise((resolve) => setImmediate(resolve));
  }

  async settled(): Promise<void> {
    for (;;) {
      if (this.broken !== undefined) throw this.broken;
      this.dispatch();
      if (this.backlog.length === 0 && this.running === 0) return;
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.close()));
  }

  private dispatch(): void {
    if (this.batch.tasks.length > 0) {
      this.backlog.push(this.batch);
      this.batch = new Batch();
      this.yielding = true;
    }
    this.start();
  }

  private start(): void {
    while (this.backlog.length > 0) {
      const thread = this.threads.reduce((a, b) => (b.load < a.load ? b : a));
      if (thread.load >= AHEAD) return;
      const batch = this.backlog.shift() ?? new Batch();
      this.run(thread, batch).catch((error: unknown) => {
        this.broken = error;
        this.resume();
      });
    }
  }

  private async run(thread: Thread, batch: Batch): Promise<void> {
    this.running++;
    try {
      const ended = await thread.judge(batch);
      if ("receipt" in ended) answer(batch, ended.receipt);
      else await this.again(thread, { batch, ended });
    } finally {
      this.running--;
    }
    this.start();
    this.resume();
  }

  /** What a lost thread had not answered goes again, all but the document on which it was lost. */
  private async again(thread: Thread, lost: { batch: Batch; ended: Lost }): Promise<void> {
    const { batch, ended } = lost;
    const culprit = ended.culprit === undefined ? undefined : batch.tasks[ended.culprit];
    const at = this.threads.indexOf(thread);
    if (at >= 0) {
      const next = new Thread(this.settings);
      this.threads[at] = next;
      await next.ready;
    }
    culprit?.answered(ended.why);
    const rest = new Batch();
    for (const task of batch.tasks) {
      if (task === culprit) continue;
      const moot = task.moot?.();
      if (moot === undefined) rest.add(task);
      else task.answered(moot);
    }
    if (rest.tasks.length > 0) this.backlog.unshift(rest);
  }

  private resume(): void {
    for (const resume of this.waiting.splice(0)) resume();
  }
}

type Lost = Exclude<Ended, { receipt: unknown }>;

function answer(batch: Batch, { answers, texts, stops }: Receipt): void {
  batch.tasks.forEach((task, index) => {
    const at = answers[index] ?? 0;
    const stop = stops[-1 - at];
    task.answered(stop === undefined ? (texts[at] ?? "") : new PolicyStopped(stop));
  });
}
