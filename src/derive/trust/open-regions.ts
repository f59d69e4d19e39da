import type { Graph } from "../../graph/index.js";
import {
  type EstateNode,
  type Fact,
  type Gap,
  gapOf,
  type Json,
  knownRegions,
  type OpenRegions,
} from "../../model/index.js";
import { type PolicyDocument, readDocument } from "./document.js";
import { together } from "./may.js";

type Account = EstateNode<"account">;
type Policy = EstateNode<"organization-policy">;

/** Calls with which data and machines begin: where none of them passes, nothing is kept. */
const BEGINNINGS = ["ec2:RunInstances", "s3:CreateBucket", "rds:CreateDBInstance", "dynamodb:CreateTable"];

/** Units nest five deep, and the root is above. https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html */
const MOST_LEVELS = 7;

interface Guards {
  readonly levels: readonly (readonly PolicyDocument[])[];
  readonly policies: readonly string[];
  /** Why they cannot be told; null: they are told. */
  readonly missing: string | null;
}

/**
 * The fact `open_regions` of accounts: Regions in which somebody in the account may begin something, by the service
 * control policies of the account, its units and the root.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html
 */
export function openRegions(graph: Graph): (id: string) => Fact {
  const read = reader();
  const untold = untoldTargets(graph);
  return (id) => {
    const account = graph.node(id) as Account | undefined;
    const organization = account?.is.organization;
    const member =
      account !== undefined &&
      (organization !== undefined || (graph.step(id, "organization")?.ids ?? []).length > 0);
    if (!member || organization?.managementAccount === account.scope.account)
      return { value: NOT_GUARDED as unknown as Json, gaps: [] };
    const guards = organization?.allFeatures === false ? NONE : guardsOf(graph, id, read);
    const gaps = guards.missing === null ? [] : [gapAbout(account, guards.missing)];
    return { value: openBy(account, guards) as unknown as Json, gaps: [...gaps, ...untold] };
  };
}

const NONE: Guards = { levels: [], policies: [], missing: null };
const NOT_GUARDED: OpenRegions = { guarded: false, open: [], refused: [], policies: [] };

/** Policies whose targets were not told may hold for any account. */
function untoldTargets(graph: Graph): Gap[] {
  return graph.gaps.filter(
    ({ touches: { nodes, relations } }) =>
      (relations === undefined || relations.includes("targets")) &&
      nodes.some((name) => graph.find(name).some(({ kind }) => kind === "organization-policy")),
  );
}

function reader(): (policy: Policy) => PolicyDocument {
  const known = new Map<string, PolicyDocument>();
  return ({ id, is }) => {
    const found = known.get(id) ?? readDocument((is.document ?? null) as Json);
    known.set(id, found);
    return found;
  };
}

function guardsOf(graph: Graph, account: string, read: (policy: Policy) => PolicyDocument): Guards {
  const levels: PolicyDocument[][] = [];
  const policies = new Set<string>();
  let missing: string | null = null;
  let top: EstateNode | undefined;
  for (let at: string | undefined = account, steps = 0; at !== undefined && steps < MOST_LEVELS; steps++) {
    top = graph.node(at);
    const all = (graph.step(at, "organization_policies")?.ids ?? []).map((id) => graph.node(id) as Policy);
    const here = all.filter(({ is }) => is.policyType === "service-control");
    // One stands on every level where policies are switched on.
    if (here.length === 0) missing = `no service control policy of ${top?.label ?? at} was told`;
    const documents = here.map(read);
    if (documents.some(({ problems }) => problems.length > 0))
      missing = `a service control policy of ${top?.label ?? at} cannot be read`;
    for (const { id } of here) policies.add(id);
    levels.push(documents);
    at = graph.step(at, "parent")?.ids[0];
  }
  if (knownRegions(graph.node(account)?.scope.partition ?? "aws").length === 0)
    missing = "the Regions of its partition are not known";
  const root =
    top?.kind === "organizational-unit" ? (top as EstateNode<"organizational-unit">).is : undefined;
  if (root?.root !== true) missing = "the units above it were not told";
  else if (root.policyTypes !== undefined && !root.policyTypes.includes("SERVICE_CONTROL_POLICY"))
    return NONE;
  return { levels, policies: [...policies].sort(), missing };
}

/** Whoever is named as an exception is no everybody: a role is asked about that nobody thought of. */
function openBy(account: Account, { levels, policies }: Guards): OpenRegions {
  const { partition = "aws", account: number = "" } = account.scope;
  const role = `arn:${partition}:iam::${number}:role/causeway-asks-for-nobody-in-particular`;
  const told: Record<string, readonly string[] | null> = {
    "aws:principalarn": [role],
    "aws:principalaccount": [number],
    "aws:principaltype": ["AssumedRole"],
    "aws:principalisawsservice": ["false"],
    "aws:viaawsservice": ["false"],
  };
  const regions = knownRegions(partition);
  const open = regions.filter((region) => {
    const context = (key: string) => (key === "aws:requestedregion" ? [region] : told[key]);
    return BEGINNINGS.some((action) =>
      levels.every((level) => {
        const decision = together(level, { action, resource: "*", context });
        return level.length === 0 || decision === "allow" || decision === "unknown";
      }),
    );
  });
  const refused = regions.filter((region) => !open.includes(region));
  return { guarded: true, open, refused, policies: [...policies] };
}

function gapAbout({ id, label, at }: Account, why: string): Gap {
  return gapOf({
    reason: "not-collected",
    message: `Which Regions are open to ${label} cannot be told: ${why}`,
    at,
    touches: { nodes: [id] },
  });
}
