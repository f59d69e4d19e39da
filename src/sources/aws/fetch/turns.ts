/** Calls that one API of one Region of one account answers side by side: to begin with, and at most. */
const START = 4;
const MOST = 16;

/** Calls that share a rate: AWS counts them by account, Region and API. */
interface Lane {
  readonly key: string;
  readonly waiting: (() => Promise<void>)[];
  running: number;
  limit: number;
  /** Calls answered since the limit last changed. */
  answered: number;
  /** Calls that were under way when the limit was lowered: what they are told is no news. */
  stale: number;
  queued: boolean;
}

/**
 * Who may call when. So many calls at once overall, and in each lane as many as it bears: a lane that throttles gets half
 * as many, and one more whenever as many as it has were answered (additive increase, multiplicative decrease). Lanes take
 * turns, so that a slow one keeps nobody waiting.
 */
export class Turns {
  private running = 0;
  private readonly lanes = new Map<string, Lane>();
  private readonly ready: Lane[] = [];

  /** @param most calls at once overall */
  constructor(private readonly most: number) {}

  /** Runs the task when it is its turn. */
  take<T>(key: string, task: () => Promise<T>): Promise<T> {
    const lane = this.lane(key);
    return new Promise((resolve, reject) => {
      lane.waiting.push(() => task().then(resolve, reject));
      this.offer(lane);
      this.go();
    });
  }

  /** A call of the lane was throttled, though it may yet be answered. */
  throttled(key: string): void {
    const lane = this.lanes.get(key);
    if (lane === undefined) return;
    lane.answered = 0;
    if (lane.stale > 0) return;
    lane.limit = Math.max(1, Math.floor(lane.limit / 2));
    lane.stale = Math.max(0, lane.running - 1);
  }

  /** Calls that a lane may have under way at once now. */
  limitOf(key: string): number {
    return this.lanes.get(key)?.limit ?? START;
  }

  private lane(key: string): Lane {
    const known = this.lanes.get(key);
    if (known !== undefined) return known;
    const made = { key, waiting: [], running: 0, limit: START, answered: 0, stale: 0, queued: false };
    this.lanes.set(key, made);
    return made;
  }

  private offer(lane: Lane): void {
    if (lane.queued || lane.waiting.length === 0 || lane.running >= lane.limit) return;
    lane.queued = true;
    this.ready.push(lane);
  }

  private go(): void {
    while (this.running < this.most) {
      const lane = this.ready.shift();
      if (lane === undefined) return;
      lane.queued = false;
      const start = lane.running < lane.limit ? lane.waiting.shift() : undefined;
      if (start === undefined) continue;
      this.running++;
      lane.running++;
      void start().then(() => this.done(lane));
      this.offer(lane);
    }
  }

  private done(lane: Lane): void {
    this.running--;
    lane.running--;
    if (lane.stale > 0) lane.stale--;
    else if (++lane.answered >= lane.limit && lane.limit < MOST) {
      lane.limit++;
      lane.answered = 0;
    }
    this.offer(lane);
    // What is learned of a slow lane is kept; there are too many lanes to keep the others.
    if (lane.running === 0 && !lane.queued && lane.limit >= START) this.lanes.delete(lane.key);
    this.go();
  }
}
