import { iamActions } from "../registry.js";
import type { Resource } from "../resource.js";

/** Characters of a managed policy, white space left out. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
export const MOST_CHARACTERS = 6144;

export interface PolicyDocument {
  readonly Version: "2012-10-17";
  readonly Statement: readonly object[];
}

/**
 * The least-privilege IAM policies of a collection, each of a size that IAM takes: together they allow the actions of the
 * collectors, and no other.
 * @param isAsked what is collected; everything otherwise
 */
export function readPolicies(isAsked?: (resource: Resource) => boolean): PolicyDocument[] {
  const parts: string[][] = [[]];
  for (const action of iamActions(isAsked)) {
    const last = parts.at(-1) ?? [];
    if (sizeOf(documentOf([...last, action], parts.length)) <= MOST_CHARACTERS) last.push(action);
    else parts.push([action]);
  }
  return parts.map((actions, index) => documentOf(actions, index + 1));
}

/** What IAM counts of a policy. */
export function sizeOf(document: PolicyDocument): number {
  return JSON.stringify(document).length;
}

interface Caller {
  readonly partition: string;
  readonly role: string;
  /** Sessions carry tags. */
  readonly tagged: boolean;
}

/**
 * What whoever runs a collection needs beside that: to enter the role of the accounts, to look at how they are tagged
 * where that leaves some out, and to ask what its own policies come to.
 */
export function callerPolicy({ partition, role, tagged }: Caller): PolicyDocument {
  const enter = {
    Sid: "CausewayEnters",
    Effect: "Allow",
    Action: ["sts:AssumeRole", ...(tagged ? ["sts:TagSession"] : [])],
    Resource: `arn:${partition}:iam::*:role/${role.replace(/^\//, "")}`,
  };
  const plan = {
    Sid: "CausewayPlans",
    Effect: "Allow",
    Action: ["iam:GetRole", "iam:SimulatePrincipalPolicy", "organizations:ListTagsForResource"],
    Resource: "*",
  };
  return { Version: "2012-10-17", Statement: [enter, plan] };
}

function documentOf(actions: readonly string[], number: number): PolicyDocument {
  const statement = { Sid: `CausewayReads${number}`, Effect: "Allow", Action: actions, Resource: "*" };
  return { Version: "2012-10-17", Statement: [statement] };
}
