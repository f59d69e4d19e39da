import type { Graph } from "../../graph/index.js";
import { type EstateNode, type Gap, gapOf, type Kind } from "../../model/index.js";
import { CopyIndex } from "./copies.js";

/** What may hold, make or move copies. */
const KINDS: readonly Kind[] = [
  ...(["data-copy", "copy-rule", "transfer", "transfer-end", "entry-point", "subscription-filter"] as const),
];

const BACKUP = "backup-plan backup-rule backup-selection recovery-point";
const MOVED = "sync-task sync-location file-share storage-gateway delivery-stream";
const MIGRATED = "replication-task replication-endpoint";
const BUCKET = `bucket-replication-rule cloudfront-distribution snow-job snow-address ${MOVED} ${MIGRATED} ${BACKUP}`;

/** By type of store, the types whose absence may hide copies of it; of stores that are not here, all of them. */
export const HIDDEN_BY: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [
    ["volume", `snapshot image lifecycle-policy lifecycle-schedule ${BACKUP}`],
    ["bucket", BUCKET],
    ["cloudtrail-trail", `log-subscription-filter ${BUCKET}`],
    ["config-delivery-channel", BUCKET],
    ["log-group", "log-subscription-filter delivery-stream"],
    // A copy is copied on by nothing but its own kind; images are made of snapshots.
    ["snapshot", "snapshot image"],
    ["image", "snapshot image"],
    ["recovery-point", "recovery-point"],
    [
      "db-instance",
      `db-snapshot db-automated-backup db-replication db-backup-replication ${MIGRATED} ${BACKUP}`,
    ],
    [
      "db-cluster",
      `db-cluster-snapshot db-cluster-automated-backup db-global-cluster db-replication ${MIGRATED} ${BACKUP}`,
    ],
    ["table", `global-table ${MIGRATED} ${BACKUP}`],
    ["secret", "secret-replication"],
    ["image-repository", "registry-replication-rule"],
    ["file-system", `file-system-replication sync-task sync-location ${BACKUP}`],
    ["file-server", `file-server-backup sync-task sync-location ${BACKUP}`],
    ["cache-replication-group", "cache-snapshot cache-global-group"],
    ["cache-cluster", "cache-snapshot"],
    ["memory-cluster", "memory-multi-region"],
    ["redshift-cluster", `redshift-snapshot redshift-snapshot-copy ${MIGRATED} ${BACKUP}`],
    ["kafka-cluster", "kafka-replicator delivery-stream"],
    ["stream", "delivery-stream"],
    ["s3-outposts-bucket", ""],
  ].map(([type = "", types = ""]) => [
    `aws.${type}`,
    new Set(
      types
        .split(" ")
        .filter((one) => one !== "")
        .map((one) => `aws.${one}`),
    ),
  ]),
);

/** Relations by which copies are found. */
const FOLLOWED: ReadonlySet<string> = new Set([
  ...["copies", "store", "parts_of", "vault", "sources", "destinations", "copy_rules", "replica_of"],
  ...["replicas", "source", "destination", "stores", "transfers", "transfer_ends", "transfers_out", "plan"],
  ...["bucket", "log_group", "subscription_filters", "kept", "parts"],
]);

/** What makes or keeps copies of stores that only its details name: a gap about it may hide some of any. */
const MAKERS: ReadonlySet<Kind> = new Set(["copy-rule", "transfer", "transfer-end", "entry-point"]);

/** Arrows without which nobody knows what a rule or transfer takes. */
const TAKING: ReadonlySet<string> = new Set(["source", "plan"]);

/** A gap about one node, where it is and what it would have told of. */
interface Blind {
  readonly gap: Gap;
  readonly account: string;
  readonly type: string;
}

/** What could not be seen, by what it may hide. */
export class Unseen {
  private readonly ofKinds: readonly Gap[];
  private readonly ofMakers: Blind[] = [];
  private readonly byNode = new Map<string, Gap[]>();
  private readonly remembered = new Map<string, readonly Gap[]>();
  private readonly strays: ReadonlyMap<string, ReadonlyMap<string, EstateNode>>;
  readonly collected: ReadonlySet<string>;

  private constructor(graph: Graph) {
    this.ofKinds = graph.gaps.filter(({ touches }) => touches.kinds.some((kind) => KINDS.includes(kind)));
    for (const gap of graph.gaps) for (const name of gap.touches.nodes) this.told(gap, graph.find(name));
    this.strays = straysOf(graph);
    // Accounts that were entered: their Regions are known.
    this.collected = new Set(graph.places("region").flatMap(({ account }) => account ?? []));
  }

  /** Of a graph there is one, for all facts. */
  static of(graph: Graph): Unseen {
    const unseen = KNOWN.get(graph) ?? new Unseen(graph);
    KNOWN.set(graph, unseen);
    return unseen;
  }

  /** Gaps about nodes that were met, and about what may hide more in their accounts, or in these. */
  around(root: EstateNode, met: readonly EstateNode[], more: readonly (string | null)[] = []): Gap[] {
    const accounts = new Set([
      ...met.map(({ scope }) => scope.account ?? ""),
      ...more.map((one) => one ?? ""),
    ]);
    return [
      ...[...accounts].sort().flatMap((account) => this.hidden(root, account)),
      ...met.flatMap(({ id }) => this.byNode.get(id) ?? []),
    ];
  }

  /**
   * Copies of snapshots of which nobody tells what they are of, one for each Region of an account.
   * https://docs.aws.amazon.com/ebs/latest/userguide/ebs-copy-snapshot.html
   */
  straysIn(account: string): readonly EstateNode[] {
    return [...(this.strays.get(account)?.values() ?? [])];
  }

  private hidden({ type, kind }: EstateNode, account: string): readonly Gap[] {
    const key = `${type}\n${account}`;
    const known = this.remembered.get(key);
    if (known !== undefined) return known;
    const wanted = HIDDEN_BY.get(type) ?? (kind === "data-copy" ? new Set([type]) : undefined);
    const hides = (one: string) => wanted === undefined || wanted.has(one);
    const found = [
      ...this.ofKinds.filter(
        ({ touches }) =>
          (touches.account === undefined || touches.account === account) &&
          (touches.types === undefined || touches.types.some(hides)),
      ),
      ...this.ofMakers
        .filter((blind) => blind.account === account && hides(blind.type))
        .map(({ gap }) => gap),
    ];
    this.remembered.set(key, found);
    return found;
  }

  /** That the end of an arrow was not collected is asked of the arrow itself, unless it says what is taken. */
  private told(gap: Gap, nodes: readonly EstateNode[]): void {
    const { relations } = gap.touches;
    const dangling = gap.reason === "dangling";
    for (const { id, kind, type, scope } of nodes) {
      const about =
        relations === undefined || relations.some((one) => (dangling ? TAKING : FOLLOWED).has(one));
      if (about && !dangling) this.note(id, gap);
      const vault = type === "aws.backup-vault";
      if (!vault && !(MAKERS.has(kind) && about)) continue;
      const account = scope.account ?? "";
      this.ofMakers.push({ gap, account, type: vault ? "aws.recovery-point" : type });
    }
  }

  private note(id: string, gap: Gap): void {
    const known = this.byNode.get(id);
    if (known === undefined) this.byNode.set(id, [gap]);
    else if (known.at(-1) !== gap) known.push(gap);
  }
}

export function unknownPlace(message: string, node: EstateNode): Gap {
  return gapOf({ reason: "unmodelled", message, at: node.at, touches: { nodes: [node.id] } });
}

function straysOf(graph: Graph): Map<string, Map<string, EstateNode>> {
  const found = new Map<string, Map<string, EstateNode>>();
  for (const id of CopyIndex.of(graph).ofNobody) {
    const copy = graph.node(id);
    if (copy === undefined) continue;
    // An image tells what it is a copy of.
    if ((graph.step(id, "parts_of")?.ids ?? []).length > 0) continue;
    const { account = "", region = "" } = copy.scope;
    const regions = found.get(account) ?? new Map<string, EstateNode>();
    found.set(account, regions);
    if (!regions.has(region)) regions.set(region, copy);
  }
  return found;
}

const KNOWN = new WeakMap<Graph, Unseen>();
