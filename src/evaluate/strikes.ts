import type { Strike } from "./slice.js";

/** A policy that did not end on so many documents is not asked again. */
const MOST_ENDLESS = 2;

/** The documents that policies did not end on, in the order of the subjects; copies of one count once. */
export class Strikes {
  private readonly documents = new Map<string, string[]>();

  constructor(earlier: readonly Strike[] = []) {
    for (const [policy, document] of earlier) this.add(policy, document);
  }

  /** Whether the policy is given up from here on because of this document. */
  add(policy: string, document: string): boolean {
    const known = this.documents.get(policy) ?? [];
    if (known.length === MOST_ENDLESS || known.includes(document)) return false;
    this.documents.set(policy, [...known, document]);
    return known.length + 1 === MOST_ENDLESS;
  }

  /** The policy is given up. */
  struck(policy: string): boolean {
    return this.documents.get(policy)?.length === MOST_ENDLESS;
  }

  list(): Strike[] {
    return [...this.documents].flatMap(([policy, keys]) => keys.map((key): Strike => [policy, key]));
  }
}
