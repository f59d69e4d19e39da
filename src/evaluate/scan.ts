import { createMemoryStore, type Graph } from "../graph/index.js";
import type {
  Derived,
  Gap,
  LedgerRow,
  PayloadStore,
  PolicyException,
  PolicyMeta,
  Report,
  Severity,
} from "../model/index.js";
import { Book } from "./book.js";
import type { CompiledPolicies } from "./compiled.js";
import { Exceptions, matches } from "./exceptions.js";
import { hiddenSubjects } from "./hidden.js";
import { judgeAll, type Threads } from "./judge-all.js";

export interface ScanOptions {
  readonly graph: Graph;
  /** For judging on this thread; the program of other threads derives for itself. */
  readonly derived: Derived;
  readonly compiled: CompiledPolicies;
  /** Where findings are kept, for there may be very many; in memory unless given. The report reads it. */
  readonly store?: PayloadStore;
  readonly ledger: readonly LedgerRow[];
  readonly exceptions: readonly PolicyException[];
  /** YYYY-MM-DD. */
  readonly today: string;
  /** Policy ids that take no part; `*` matches any run of characters. */
  readonly disabled: readonly string[];
  readonly severities: Readonly<Record<string, Severity>>;
  readonly tool: Report["tool"];
  readonly input: Report["input"];
  /** On this thread unless given. */
  readonly threads?: Threads;
  /** False judges copies anew; the report is the same. */
  readonly share?: boolean;
  /** Told now and then how many subjects were taken up. */
  readonly progress?: (done: number) => void;
}

/** One run over an estate. Passes are counted, not kept: what grows with the estate is what is wrong with it, and that lies in the store. */
export async function scan(options: ScanOptions): Promise<Report> {
  const policies = takingPart(options);
  const exceptions = new Exceptions(options.exceptions, options.today);
  const book = new Book(policies, options.store ?? createMemoryStore());
  const { graph, derived, compiled, threads, share = true, today, severities } = options;
  const terms = { policies, severities, exceptions: options.exceptions, today, share };
  let done = 0;
  await judgeAll({ graph, derived, compiled, terms, threads }, ({ positions }, result) => {
    book.add(result);
    exceptions.use(result.exceptions);
    done += positions.length;
    options.progress?.(done);
  });
  for (const each of hiddenSubjects(graph, policies.values())) book.hidden(each);
  const gaps = new Map([...options.graph.gaps, ...book.gaps.values()].map((gap) => [gap.id, gap]));
  return {
    schemaVersion: 1,
    tool: options.tool,
    input: options.input,
    estate: estateOf(options.graph),
    policies: [...policies.values()].map((meta) => ({ meta, tally: book.tally(meta.id) })),
    findings: book.findings(),
    undecided: book.undecided(),
    gaps: [...gaps.values()].sort(byId),
    ledger: [...options.ledger].sort((a, b) => (rowKey(a) < rowKey(b) ? -1 : 1)),
    exceptions: { expired: [...exceptions.expired], unmatched: exceptions.unmatched() },
  };
}

function takingPart({ compiled, disabled, severities }: ScanOptions): Map<string, PolicyMeta> {
  const taking = compiled.manifest.policies.filter(
    ({ id }) => !disabled.some((pattern) => matches(pattern, id)),
  );
  const settled = taking.map((meta): [string, PolicyMeta] => {
    const severity = Object.hasOwn(severities, meta.id) ? severities[meta.id] : undefined;
    return [meta.id, severity === undefined ? meta : { ...meta, severity }];
  });
  return new Map(settled.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function estateOf(graph: Graph): Report["estate"] {
  const [accounts, regions, sites] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const nodes: Record<string, number> = {};
  for (const kind of graph.kinds()) {
    nodes[kind] = graph.count(kind);
    if (kind === "rule" || kind === "target" || kind === "prefix-set") continue;
    for (const { account, region, site } of graph.places(kind)) {
      if (account !== undefined) accounts.add(account);
      if (region !== undefined) regions.add(region);
      if (site !== undefined) sites.add(site);
    }
  }
  return { accounts: [...accounts].sort(), regions: [...regions].sort(), sites: [...sites].sort(), nodes };
}

const byId = (a: Gap, b: Gap) => (a.id < b.id ? -1 : 1);
const rowKey = ({ source, account, region, call, status }: LedgerRow) =>
  [source, account ?? "", region ?? "", call, status].join("\n");
