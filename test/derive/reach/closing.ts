import { reachability } from "../../../src/derive/index.js";
import { applyChanges, assemble, type Graph } from "../../../src/graph/index.js";
import type { Batch, LeastChange, RuleEdit, RuleTerms } from "../../../src/model/index.js";
import { batchesOf, questionOf, type Told } from "./estate.js";

/** An estate of which something is to be closed. */
export class Closable {
  readonly graph: Graph;

  constructor(answers: readonly Told[], more: readonly Batch[] = []) {
    this.graph = assemble([...batchesOf(answers), ...more]);
  }

  /** Questions as `questionOf` reads them. */
  close(question: string, keep: readonly string[] = []) {
    return reachability(this.graph).close(questionOf(question), keep.map(questionOf));
  }

  change(question: string, keep: readonly string[] = []): LeastChange {
    return this.close(question, keep).change;
  }

  /** The edits in short. */
  edits(question: string, keep: readonly string[] = []): string[] {
    const { outcome, says, edits } = this.change(question, keep);
    return outcome === "found" ? edits.map(shortOf) : [`${outcome}: ${says}`];
  }

  /** The verdict with some of the edits made. */
  after(question: string, steps: ReturnType<Closable["close"]>["steps"]): string {
    const changed = applyChanges(this.graph, steps.flat());
    return reachability(changed).answer(questionOf(question)).verdict;
  }
}

/** `sg-1 in tcp 22 0.0.0.0/0 → tcp 22 198.51.100.0/24`, `acl-1 in create 99 deny tcp 22 0.0.0.0/0`. */
export function shortOf(edit: RuleEdit): string {
  const way = edit.direction === "ingress" ? "in" : "out";
  if (edit.kind === "group-rule") {
    const becomes = edit.becomes.map(termsOf).join(" + ") || "nothing";
    return `${edit.filter.name} ${way} ${termsOf(edit.was)} → ${becomes}`;
  }
  if (edit.kind === "acl-entries") {
    const steps = edit.steps.map(({ deed, number, action, terms: { cidr, ...terms } }) =>
      [deed, number, action, termsOf({ ...terms, peer: { cidr } })].join(" "),
    );
    return `${edit.filter.name} ${way} ${steps.join("; ")}`;
  }
  const refuses = edit.refuses.map(({ family, protocol, ports, cidrs }) => {
    const runs = ports?.map(({ from, to }) => (from === to ? from : `${from}-${to}`)).join(",") ?? "all";
    return `${family} ${protocol ?? "all"} ${runs} ${cidrs?.join(",") ?? "any"}`;
  });
  return `${edit.family} ${edit.table} ${edit.chain} before ${edit.handle}: ${refuses.join("; ")}`;
}

const NAMES: Readonly<Record<number, string>> = { 1: "icmp", 6: "tcp", 17: "udp", 58: "icmpv6" };

function termsOf({ protocol, ports, icmp, peer }: RuleTerms): string {
  const name = protocol === null ? "all" : (NAMES[protocol] ?? protocol);
  const run = ports === null ? [] : [ports.from === ports.to ? ports.from : `${ports.from}-${ports.to}`];
  const type = icmp === null ? [] : [`type ${icmp.type}`];
  const far = "cidr" in peer ? peer.cidr : "prefixList" in peer ? peer.prefixList : peer.group;
  return [name, ...run, ...type, far].join(" ");
}
