import { Worker } from "node:worker_threads";
import { UsageError } from "../model/index.js";
import { compilerPath } from "./artifact.js";
import type { CompilerRequest } from "./request.js";
import type { CompilerAnswer } from "./types.js";
import { WORKER_SOURCE } from "./worker-source.js";

/** Longer than any honest policy takes, the first start of the compiler included. */
const MOST_MILLISECONDS = 120_000;
/** Of what runs tests in the compiler itself, which takes its time over all built-in policies. */
const MOST_OF_TESTS = 600_000;

interface Pending {
  resolve(answer: CompilerAnswer): void;
  reject(error: Error): void;
}

/** The warm compiler: one worker, started at the first request, stopped when nobody waits for it. */
class CompilerWorker {
  private readonly pending = new Map<number, Pending>();
  private next = 0;

  private constructor(private readonly worker: Worker) {}

  static start(): CompilerWorker {
    const worker = new Worker(WORKER_SOURCE, {
      eval: true,
      workerData: { path: compilerPath() },
      stdin: false,
    });
    const own = new CompilerWorker(worker);
    worker.unref();
    worker.on("message", ({ id, text }: { id: number; text: string }) => own.settle(id, text));
    worker.on("error", (error) => own.fail(error));
    worker.on("exit", () => own.fail(new Error("the Rego compiler ended before it answered")));
    return own;
  }

  ask(request: CompilerRequest): Promise<CompilerAnswer> {
    const id = this.next++;
    this.worker.ref();
    return new Promise((resolve, reject) => {
      const most = request.mode === "coverage" || request.mode === "lint" ? MOST_OF_TESTS : MOST_MILLISECONDS;
      const timer = setTimeout(() => this.stop(most), most);
      const done = () => {
        clearTimeout(timer);
        this.pending.delete(id);
        if (this.pending.size === 0) this.worker.unref();
      };
      this.pending.set(id, {
        resolve: (answer) => {
          done();
          resolve(answer);
        },
        reject: (error) => {
          done();
          reject(error);
        },
      });
      this.worker.postMessage({ id, request: JSON.stringify(request) });
    });
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }

  private settle(id: number, text: string): void {
    this.pending.get(id)?.resolve(JSON.parse(text) as CompilerAnswer);
  }

  private fail(error: Error): void {
    current = undefined;
    for (const waiting of [...this.pending.values()]) waiting.reject(error);
  }

  private stop(most: number): void {
    const seconds = most / 1000;
    this.fail(
      new UsageError(
        `compiling the policies took more than ${seconds} seconds and was stopped`,
        "leave out the policy that was added last",
      ),
    );
    void this.worker.terminate();
  }
}

let current: CompilerWorker | undefined;

/** Sends one request to the warm compiler. */
export function askCompiler(request: CompilerRequest): Promise<CompilerAnswer> {
  current ??= CompilerWorker.start();
  return current.ask(request);
}

/** Ends the warm compiler, where one runs. */
export async function shutdownCompiler(): Promise<void> {
  const worker = current;
  current = undefined;
  await worker?.end();
}
