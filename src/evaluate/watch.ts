import { PolicyStopped } from "./policy-stopped.js";

/** Looks at a worker so often within the time that a document may take. */
const LOOKS = 4;

/** Watches a worker's place, without a clock: one that stands still over so many looks is stuck. */
export class Watch {
  private timer: NodeJS.Timeout | undefined;
  private last = "";
  private still = 0;

  constructor(
    private readonly place: Int32Array,
    private readonly patience: number,
    private readonly stuck: (why: PolicyStopped) => void,
  ) {}

  start(): void {
    if (this.timer !== undefined) return;
    this.still = 0;
    this.last = "";
    this.timer = setInterval(() => this.look(), this.patience / LOOKS);
  }

  stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private look(): void {
    const now = `${Atomics.load(this.place, 1)}/${Atomics.load(this.place, 0)}`;
    this.still = now === this.last ? this.still + 1 : 0;
    this.last = now;
    if (this.still < LOOKS) return;
    this.stop();
    this.stuck(new PolicyStopped(`it did not end within ${this.patience / 1000} s`, true));
  }
}
