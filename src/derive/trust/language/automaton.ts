import type { Pattern, Token } from "./pattern.js";

/** A pattern as an automaton whose states are made when they are entered; each is a set of places in the pattern. */
export class Automaton {
  readonly start: number;
  private readonly places: number[][] = [];
  private readonly names = new Map<string, number>();
  private readonly steps: Map<string, number>[] = [];

  constructor(readonly pattern: Pattern) {
    this.start = this.state(this.closed([0]));
  }

  /** Characters that it tells apart; of letters that it folds both cases. */
  characters(): string[] {
    return this.pattern.tokens.flatMap((token) => {
      const char = token.kind === "char" ? token.char : token.except;
      if (char === undefined) return [];
      return this.pattern.folds ? [char, char.toLowerCase(), char.toUpperCase()] : [char];
    });
  }

  step(state: number, char: string): number {
    const steps = this.steps[state];
    const known = steps?.get(char);
    if (known !== undefined) return known;
    const next = (this.places[state] ?? []).flatMap((place) => this.after(place, char));
    const reached = this.state(this.closed(next));
    steps?.set(char, reached);
    return reached;
  }

  accepts(state: number): boolean {
    return this.places[state]?.at(-1) === this.pattern.tokens.length;
  }

  /** False: no text that begins so is matched. */
  isUnderWay(state: number): boolean {
    return (this.places[state]?.length ?? 0) > 0;
  }

  private after(place: number, char: string): number[] {
    const token = this.pattern.tokens[place];
    if (token === undefined || !this.takes(token, char)) return [];
    return [token.kind === "star" ? place : place + 1];
  }

  private takes(token: Token, char: string): boolean {
    if (token.kind !== "char") return token.except !== char;
    if (token.char === char) return true;
    return this.pattern.folds && token.char.toLowerCase() === char.toLowerCase();
  }

  /** A star may be passed by at once. */
  private closed(places: readonly number[]): number[] {
    const all = new Set<number>();
    for (const start of places) {
      for (let place = start; !all.has(place); place++) {
        all.add(place);
        if (this.pattern.tokens[place]?.kind !== "star") break;
      }
    }
    return [...all].sort((a, b) => a - b);
  }

  private state(places: number[]): number {
    const name = places.join(" ");
    const known = this.names.get(name);
    if (known !== undefined) return known;
    const state = this.places.length;
    this.names.set(name, state);
    this.places.push(places);
    this.steps.push(new Map());
    return state;
  }
}
