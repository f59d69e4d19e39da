import type { Arrows, Web } from "./web.js";

const NONE = -1;
const START = -2;

/** Shortest ways from some vertices to all others, or back from them to all others. */
export class Search {
  private readonly via: Int32Array;

  constructor(
    private readonly web: Web,
    starts: readonly number[],
    { arrows, back, sureOnly }: { arrows: Arrows; back: boolean; sureOnly: boolean },
  ) {
    this.back = back;
    this.via = new Int32Array(web.size).fill(NONE);
    let waiting: number[] = [];
    for (const start of starts) {
      if (this.via[start] !== NONE) continue;
      this.via[start] = START;
      waiting.push(start);
    }
    const ends = back ? web.from : web.to;
    while (waiting.length > 0) {
      const next: number[] = [];
      for (const here of waiting) this.spread(here, { arrows, ends, sureOnly, next });
      waiting = next;
    }
  }

  private readonly back: boolean;

  private spread(
    here: number,
    {
      arrows,
      ends,
      sureOnly,
      next,
    }: { arrows: Arrows; ends: readonly number[]; sureOnly: boolean; next: number[] },
  ): void {
    const { first, link } = arrows;
    for (let at = first[here] ?? 0; at < (first[here + 1] ?? 0); at++) {
      const each = link[at] as number;
      const there = ends[each] as number;
      if (this.via[there] !== NONE || (sureOnly && !this.web.reason(each).sure)) continue;
      this.via[there] = each;
      next.push(there);
    }
  }

  /** The links of a shortest way, in their direction; null where there is none. Empty: it starts there. */
  way(vertex: number): number[] | null {
    let at = vertex;
    if (this.via[at] === NONE) return null;
    const links: number[] = [];
    for (let link = this.via[at] as number; link !== START; link = this.via[at] as number) {
      links.push(link);
      at = (this.back ? this.web.to[link] : this.web.from[link]) as number;
    }
    return this.back ? links : links.reverse();
  }
}
