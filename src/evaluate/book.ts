import type {
  Finding,
  Gap,
  OutcomeStatus,
  PayloadStore,
  PolicyMeta,
  Tally,
  Undecided,
} from "../model/index.js";
import { Shelf } from "./shelf.js";
import type { SliceResult } from "./slice.js";

/** Counts outcomes and keeps those that a report spells out, slice by slice. */
export class Book {
  readonly gaps = new Map<string, Gap>();
  private readonly kept: Shelf<Finding>;
  private readonly open: Shelf<Undecided>;
  private readonly tallies: ReadonlyMap<string, Tally>;

  constructor(policies: ReadonlyMap<string, PolicyMeta>, store: PayloadStore) {
    this.kept = new Shelf(store);
    this.open = new Shelf(store);
    const none = (): Tally => ({ fail: 0, pass: 0, unknown: 0, notApplicable: 0, excepted: 0 });
    this.tallies = new Map([...policies.keys()].map((id) => [id, none()]));
  }

  /** What came of one slice. */
  add({ counts, findings, undecided, gaps }: SliceResult): void {
    for (const [policy, status, subjects] of counts) this.count(policy, status, subjects);
    for (const [position, finding] of findings) this.kept.put(finding, position);
    for (const [position, each] of undecided) this.open.put(each, position);
    for (const gap of gaps) this.gaps.set(gap.id, gap);
  }

  /** An undecided outcome on a place, when all subjects are through. */
  hidden(undecided: Undecided): void {
    this.open.insert(undecided);
    this.count(undecided.policy, "unknown", 1);
  }

  /** Worst first, then by policy, subject and key. */
  findings(): readonly Finding[] {
    return this.kept.list();
  }

  undecided(): readonly Undecided[] {
    return this.open.list();
  }

  tally(id: string): Tally {
    const tally = this.tallies.get(id);
    if (tally === undefined) throw new Error(`an outcome of ${id}, which takes no part`);
    return tally;
  }

  private count(policy: string, status: OutcomeStatus, subjects: number): void {
    this.tally(policy)[status] += subjects;
  }
}
