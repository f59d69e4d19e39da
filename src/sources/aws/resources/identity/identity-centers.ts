import { accountId } from "../../arn.js";
import { globalScope } from "../../identity/iam-identity.js";
import { instanceSeenBy } from "../../identity/permission-set.js";
import { momentOf } from "../../moment.js";
import { isAccount, partsOfArn } from "../../names.js";
import { scopeOf } from "../../place.js";
import { type Resource, tokens } from "../../resource.js";

/**
 * Instances of IAM Identity Center. Members see that of their organization; only its owner's answer makes a node.
 * https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_ListInstances.html
 */
export const identityCenters: Resource = {
  service: "sso-admin",
  operation: "ListInstances",
  list: "Instances",
  recognizes: (first) => first === undefined || typeof first["InstanceArn"] === "string",
  actions: ["sso:ListInstances"],
  kinds: ["identity-center"],
  types: ["aws.identity-center"],
  scope: "region",
  optional: true,
  paging: tokens(100),
  normalize({ items, draft }) {
    for (const raw of items) {
      const id = raw.text("InstanceArn");
      if (id === null || partsOfArn(id) === null) {
        raw.gap("unparsed", `${draft.place.call} answered with an item that has no InstanceArn`);
        continue;
      }
      const item = raw.about(id);
      const owner = item.text("OwnerAccountId") ?? draft.place.account;
      if (owner === undefined || !isAccount(owner) || owner !== draft.place.account) continue;
      draft.node({
        ...{ id, kind: "identity-center", type: "aws.identity-center" },
        label: item.text("Name") ?? id.replace(/^.*\//s, ""),
        aliases: [instanceSeenBy(id, draft.place)],
        scope: scopeOf(draft.place, owner, item.text("PrimaryRegion") ?? draft.place.region),
        is: {
          status: (item.text("Status") ?? "unknown").toLowerCase(),
          identityStore: item.text("IdentityStoreId"),
          created: momentOf(item, "CreatedDate"),
        },
        ...{ native: item.json, pointer: item.pointer },
      });
      const to = accountId(globalScope(id).partition ?? "aws", owner);
      draft.edge({ from: id, relation: "account", to, pointer: item.pointer });
    }
  },
};
