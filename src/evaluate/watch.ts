import type { Place } from "./place.js";
import { PolicyStopped } from "./policy-stopped.js";

/** Looks at a thread so often within the time that a document may take. */
const LOOKS = 4;

/** Watches a thread's place, without a clock: one that is at the same document over so many looks is stuck. */
export class Watch {
  private timer: NodeJS.Timeout | undefined;
  private last = 0;
  private still = 0;

  constructor(
    private readonly place: Place,
    private readonly patience: number,
    private readonly stuck: (why: PolicyStopped) => void,
  ) {}

  start(): void {
    this.still = 0;
    this.timer ??= setInterval(() => this.look(), this.patience / LOOKS);
  }

  stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private look(): void {
    const { turn, inside } = this.place;
    this.still = inside !== undefined && turn === this.last ? this.still + 1 : 0;
    this.last = turn;
    if (this.still < LOOKS) return;
    this.stop();
    this.stuck(new PolicyStopped(`it did not end within ${this.patience / 1000} s`, true));
  }
}
