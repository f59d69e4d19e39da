import type { Answer, PolicyStopped } from "./policy-stopped.js";

/** A document before the engine. */
export interface Task {
  readonly entrypoint: string;
  /** JSON text. */
  readonly document: string;
  /** Why it is no longer worth the time, asked before it is judged once more. */
  moot?(): PolicyStopped | undefined;
  /** Called once, in no particular order among tasks. */
  answered(answer: Answer): void;
}

/** Where documents are judged: on this thread, or on several. */
export interface Bench {
  /** Entry points of the compiled policies. */
  readonly entrypoints: ReadonlySet<string>;
  submit(task: Task): void;
  /** Undefined while there is room for more; else a promise that there will be. */
  room(): Promise<void> | undefined;
  /** Everything submitted is answered, also what answers have submitted. */
  settled(): Promise<void>;
  close(): Promise<void>;
}
