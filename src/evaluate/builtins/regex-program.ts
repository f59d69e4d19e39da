import { PolicyStopped } from "../policy-stopped.js";
import type { CharacterSet } from "./regex-sets.js";
import { type Assertion, parseRegex, type Regex } from "./regex-syntax.js";

/** One step of a program; numbers are the places of the next steps, the first of two is preferred. */
export type Step =
  | { readonly op: "set"; readonly set: CharacterSet; next: number }
  | { readonly op: "assert"; readonly what: Assertion; next: number }
  | { readonly op: "save"; readonly slot: number; next: number }
  | { readonly op: "split"; first: number; second: number }
  | { readonly op: "match" };

export interface Program {
  readonly steps: readonly Step[];
  readonly names: readonly string[];
}

const MOST_STEPS = 100_000;

/** Compiles a pattern for a machine that never goes back in the text. Throws BadPattern. */
export function programOf(pattern: string): Program {
  const { regex, names } = parseRegex(pattern);
  const writer = new Writer();
  writer.write({ kind: "group", part: regex, index: 0 });
  writer.add({ op: "match" });
  return { steps: writer.steps, names };
}

class Writer {
  readonly steps: Step[] = [];

  add(step: Step): number {
    if (this.steps.length >= MOST_STEPS) throw new PolicyStopped("a regular expression is too large");
    return this.steps.push(step) - 1;
  }

  /** Writes steps that run from the first new one to just behind the last. */
  write(regex: Regex): void {
    const here = this.steps.length;
    switch (regex.kind) {
      case "set":
        this.add({ op: "set", set: regex.set, next: here + 1 });
        return;
      case "assert":
        this.add({ op: "assert", what: regex.what, next: here + 1 });
        return;
      case "group":
        this.add({ op: "save", slot: 2 * regex.index, next: here + 1 });
        this.write(regex.part);
        this.add({ op: "save", slot: 2 * regex.index + 1, next: this.steps.length + 1 });
        return;
      case "all":
        for (const part of regex.parts) this.write(part);
        return;
      case "any":
        this.alternatives(regex.parts);
        return;
      case "repeat":
        this.repeat(regex);
    }
  }

  private alternatives(parts: readonly Regex[]): void {
    const ends: Step[] = [];
    for (const part of parts.slice(0, -1)) {
      const split = this.split(true);
      this.write(part);
      const end: Step = { op: "save", slot: -1, next: 0 };
      ends.push(end);
      this.add(end);
      this.leave(split, true);
    }
    for (const part of parts.slice(-1)) this.write(part);
    for (const end of ends) if (end.op === "save") end.next = this.steps.length;
  }

  /** x{2,4} is xx(x(x)?)?, and x* of what may be empty is (x+)?: so the preferred match stays that of Go. */
  private repeat({ part, least, most, greedy }: Extract<Regex, { kind: "repeat" }>): void {
    if (most === Number.POSITIVE_INFINITY) {
      for (let copy = 1; copy < least; copy++) this.write(part);
      const skip = least === 0 ? this.split(greedy) : undefined;
      const start = this.steps.length;
      this.write(part);
      const loop = this.split(greedy);
      this.aim(loop, greedy, start);
      this.leave(loop, greedy);
      if (skip !== undefined) this.leave(skip, greedy);
      return;
    }
    for (let copy = 0; copy < least; copy++) this.write(part);
    const skips = Array.from({ length: most - least }, () => {
      const skip = this.split(greedy);
      this.write(part);
      return skip;
    });
    for (const skip of skips) this.leave(skip, greedy);
  }

  /** A fork whose way in is the next step, preferred or not. */
  private split(inFirst: boolean): number {
    const place = this.add({ op: "split", first: 0, second: 0 });
    this.aim(place, inFirst, place + 1);
    return place;
  }

  private aim(place: number, first: boolean, to: number): void {
    const step = this.steps[place];
    if (step?.op !== "split") return;
    if (first) step.first = to;
    else step.second = to;
  }

  /** Lets the other way of a fork lead to what is written next. */
  private leave(place: number, inFirst: boolean): void {
    this.aim(place, !inFirst, this.steps.length);
  }
}
