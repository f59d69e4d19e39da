import type { JsonObject } from "../../../model/index.js";
import type { NodeDraft } from "../draft.js";
import type { Item } from "../item.js";
import { partsOfArn } from "../names.js";
import type { Place } from "../place.js";
import type { Each, Page } from "../resource.js";
import { globalScope } from "./iam-identity.js";

/**
 * By which an account's own view of an instance is named: members of an organization see its instance, and may
 * read nothing of it.
 */
export function instanceSeenBy(instance: string, { account = "" }: Place): string {
  return `aws:identity-center:${account}:${instance}`;
}

/**
 * Asks about every instance.
 * @param relations path segments that stay unknown without the answer, of the instance as this account sees it
 */
export function eachInstance(relations: readonly string[]): Each {
  return {
    of: "sso-admin:ListInstances",
    input(instance) {
      const arn = instance.text("InstanceArn");
      return arn === null ? null : { InstanceArn: arn };
    },
    node: ({ InstanceArn: arn }, place) =>
      typeof arn === "string" && partsOfArn(arn) !== null ? instanceSeenBy(arn, place) : null,
    relations,
  };
}

/** Asks about every permission set of an instance. */
export function eachPermissionSet(relations?: readonly string[]): Each {
  return {
    of: "sso-admin:ListPermissionSets",
    input: (list, { InstanceArn }) =>
      list
        .texts("PermissionSets")
        .map((arn) => ({ InstanceArn: InstanceArn ?? null, PermissionSetArn: arn })),
    node: ({ PermissionSetArn: arn }) => (typeof arn === "string" && partsOfArn(arn) !== null ? arn : null),
    ...(relations === undefined ? {} : { relations }),
  };
}

/** The answer and the permission set that it was asked about. */
export function aboutPermissionSet({ items: [whole], input }: Page): { id: string; item: Item } | null {
  const id = input["PermissionSetArn"];
  return whole === undefined || typeof id !== "string" ? null : { id, item: whole.about(id) };
}

/** A permission set by its ARN: it is the organization's, and of no account. */
export function permissionSet(
  id: string,
  place: Place,
  { native, pointer }: { native: JsonObject; pointer: string },
): Omit<NodeDraft<"permission-set">, "is"> {
  const { region } = place;
  return {
    ...{ id, kind: "permission-set", type: "aws.permission-set", label: shortOf(id) },
    ...{ aliases: [shortOf(id)], native, pointer },
    scope: { ...globalScope(id), ...(region === undefined ? {} : { region }) },
  };
}

/** `arn:aws:sso:::permissionSet/ssoins-1/ps-2` is ps-2. */
function shortOf(arn: string): string {
  return arn.replace(/^.*\//s, "");
}
