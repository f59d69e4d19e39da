import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ScanOptions, scan } from "../../src/evaluate/index.js";
import { assemble } from "../../src/graph/index.js";
import type { Batch, Gap, GapDraft, Report } from "../../src/model/index.js";
import { gapOf } from "../../src/model/index.js";
import { type Compiled, compilePolicies, type PolicyModule } from "../../src/rego/index.js";
import { createSpillStore } from "../../src/snapshot/index.js";
import { AT } from "../graph/estate.js";
import { derivedOf, type FactsById } from "./derived-of.js";

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
  readonly facts?: FactsById;
}

/** One scan on this thread, unless threads are asked for. */
export function judged(policies: Compiled, world: World, more: Partial<ScanOptions> = {}): Promise<Report> {
  const threads = more.threads === undefined ? {} : { threads: { ...more.threads, told: world.facts } };
  return scan({
    graph: assemble([world.batch], { store: createSpillStore() }),
    derived: derivedOf(world.facts),
    compiled: policies,
    ledger: [],
    exceptions: [],
    today: "2026-01-31",
    disabled: [],
    severities: {},
    tool: { name: "causeway", version: "0" },
    input: { snapshot: "s", policies: "p" },
    ...more,
    ...threads,
  });
}

/** The tally of one policy. */
export function tally(report: Report, policy: string) {
  return report.policies.find(({ meta }) => meta.id === policy)?.tally;
}
