import type { Provenance } from "./provenance.js";
import type { Answer, ReachVerdict, Service } from "./reach.js";

interface Named {
  readonly id: string;
  readonly label: string;
}

/** The other end of a rule: the source of what comes in, the destination of what goes out. */
export type PeerTerms =
  | { readonly cidr: string }
  | { readonly prefixList: string }
  /** `account`: of a group that belongs to another one. */
  | { readonly group: string; readonly account?: string };

/** A run of destination ports. */
interface Ports {
  readonly from: number;
  readonly to: number;
}

/** What a rule of a group or ACL says: one protocol (or all, null), one run of ports (or all), one peer. */
export interface RuleTerms {
  readonly protocol: number | null;
  readonly ports: Ports | null;
  readonly icmp: { readonly type: number; readonly code: number | null } | null;
  readonly peer: PeerTerms;
}

/** One entry of a network ACL to write, write over or delete, under its number. */
export interface AclStep {
  readonly deed: "create" | "replace" | "delete";
  readonly number: number;
  readonly action: "allow" | "deny";
  readonly terms: Omit<RuleTerms, "peer"> & { readonly cidr: string };
}

/** What a new rule of a chain refuses: one protocol, any of the ports, any of the blocks (null is all). */
export interface ChainRefusal {
  readonly family: "ipv4" | "ipv6";
  readonly protocol: number | null;
  readonly ports: readonly Ports[] | null;
  readonly icmp: RuleTerms["icmp"];
  readonly cidrs: readonly string[] | null;
}

interface Edited {
  /** `name`: the provider's own short one, e.g. `sg-0abc`. */
  readonly filter: Named & { readonly name: string; readonly account?: string; readonly region?: string };
  readonly direction: "ingress" | "egress";
  /** The rule that is changed, or before which one is put. */
  readonly rule: Named & { readonly at: Provenance };
  /** All that the filter no longer lets pass; sources are the other end. */
  readonly takes: readonly Service[];
}

/** One rule changed, or refused ahead of. */
export type RuleEdit =
  | (Edited & {
      readonly kind: "group-rule";
      /** `sgr-…`, where the provider told it. */
      readonly ruleId: string | null;
      readonly description: string | null;
      readonly was: RuleTerms;
      /** What stays of it; nothing: the rule is removed. */
      readonly becomes: readonly RuleTerms[];
    })
  | (Edited & { readonly kind: "acl-entries"; readonly steps: readonly AclStep[] })
  | (Edited & {
      readonly kind: "chain-rule";
      readonly family: string;
      readonly table: string;
      readonly chain: string;
      /** Of the rule before which it goes; null: at the end, before the policy. */
      readonly handle: number | null;
      readonly refuses: readonly ChainRefusal[];
    });

/** A flow that must stay, before and after. */
export interface KeptRequired {
  readonly name: string;
  readonly before: ReachVerdict;
  readonly after: ReachVerdict;
}

/** What else the internet can no longer open, on what stands behind the edited filters. */
export interface AlsoClosed {
  readonly interfaces: readonly (Named & {
    /** Ports that somebody on the internet opens, before and after; a protocol without ports is one. */
    readonly before: number;
    readonly after: number;
    readonly lost: readonly Service[];
  })[];
  /** How many interfaces stand behind the edited filters, and how many of them were asked. */
  readonly behind: number;
  readonly asked: number;
}

/** The smallest set of rule edits that closes a way and keeps what is required. */
export interface LeastChange {
  /** `closed`: there is nothing to close; `none`: no set of edits does it; `unknown`: it cannot be told. */
  readonly outcome: "found" | "closed" | "none" | "unknown";
  readonly says: string;
  readonly before: Answer;
  /** The answer with the edits made. */
  readonly after?: Answer;
  readonly edits: readonly RuleEdit[];
  /** No smaller set does it; false where the search was cut short. */
  readonly smallest: boolean;
  /** None of the edits can be left out; false where there are too many to try. */
  readonly irreducible: boolean;
  readonly required: readonly KeptRequired[];
  /** Required flows that stand in the way. */
  readonly against: readonly string[];
  readonly alsoCloses?: AlsoClosed;
}
