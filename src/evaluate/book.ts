import type { Finding, Gap, OutcomeStatus, PolicyMeta, Tally, Undecided } from "../model/index.js";
import type { Sink } from "./sink.js";
import type { SliceResult } from "./slice.js";
import { Thrift } from "./thrift.js";

/** Counts outcomes and keeps those that a report spells out. */
export class Book implements Sink {
  readonly findings: Finding[] = [];
  readonly undecidedOnes: Undecided[] = [];
  readonly gaps = new Map<string, Gap>();
  private readonly thrift = new Thrift();
  private readonly tallies: ReadonlyMap<string, Tally>;

  constructor(policies: ReadonlyMap<string, PolicyMeta>) {
    const none = (): Tally => ({ fail: 0, pass: 0, unknown: 0, notApplicable: 0, excepted: 0 });
    this.tallies = new Map([...policies.keys()].map((id) => [id, none()]));
  }

  count(policy: string, status: OutcomeStatus, subjects: number): void {
    this.tally(policy)[status] += subjects;
  }

  finding(finding: Finding): void {
    this.findings.push(this.thrift.finding(finding));
  }

  undecided(undecided: Undecided): void {
    this.undecidedOnes.push(this.thrift.undecided(undecided));
  }

  gap(gap: Gap): void {
    this.gaps.set(gap.id, gap);
  }

  /** What came of one slice. */
  add({ counts, findings, undecided, gaps }: SliceResult): void {
    for (const [policy, status, subjects] of counts) this.count(policy, status, subjects);
    for (const finding of findings) this.finding(finding);
    for (const each of undecided) this.undecided(each);
    for (const gap of gaps) this.gap(gap);
  }

  tally(id: string): Tally {
    const tally = this.tallies.get(id);
    if (tally === undefined) throw new Error(`an outcome of ${id}, which takes no part`);
    return tally;
  }
}
