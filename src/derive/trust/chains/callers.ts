import type { EstateNode } from "../../../model/index.js";
import type { Context } from "../decide.js";
import type { Holding } from "../holdings.js";
import type { Class } from "./classes.js";

/** A role or user of the estate, as one that asks to become somebody. */
export interface Caller {
  readonly vertex: number;
  readonly arn: string;
  readonly kind: "role" | "user";
  readonly name: string;
  readonly account: string;
  readonly partition: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly holding: Holding;
  /** What it may do about taking roles, together with others like it. */
  assumes: Class | undefined;
}

export function callerOf(
  node: EstateNode<"role"> | EstateNode<"user">,
  vertex: number,
  holding: Holding,
): Caller {
  return {
    ...{
      vertex,
      holding,
      arn: node.id,
      kind: node.kind,
      name: node.is.name ?? node.label,
      assumes: undefined,
    },
    account: node.scope.account ?? "",
    partition: node.scope.partition ?? "aws",
    tags: node.kind === "user" ? node.tags : {},
  };
}

/** Keys that differ between principals of one account. */
export const PERSONAL = /^aws:(?:principalarn|principaltype|username|userid|principaltag\/.*)$/;

/** What a service would send, and nobody else does. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
const OF_SERVICES = new Set(["aws:sourceaccount", "aws:sourcearn", "aws:sourceorgid", "aws:sourceorgpaths"]);
const NO = ["false"] as const;

/** What is known of requests of anybody in an account. `organization`: null where nobody told. */
export function ofAccount(account: string | null, organization: string | null): Context {
  return (key) => {
    if (key === "aws:principalaccount") return account === null ? undefined : [account];
    if (key === "aws:principalorgid") return organization === null ? undefined : [organization];
    if (key === "aws:principalisawsservice" || key === "aws:viaawsservice") return NO;
    return OF_SERVICES.has(key) ? null : undefined;
  };
}

/** The same of one principal. Tags of a role's session are not known. */
export function ofCaller(caller: Caller, account: Context): Context {
  const user = caller.kind === "user";
  return (key) => {
    if (key === "aws:principalarn") return [caller.arn];
    if (key === "aws:principaltype") return [user ? "User" : "AssumedRole"];
    if (key === "aws:username") return user ? [caller.name] : null;
    if (!key.startsWith("aws:principaltag/")) return account(key);
    if (!user) return undefined;
    const name = key.slice("aws:principaltag/".length);
    const tag = Object.entries(caller.tags).find(([each]) => each.toLowerCase() === name);
    return tag === undefined ? null : [tag[1]];
  };
}

/** And some keys that are known beside. */
export function withKeys(context: Context, known: Readonly<Record<string, readonly string[]>>): Context {
  return (key) => known[key] ?? context(key);
}
