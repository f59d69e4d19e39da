import type { Graph } from "../../graph/index.js";
import { canonicalJson, type EstateNode, type Json } from "../../model/index.js";
import { type PolicyDocument, readDocument } from "./document.js";

/** The documents that decide what somebody may do, each read once. */
export interface Holding {
  /** Policies of the role or user, and of the groups of a user. */
  readonly own: readonly PolicyDocument[];
  /** What each of these is called: its id, or its name in what it stands in. */
  readonly names: readonly string[];
  /** What bounds them; null: nothing does. */
  readonly boundary: PolicyDocument | null;
  /** Service control policies, level by level from the account to the root; none where nothing guards the account. */
  readonly guardrails: readonly (readonly PolicyDocument[])[];
  /** Policies that were not collected or cannot be read: they may allow and deny. */
  readonly missing: readonly string[];
}

type Principal = EstateNode<"role"> | EstateNode<"user"> | EstateNode<"group">;

const MOST_REMEMBERED = 20_000;

/** Reads what principals hold. Documents and the guardrails of accounts are read once. */
export class Holdings {
  private readonly documents = new Map<string, PolicyDocument>();
  private readonly guards = new Map<string, Holding["guardrails"]>();
  private readonly managedOnes = new Map<string, PolicyDocument | null>();

  constructor(private readonly graph: Graph) {}

  of(principal: EstateNode<"role"> | EstateNode<"user">): Holding {
    const missing = new Set<string>();
    const groups = principal.kind === "user" ? this.groupsOf(principal.id) : [];
    const held = [principal, ...groups].flatMap((each) => this.documentsOf(each, missing));
    const { boundary } = principal.is;
    const bound = typeof boundary === "string" ? this.managed(boundary) : null;
    if (typeof boundary === "string" && bound === null) missing.add(boundary);
    return {
      own: held.map(([, document]) => document),
      names: held.map(([name]) => name),
      boundary: bound,
      guardrails: isLinked(principal) ? [] : this.guardrailsOf(principal.scope.account ?? ""),
      missing: [...missing].sort(),
    };
  }

  private groupsOf(id: string): EstateNode<"group">[] {
    return this.behind(id, "groups") as EstateNode<"group">[];
  }

  private documentsOf({ is, label }: Principal, missing: Set<string>): [string, PolicyDocument][] {
    const attached = (is.attachedPolicies ?? []).flatMap((id): [string, PolicyDocument][] => {
      const document = this.managed(id);
      if (document === null) missing.add(id);
      return document === null ? [] : [[id, document]];
    });
    const inline = (is.inlinePolicies ?? []).flatMap(({ name, document }): [string, PolicyDocument][] => {
      if (document === null) missing.add(`${label}/${name}`);
      return document === null ? [] : [[`${label}/${name}`, this.read(document as Json)]];
    });
    return [...attached, ...inline];
  }

  private managed(id: string): PolicyDocument | null {
    const known = this.managedOnes.get(id);
    if (known !== undefined) return known;
    const found = this.managedNow(id);
    if (this.managedOnes.size < MOST_REMEMBERED) this.managedOnes.set(id, found);
    return found;
  }

  private managedNow(id: string): PolicyDocument | null {
    const [policy] = this.graph.find(id) as EstateNode<"identity-policy">[];
    const document = policy?.kind === "identity-policy" ? policy.is.document : null;
    return document === null || document === undefined ? null : this.read(document as Json);
  }

  /** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html */
  private guardrailsOf(account: string): Holding["guardrails"] {
    return this.rememberedOf(account, "service-control");
  }

  /** Resource control policies hold for the account's resources, whoever asks. https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html */
  resourceGuardsOf(account: string): readonly PolicyDocument[] {
    return this.rememberedOf(account, "resource-control").flat();
  }

  private rememberedOf(account: string, policyType: string): Holding["guardrails"] {
    const key = `${policyType} ${account}`;
    const known = this.guards.get(key);
    if (known !== undefined) return known;
    const found = this.levelsOf(account, policyType);
    this.guards.set(key, found);
    return found;
  }

  private levelsOf(account: string, policyType: string): Holding["guardrails"] {
    const node = this.graph.find(account).find(({ kind }) => kind === "account") as
      | EstateNode<"account">
      | undefined;
    const organization = node?.is.organization;
    // The management account is guarded by none, and without all features nobody is.
    const free = organization === undefined || organization.managementAccount === account;
    if (node === undefined || free || organization.allFeatures === false) return [];
    const levels: PolicyDocument[][] = [];
    for (let at: string | undefined = node.id, steps = 0; at !== undefined && steps < 10; steps++) {
      const here = this.behind(at, "organization_policies") as EstateNode<"organization-policy">[];
      const guards = here.filter(({ is }) => is.policyType === policyType);
      // Where no policy is told, the level guards nothing: one always stands there where guarding is switched on.
      if (guards.length > 0) levels.push(guards.map(({ is }) => this.read(is.document as Json)));
      at = this.graph.step(at, "parent")?.ids[0];
    }
    return levels;
  }

  private behind(id: string, segment: string): EstateNode[] {
    return (this.graph.step(id, segment)?.ids ?? []).flatMap((each) => this.graph.node(each) ?? []);
  }

  private read(json: Json): PolicyDocument {
    const key = canonicalJson(json);
    const known = this.documents.get(key) ?? readDocument(json);
    if (this.documents.size < MOST_REMEMBERED) this.documents.set(key, known);
    return known;
  }
}

/** Service control policies do not reach roles of services: https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html */
function isLinked({ is }: EstateNode<"role"> | EstateNode<"user">): boolean {
  return is.path?.startsWith("/aws-service-role/") === true;
}
