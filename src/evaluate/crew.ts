import type { Block } from "./blocks.js";
import { Member, type MemberSettings } from "./member.js";
import type { Stop } from "./shard-messages.js";
import type { Slice, SliceResult, Strike } from "./slice.js";

/** Blocks that are through and wait for one before them, for each thread, before the threads wait as well. */
const AHEAD = 4;

interface Work {
  readonly number: number;
  readonly slice: Omit<Slice, "strikes">;
}

interface Done extends Work {
  /** What it was judged by. */
  readonly strikes: readonly Strike[];
  readonly result: SliceResult;
}

/**
 * Judges blocks on several threads, and hands the results on in the order of the slices. A slice whose thread is
 * lost is judged again, without the document that it was lost on; one that did not know that a policy is given up
 * before it is judged again as well: so what comes of it does not depend on the threads.
 */
export class Crew {
  private readonly again: Work[] = [];
  private readonly done = new Map<number, Done>();
  private readonly stops: Stop[] = [];
  private readonly members = new Set<Member>();
  /** By group: what its policies did not end on among what was handed on. */
  private readonly strikes = new Map<number, readonly Strike[]>();
  /** Numbers of the first slices of blocks that were taken, as far as they are not handed on. */
  private readonly begun: number[] = [];
  private taken = 0;
  private handed = 0;
  private waiting: (() => void)[] = [];

  constructor(
    private readonly settings: MemberSettings,
    private readonly size: number,
    private readonly hand: (slice: Omit<Slice, "strikes">, result: SliceResult) => void,
  ) {}

  /** Resolves when every result was handed on. Rejects where threads cannot start, or break. */
  async judge(blocks: Iterable<Block>): Promise<void> {
    const source = blocks[Symbol.iterator]();
    try {
      await Promise.all(Array.from({ length: this.size }, () => this.drive(source)));
    } finally {
      await Promise.all([
        ...[...this.members].map((member) => member.close()),
        this.settings.recruits?.dismiss(),
      ]);
    }
  }

  /** One thread's share: block after block, but first what others wait for. */
  private async drive(source: Iterator<Block>): Promise<void> {
    let member = await this.started();
    const own: Work[] = [];
    for (;;) {
      if (own.length === 0 && this.again.length === 0) own.push(...(await this.next(source)));
      const work = this.again.shift() ?? own.shift();
      if (work === undefined) return;
      const strikes = this.strikesOf(work);
      const ended = await member.judge({ slice: { ...work.slice, strikes }, stops: this.stops });
      if ("result" in ended) this.deliver({ ...work, strikes, result: ended.result });
      else {
        this.stops.push(ended.stop);
        this.again.push(work);
        this.members.delete(member);
        member = await this.started();
      }
    }
  }

  private async started(): Promise<Member> {
    const member = new Member(this.settings);
    this.members.add(member);
    await member.ready;
    return member;
  }

  /** The slices of the next block; none where there is no more, or something is to be judged again first. */
  private async next(source: Iterator<Block>): Promise<readonly Work[]> {
    while (this.begun.length >= this.size * AHEAD) {
      await new Promise<void>((resolve) => this.waiting.push(resolve));
      if (this.again.length > 0) return [];
    }
    const { done, value: block } = source.next();
    if (done === true) return [];
    this.begun.push(this.taken);
    return block.map((slice) => ({ number: this.taken++, slice }));
  }

  private strikesOf({ slice }: Work): readonly Strike[] {
    return this.strikes.get(slice.group) ?? [];
  }

  /** Hands on what is complete up to here, in order. */
  private deliver(arrived: Done): void {
    this.done.set(arrived.number, arrived);
    for (let next = this.done.get(this.handed); next !== undefined; next = this.done.get(this.handed)) {
      this.done.delete(next.number);
      if (JSON.stringify(this.strikesOf(next)) !== JSON.stringify(next.strikes)) {
        this.again.push({ number: next.number, slice: next.slice });
        break;
      }
      this.strikes.set(next.slice.group, next.result.strikes);
      this.handed++;
      this.hand(next.slice, next.result);
    }
    while (this.begun.length > 1 && (this.begun[1] ?? 0) <= this.handed) this.begun.shift();
    const { waiting } = this;
    this.waiting = [];
    for (const resume of waiting) resume();
  }
}
