import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ScanOptions, scan } from "../../src/evaluate/index.js";
import { assemble, type Graph } from "../../src/graph/index.js";
import type { Batch, Derived, Fact, Gap, GapDraft, Report } from "../../src/model/index.js";
import { gapOf } from "../../src/model/index.js";
import { type Compiled, compilePolicies, type PolicyModule } from "../../src/rego/index.js";
import { AT } from "../graph/estate.js";

/** Compiles policies; the cache makes the same ones quick on the next run. */
export function compiled(modules: readonly PolicyModule[]): Promise<Compiled> {
  return compilePolicies({ modules, cacheDirs: [join(tmpdir(), "causeway-test-policies")] });
}

/** The same policies, judged as if the compiler had found that they only quote ids and labels. */
export function opaque(policies: Compiled): Compiled {
  const { manifest } = policies;
  const entrypoints = manifest.entrypoints.map((group) => ({ ...group, opaque: true }));
  return { ...policies, manifest: { ...manifest, entrypoints } };
}

/** Facts by subject id under the name `exposure`, which filters have and which reads rules. */
export function derivedOf(facts: Readonly<Record<string, Partial<Fact>>> = {}): Derived {
  return {
    kindsRead: () => ["rule", "prefix-set"],
    names: (kind) => (kind === "filter" ? ["exposure"] : []),
    fact: (_name, id) => ({ value: { ingress: [], egress: [] }, gaps: [], ...facts[id] }),
  };
}

/** A cause that admits the internet to one port, by the rules of these ids. */
export function open(port: number, ...rules: readonly string[]) {
  return {
    family: "ipv4",
    rules: rules.map((id) => ({ id, label: `rule ${id}` })),
    openings: [{ protocol: "tcp", from: port, to: port }],
    breadth: "internet",
    peers: ["0.0.0.0/0"],
    morePeers: 0,
    publicPrefix: 0,
    allPorts: false,
  };
}

export function gap(draft: Partial<GapDraft> = {}): Gap {
  return gapOf({ reason: "denied", message: "not allowed to look", at: AT, ...draft });
}

export interface World {
  readonly batch: Batch;
  readonly derived?: Derived;
}

/** One scan on this thread, unless threads are asked for. */
export function judged(policies: Compiled, world: World, more: Partial<ScanOptions> = {}): Promise<Report> {
  const graph: Graph = assemble([world.batch]);
  return scan({
    graph,
    derived: world.derived ?? derivedOf(),
    compiled: policies,
    ledger: [],
    exceptions: [],
    today: "2026-01-31",
    disabled: [],
    severities: {},
    tool: { name: "causeway", version: "0" },
    input: { snapshot: "s", policies: "p" },
    threads: { workers: 0 },
    ...more,
  });
}

/** The tally of one policy. */
export function tally(report: Report, policy: string) {
  return report.policies.find(({ meta }) => meta.id === policy)?.tally;
}
