import type { Graph } from "../../graph/index.js";
import type { EstateNode } from "../../model/index.js";

/** Ids of volumes, snapshots, images, file systems and machines, which mean one thing wherever they stand. */
const SHORT = /^(?:vol|snap|ami|fs|fsvol|i|backup|eni)-[0-9a-f]+$/;

/** Ids by a name that others call them by; mostly there is one. */
type ByName = ReadonlyMap<string, string | readonly string[]>;

/** What is made of, taken from or put before each store: one pass over the estate, asked by name. */
export class CopyIndex {
  private readonly copies: ByName;
  private readonly rules: ByName;
  private readonly transfers: ByName;
  private readonly caches: ByName;
  private readonly names: ByName;
  /** Rules that choose by tag or name, by account and Region. */
  private readonly choosing: ByName;
  /** Snapshots of which nobody tells what they are of. */
  readonly ofNobody: readonly string[];

  private constructor(private readonly graph: Graph) {
    const ofNobody: string[] = [];
    this.copies = indexed(graph, "data-copy", ({ id, type, is }) => {
      if (type === "aws.snapshot" && is.of === null && is.source?.store == null) ofNobody.push(id);
      return [is.of, is.source?.store];
    });
    this.ofNobody = ofNobody;
    this.rules = indexed(graph, "copy-rule", ({ is }) => is.sources ?? []);
    this.choosing = indexed(graph, "copy-rule", (rule) => (choosesByItself(rule) ? [ownPlace(rule)] : []));
    this.transfers = indexed(graph, "transfer", ({ is }) => [
      is.source?.store,
      // A share of a gateway is its bucket's as well: what it holds is cached at home.
      ...(is.transferType === "file-gateway" || isShare(is) ? [is.destination?.store] : []),
    ]);
    this.caches = indexed(graph, "entry-point", ({ is }) =>
      (is.cdn?.origins ?? []).map(({ domain }) => bucketOf(domain)),
    );
    this.names = indexed(graph, "data-store", ({ is }) => (is.parts ?? []).map(({ store }) => store));
  }

  /** Of a graph there is one, for all facts. */
  static of(graph: Graph): CopyIndex {
    const index = INDEXES.get(graph) ?? new CopyIndex(graph);
    INDEXES.set(graph, index);
    return index;
  }

  copiesOf(node: EstateNode): readonly string[] {
    return this.all(this.copies, node, "copies");
  }

  /** Rules whose source is the store itself. */
  rulesOf(node: EstateNode): readonly string[] {
    return this.all(this.rules, node, "copy_rules");
  }

  rulesThatChoose({ scope }: EstateNode): readonly string[] {
    return listIn(this.choosing, placeKey(scope));
  }

  transfersOf(node: EstateNode): readonly string[] {
    return this.all(this.transfers, node, null);
  }

  cachesOf({ type, is }: EstateNode): readonly string[] {
    const { name } = is as { name?: string };
    return type !== "aws.bucket" || name === undefined ? [] : listIn(this.caches, name);
  }

  /** Names that lead to several stores, this one among them. */
  sharedNamesOf(node: EstateNode): readonly string[] {
    return listIn(this.names, node.id);
  }

  private all(index: ByName, node: EstateNode, segment: string | null): readonly string[] {
    const named = namesOf(node).flatMap((name) => listIn(index, name));
    const joined = segment === null ? [] : (this.graph.step(node.id, segment)?.ids ?? []);
    return named.length + joined.length === 0 ? NONE : [...new Set([...named, ...joined])].sort();
  }
}

const NONE: readonly string[] = [];
const INDEXES = new WeakMap<Graph, CopyIndex>();

function listIn(index: ByName, name: string): readonly string[] {
  const found = index.get(name) ?? NONE;
  return typeof found === "string" ? [found] : found;
}

export function namesOf({ id, aliases }: EstateNode): string[] {
  return [id, ...aliases.filter((alias) => alias !== id && (SHORT.test(alias) || alias.startsWith("arn:")))];
}

function choosesByItself({ type }: EstateNode): boolean {
  return (
    type === "aws.lifecycle-policy" ||
    type === "aws.lifecycle-schedule" ||
    type === "aws.backup-selection" ||
    type === "aws.registry-replication-rule"
  );
}

function isShare({ protocols, destinationTypes }: EstateNode<"transfer">["is"]): boolean {
  return protocols !== undefined && destinationTypes?.includes("s3") === true;
}

const ownPlace = ({ scope }: EstateNode) => placeKey(scope);

function placeKey({ account, region }: EstateNode["scope"]): string {
  return `${account ?? ""} ${region ?? ""}`;
}

/** `logs.s3.eu-west-1.amazonaws.com` and its like. https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html */
function bucketOf(domain: string | null): string | null {
  return (
    /^(.+)\.s3(?:-website)?(?:[.-][a-z0-9-]+)*\.amazonaws\.(?:com(?:\.cn)?|eu)$/.exec(domain ?? "")?.[1] ??
    null
  );
}

/** Of stores, names alone are looked at: there are a million of the others. */
function* accessPoints(graph: Graph): Iterable<EstateNode> {
  for (const id of graph.each("data-store")) {
    const node = id.includes(":accesspoint/") ? graph.node(id) : undefined;
    if (node !== undefined) yield node;
  }
}

function indexed<K extends "data-copy" | "copy-rule" | "transfer" | "entry-point" | "data-store">(
  graph: Graph,
  kind: K,
  names: (node: EstateNode<K>) => readonly (string | null | undefined)[],
): Map<string, string | string[]> {
  const found = new Map<string, string | string[]>();
  for (const node of kind === "data-store" ? accessPoints(graph) : graph.nodes(kind)) {
    const { id } = node;
    for (const name of names(node as EstateNode<K>)) {
      if (name === null || name === undefined) continue;
      const known = found.get(name);
      if (known === undefined) found.set(name, id);
      else if (typeof known !== "string") {
        if (known.at(-1) !== id) known.push(id);
      } else if (known !== id) found.set(name, [known, id]);
    }
  }
  return found;
}
