import { Member, type MemberSettings } from "./member.js";
import type { Stop } from "./shard-messages.js";
import type { Slice, SliceResult, Strike } from "./slice.js";

/** Results that wait for one before them, for each thread, before the others wait as well. */
const AHEAD = 16;

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
 * Judges slices on several threads, and hands the results on in the order of the slices. A slice whose thread is
 * lost is judged again, without the document that it was lost on; one that did not know that a policy is given up
 * before it is judged again as well: so what comes of it does not depend on the threads.
 */
export class Crew {
  private readonly again: Work[] = [];
  private readonly done = new Map<number, Done>();
  private readonly stops: Stop[] = [];
  private readonly members = new Set<Member>();
  private strikes: { readonly group: number; readonly list: readonly Strike[] } = { group: -1, list: [] };
  private taken = 0;
  private handed = 0;
  private waiting: (() => void)[] = [];

  constructor(
    private readonly settings: MemberSettings,
    private readonly size: number,
    private readonly hand: (slice: Omit<Slice, "strikes">, result: SliceResult) => void,
  ) {}

  /** Resolves when every result was handed on. Rejects where threads cannot start, or break. */
  async judge(slices: Iterable<Omit<Slice, "strikes">>): Promise<void> {
    const source = slices[Symbol.iterator]();
    try {
      await Promise.all(Array.from({ length: this.size }, () => this.drive(source)));
    } finally {
      await Promise.all([...this.members].map((member) => member.close()));
    }
  }

  private async drive(source: Iterator<Omit<Slice, "strikes">>): Promise<void> {
    let member = await this.started();
    for (let work = await this.next(source); work !== undefined; work = await this.next(source)) {
      const strikes = this.strikesBefore(work);
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

  /** What is to be judged again comes first: others wait for it. */
  private async next(source: Iterator<Omit<Slice, "strikes">>): Promise<Work | undefined> {
    for (;;) {
      const again = this.again.shift();
      if (again !== undefined) return again;
      if (this.taken - this.handed < this.size * AHEAD) {
        const { done, value: slice } = source.next();
        return done === true ? undefined : { number: this.taken++, slice };
      }
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  private strikesBefore({ slice }: Work): readonly Strike[] {
    return this.strikes.group === slice.group ? this.strikes.list : [];
  }

  /** Hands on what is complete up to here, in order. */
  private deliver(arrived: Done): void {
    this.done.set(arrived.number, arrived);
    for (let next = this.done.get(this.handed); next !== undefined; next = this.done.get(this.handed)) {
      this.done.delete(next.number);
      if (JSON.stringify(this.strikesBefore(next)) !== JSON.stringify(next.strikes)) {
        this.again.push({ number: next.number, slice: next.slice });
        break;
      }
      this.strikes = { group: next.slice.group, list: next.result.strikes };
      this.handed++;
      this.hand(next.slice, next.result);
    }
    const { waiting } = this;
    this.waiting = [];
    for (const resume of waiting) resume();
  }
}
