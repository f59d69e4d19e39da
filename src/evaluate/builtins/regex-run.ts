import type { Program, Step } from "./regex-program.js";
import type { Assertion } from "./regex-syntax.js";

/** Begin and end of the match and of each group, in characters; -1 where a group took no part. */
export type Match = readonly number[];

interface Thread {
  readonly at: number;
  readonly slots: readonly number[];
}

const WORD = /^\w$/;
const isWord = (code: number | undefined) => code !== undefined && WORD.test(String.fromCodePoint(code));

/**
 * All matches that do not overlap, by Go's rule: the leftmost, among these the preferred one, and none that
 * is empty right behind another. All ways are followed at once, so the time grows with the text alone.
 */
export function allMatches(program: Program, text: readonly number[]): Match[] {
  const found: Match[] = [];
  let end = -1;
  for (let at = 0; at <= text.length; ) {
    const match = search(program, text, at);
    if (match === undefined) break;
    const [from = 0, to = 0] = match;
    const isStale = to === at && from === end;
    at = to === at ? at + 1 : to;
    end = to;
    if (!isStale) found.push(match);
  }
  return found;
}

/** The first match that begins at this place or behind it. */
export function search(program: Program, text: readonly number[], from: number): Match | undefined {
  let threads: Thread[] = [];
  let best: Match | undefined;
  for (let at = from; at <= text.length; at++) {
    const next = new Crowd(program.steps, text);
    for (const thread of threads) next.enter(thread, at);
    if (best === undefined) next.enter({ at: 0, slots: [] }, at);
    threads = [];
    for (const { at: place, slots } of next.threads) {
      const step = program.steps[place];
      if (step?.op === "match") {
        best = slots;
        // What is preferred less than a match is not followed any further.
        break;
      }
      const code = text[at];
      if (step?.op === "set" && code !== undefined && step.set(code)) threads.push({ at: step.next, slots });
    }
    if (threads.length === 0 && best !== undefined) break;
  }
  return best;
}

/** The threads at one place of the text, in the order of preference, each step of the program once. */
class Crowd {
  readonly threads: Thread[] = [];
  private readonly seen = new Set<number>();

  constructor(
    private readonly steps: readonly Step[],
    private readonly text: readonly number[],
  ) {}

  enter(thread: Thread, place: number): void {
    // A stack of its own: patterns may be longer than the stack of calls is deep.
    const waiting: Thread[] = [thread];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (this.seen.has(next.at)) continue;
      this.seen.add(next.at);
      const step = this.steps[next.at];
      if (step === undefined) continue;
      const { slots } = next;
      if (step.op === "split") waiting.push({ at: step.second, slots }, { at: step.first, slots });
      else if (step.op === "save") waiting.push({ at: step.next, slots: saved(slots, step.slot, place) });
      else if (step.op !== "assert") this.threads.push(next);
      else if (this.holds(step.what, place)) waiting.push({ at: step.next, slots });
    }
  }

  private holds(what: Assertion, place: number): boolean {
    const before = this.text[place - 1];
    const behind = this.text[place];
    switch (what) {
      case "begin":
        return before === undefined;
      case "end":
        return behind === undefined;
      case "line-begin":
        return before === undefined || before === 10;
      case "line-end":
        return behind === undefined || behind === 10;
      case "boundary":
        return isWord(before) !== isWord(behind);
      default:
        return isWord(before) === isWord(behind);
    }
  }
}

function saved(slots: readonly number[], slot: number, place: number): readonly number[] {
  if (slot < 0) return slots;
  const out = [...slots];
  while (out.length <= slot) out.push(-1);
  out[slot] = place;
  return out;
}
