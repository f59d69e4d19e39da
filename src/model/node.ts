import type { FactsByKind } from "./facts.js";
import type { JsonObject } from "./json.js";
import type { Kind, Scope } from "./kinds.js";
import type { Provenance } from "./provenance.js";

/**
 * One thing of the estate. `is` holds the neutral facts of its kind, `native` the provider's own
 * object, `at` where it was read. A node may be described by several batches under one id: `assemble`
 * merges them, so `is` may be partial here.
 */
export interface EstateNode<K extends Kind = Kind> {
  /** Unique over the estate: the ARN where the provider has one. */
  readonly id: string;
  readonly kind: K;
  /** The provider's word, e.g. `aws.security-group`, `aws.network-acl`, `nftables.chain`. */
  readonly type: string;
  /** For people: name and short id. */
  readonly label: string;
  /** Other names by which edges may point here, e.g. `sg-0abc`. */
  readonly aliases: readonly string[];
  readonly scope: Scope;
  readonly tags: Readonly<Record<string, string>>;
  readonly is: Partial<FactsByKind[K]>;
  readonly native: JsonObject;
  readonly at: Provenance;
}

/** An arrow. `to` is a node id or an alias; an alias is looked up nearest first (see graph/resolve). */
export interface Edge {
  readonly from: string;
  readonly relation: string;
  readonly to: string;
  readonly at: Provenance;
  /** Where to look the alias up when it is not where `from` lives (peered VPC, shared subnet). */
  readonly toScope?: { readonly account?: string; readonly region?: string };
}
