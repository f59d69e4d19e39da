import type { Graph } from "../../graph/index.js";
import type { EstateNode } from "../../model/index.js";
import type { Atlas } from "./atlas.js";
import type { Link } from "./link.js";
import { partsOf, UNKNOWN, type Where } from "./where.js";

type Rule = EstateNode<"copy-rule">;
type Destination = Rule["is"] extends { destinations?: readonly (infer D)[] } ? D : never;

/** Rules whose destinations hold copies already: replicas that the provider lists. */
const STANDING: ReadonlySet<string> = new Set([
  ...["aws.global-table", "aws.db-replication", "aws.db-global-cluster", "aws.cache-global-group"],
  ...["aws.secret-replication", "aws.memory-multi-region", "aws.file-system-replication"],
]);

/**
 * What came by such a rule is not copied on by another.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-what-is-isnt-replicated.html
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/replication.html
 */
const ONCE: ReadonlySet<string> = new Set(["aws.bucket-replication-rule", "aws.registry-replication-rule"]);

/** Where a rule copies to. */
export class RuleLinks {
  constructor(
    private readonly graph: Graph,
    private readonly atlas: Atlas,
  ) {}

  of(rule: Rule, from: EstateNode): Link[] {
    const { enabled, destinations = [] } = rule.is;
    if (enabled === false) return [];
    const named = destinations.filter(({ store }) => store !== from.id);
    return [...named.map((destination) => this.link(rule, destination, from)), ...this.upwards(rule, from)];
  }

  /** A store of the estate by its id, or by a name that is one store's alone. */
  store(name: string | null | undefined): EstateNode | null {
    if (name === null || name === undefined) return null;
    const exact = this.graph.node(name);
    if (exact !== undefined) return exact.kind === "data-store" ? exact : null;
    const found = this.graph.find(name).filter(({ kind }) => kind === "data-store");
    return found.length === 1 ? (found[0] ?? null) : null;
  }

  /** Where a place is that an answer names. */
  where({ region, store, outpost }: Destination): Where {
    if (outpost !== null && outpost !== undefined) return this.atlas.outpost(outpost);
    const there = region ?? partsOf(store ?? "").region;
    if (there !== undefined && there !== null) return this.atlas.region(there);
    return this.atlas.told(store) ?? UNKNOWN;
  }

  /**
   * Snapshots of what lies on an Outpost or in a Local Zone go to its Region, unless somebody says otherwise.
   * https://docs.aws.amazon.com/ebs/latest/userguide/snapshots-outposts.html
   */
  private upwards(rule: Rule, from: EstateNode): Link[] {
    const { region, account = null } = from.scope;
    const special = this.atlas.of(from).some(({ placeType }) => placeType !== "region");
    if (rule.is.ruleType !== "lifecycle" || rule.is.locally !== false || region === undefined || !special)
      return [];
    const where = [this.atlas.region(region)];
    return [{ how: "goes", why: "lifecycle", by: rule, to: null, where, account }];
  }

  private link(rule: Rule, destination: Destination, from: EstateNode): Link {
    const found = this.store(destination.store);
    // A vault keeps copies of many stores: of those this one's are told by themselves.
    const vault = (found?.is as { storeType?: string } | undefined)?.storeType === "vault";
    const account = destination.account ?? partsOf(destination.store ?? "").account ?? found?.scope.account;
    return {
      how: STANDING.has(rule.type) ? "lies" : "goes",
      ...{ why: rule.is.ruleType ?? "rule", by: rule, to: vault ? null : found },
      where: found === null || destination.outpost != null ? [this.where(destination)] : this.atlas.of(found),
      account: account ?? from.scope.account ?? null,
      ...(ONCE.has(rule.type) ? { once: rule.type } : {}),
    };
  }
}
