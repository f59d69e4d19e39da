import { parentPort, workerData } from "node:worker_threads";
import type { Receipt } from "./batch.js";
import { GuardedEngine } from "./guarded-engine.js";
import { PolicyStopped } from "./policy-stopped.js";
import type { FromWorker, ToWorker, WorkerSetup } from "./worker-messages.js";

/** A thread that judges batches of documents, one engine each. */
const { module, data, place } = workerData as WorkerSetup;
const engine = new GuardedEngine(module, data);
const at = new Int32Array(place);

function say(message: FromWorker): void {
  parentPort?.postMessage(message);
}

function judged({ bytes, ends, entries, names }: ToWorker): Receipt {
  const all = new Uint8Array(bytes);
  const known = new Map<string, number>();
  const stops: string[] = [];
  let start = 0;
  Atomics.store(at, 0, 0);
  Atomics.add(at, 1, 1);
  const answers = ends.map((end, index) => {
    Atomics.store(at, 0, index);
    const answer = engine.judge(names[entries[index] ?? 0] ?? "", all.subarray(start, end));
    start = end;
    if (answer instanceof PolicyStopped) return -stops.push(answer.message);
    const text = known.get(answer) ?? known.size;
    known.set(answer, text);
    return text;
  });
  return { answers, texts: [...known.keys()], stops };
}

parentPort?.on("message", (freight: ToWorker) => {
  try {
    say({ receipt: judged(freight) });
  } catch (error) {
    say({ broken: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});

say({ ready: engine.entrypoints });
