import type { Graph } from "../../graph/index.js";
import {
  type EstateNode,
  type Fact,
  type Gap,
  gapOf,
  type Json,
  type PrivilegesFact,
} from "../../model/index.js";
import type { Request } from "./decide.js";
import { type Holding, Holdings } from "./holdings.js";
import { mayAllow } from "./listed-actions.js";
import { may } from "./may.js";

/** Nothing of the request is known but what is asked for. */
const UNKNOWN: Request["context"] = () => undefined;

/** A name that no policy writes out: whoever may do it to that may do it to any. */
const ANY = "causeway-any-name";

interface Step {
  readonly action: string;
  /** Type and name of what it is done to, in the account. */
  readonly resource: string;
}

/** Ways by which what somebody may do becomes everything. Each with the actions that it takes together. */
const ESCALATIONS: readonly (readonly [name: string, ...steps: Step[]])[] = [
  ["writes a new version of a policy", iam("CreatePolicyVersion", "policy")],
  ["goes back to an older version of a policy", iam("SetDefaultPolicyVersion", "policy")],
  ["attaches policies to roles", iam("AttachRolePolicy", "role")],
  ["attaches policies to users", iam("AttachUserPolicy", "user")],
  ["attaches policies to groups", iam("AttachGroupPolicy", "group")],
  ["writes policies into roles", iam("PutRolePolicy", "role")],
  ["writes policies into users", iam("PutUserPolicy", "user")],
  ["writes policies into groups", iam("PutGroupPolicy", "group")],
  ["joins groups", iam("AddUserToGroup", "group")],
  ["rewrites who may become a role", iam("UpdateAssumeRolePolicy", "role")],
  ["makes keys of other users", iam("CreateAccessKey", "user")],
  ["makes passwords of other users", iam("CreateLoginProfile", "user")],
  ["changes passwords of other users", iam("UpdateLoginProfile", "user")],
  ["takes boundaries off roles", iam("DeleteRolePermissionsBoundary", "role")],
  ["takes boundaries off users", iam("DeleteUserPermissionsBoundary", "user")],
  ["becomes any role", { action: "sts:AssumeRole", resource: `iam::role/${ANY}` }],
  ["gives a role to a machine", pass(), regional("ec2:RunInstances", "ec2", `instance/${ANY}`)],
  ["gives a role to a function", pass(), regional("lambda:CreateFunction", "lambda", `function:${ANY}`)],
  [
    "gives a role to a stack",
    pass(),
    regional("cloudformation:CreateStack", "cloudformation", `stack/${ANY}/*`),
  ],
  ["gives a role to a task", pass(), regional("ecs:RunTask", "ecs", `task-definition/${ANY}:1`)],
  ["gives a role to a build", pass(), regional("codebuild:CreateProject", "codebuild", `project/${ANY}`)],
  ["gives a role to a job", pass(), regional("glue:CreateJob", "glue", `job/${ANY}`)],
  [
    "gives a role to a notebook",
    pass(),
    regional("sagemaker:CreateNotebookInstance", "sagemaker", `notebook-instance/${ANY}`),
  ],
  ["gives a role to a pipeline", pass(), regional("datapipeline:CreatePipeline", "datapipeline", "*")],
  ["rewrites what functions run", regional("lambda:UpdateFunctionCode", "lambda", `function:${ANY}`)],
  ["runs commands on machines", regional("ssm:SendCommand", "ec2", `instance/${ANY}`)],
  ["opens shells on machines", regional("ssm:StartSession", "ec2", `instance/${ANY}`)],
];

const EVERYTHING = [{ action: "causeway:AnyAction", resource: "*" }, iam("CreateRole", "role")];

function iam(operation: string, type: string): Step {
  return { action: `iam:${operation}`, resource: `iam::${type}/${ANY}` };
}

function pass(): Step {
  return iam("PassRole", "role");
}

function regional(action: string, service: string, name: string): Step {
  return { action, resource: `${service}:us-east-1:${name}` };
}

/**
 * The fact `privileges` of roles and users: whether they may do everything, and by which ways they could give
 * themselves everything, after boundaries and guardrails.
 */
export function privileges(graph: Graph): (id: string) => Fact {
  const holdings = new Holdings(graph);
  return (id) => {
    const principal = graph.node(id);
    if (principal?.kind !== "role" && principal?.kind !== "user")
      return { value: { administrator: false, escalations: [], guarded: false }, gaps: [] };
    const who = principal as EstateNode<"role"> | EstateNode<"user">;
    const holding = holdings.of(who);
    const probe = new Probe(holding, who);
    const value: PrivilegesFact = {
      administrator: probe.all(EVERYTHING),
      escalations: ESCALATIONS.flatMap(([name, ...steps]) =>
        probe.all(steps) === true ? [{ name, actions: steps.map(({ action }) => action) }] : [],
      ),
      guarded: holding.boundary !== null || holding.guardrails.length > 0,
    };
    return { value: value as unknown as Json, gaps: gapsOf(who, holding) };
  };
}

/** Whether somebody may do everything, or some of what leads there; `null`: not known. */
export function powerOf(
  holding: Holding,
  who: EstateNode,
): { administrator: boolean | null; escalates: boolean } {
  const probe = new Probe(holding, who);
  const administrator = probe.all(EVERYTHING);
  const escalates = ESCALATIONS.some(([, ...steps]) => probe.all(steps) === true);
  return { administrator, escalates };
}

/** Resources of one account by what steps call them: principals come account by account. */
interface OwnArns {
  readonly start: string;
  readonly account: string;
  readonly byResource: Map<string, string>;
}

let lastArns: OwnArns = { start: "", account: "", byResource: new Map() };

function arnsOf({ partition = "aws", account = "" }: EstateNode["scope"]): OwnArns {
  const start = `arn:${partition}`;
  if (lastArns.start !== start || lastArns.account !== account)
    lastArns = { start, account, byResource: new Map() };
  return lastArns;
}

/** Asks what somebody certainly may do in their own account. */
export class Probe {
  private readonly arns: OwnArns;

  constructor(
    private readonly holding: Holding,
    { scope }: EstateNode,
  ) {
    this.arns = arnsOf(scope);
  }

  /** Whether all of it may be done; null where that depends on what is not known. */
  all(steps: readonly Step[]): boolean | null {
    // Most policies speak of none of it, and then nothing else can allow it.
    const { own, missing } = this.holding;
    const allowed = (action: string) => own.some((document) => mayAllow(document, action));
    if (missing.length === 0 && !steps.every(({ action }) => allowed(action))) return false;
    const decisions = steps.map(({ action, resource }) =>
      may(this.holding, { action, resource: this.arn(resource), context: UNKNOWN, some: true }),
    );
    if (decisions.some((each) => each === "none" || each === "deny")) return false;
    return decisions.every((each) => each === "allow") ? true : null;
  }

  private arn(resource: string): string {
    const { byResource } = this.arns;
    const arn = byResource.get(resource) ?? this.written(resource);
    byResource.set(resource, arn);
    return arn;
  }

  private written(resource: string): string {
    const { start, account } = this.arns;
    if (resource === "*") return `${start}:causeway:us-east-1:${account}:${ANY}`;
    const [service, region, ...name] = resource.split(":");
    return `${start}:${service}:${region}:${account}:${name.join(":")}`;
  }
}

function gapsOf(principal: EstateNode, { missing }: Holding): Gap[] {
  if (missing.length === 0) return [];
  const named = missing.slice(0, 3).join(", ");
  const more = missing.length > 3 ? ` and ${missing.length - 3} more` : "";
  return [
    gapOf({
      reason: "not-collected",
      message: `What ${principal.label} may do is not known in full: ${named}${more} could not be read`,
      at: principal.at,
      touches: { nodes: [principal.id] },
    }),
  ];
}
