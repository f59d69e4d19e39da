import { accountId } from "../../arn.js";
import { organizationSeenBy, organizationThing } from "../../identity/organization-identity.js";
import { isAccount } from "../../names.js";
import type { Resource } from "../../resource.js";

/**
 * The organization of the account. Every member may ask; only the management account's answer makes a node of it,
 * as members see nothing of what is in it.
 * https://docs.aws.amazon.com/organizations/latest/APIReference/API_DescribeOrganization.html
 */
export const organization: Resource = {
  service: "organizations",
  operation: "DescribeOrganization",
  list: "Organization",
  object: ["Organization"],
  actions: ["organizations:DescribeOrganization"],
  kinds: ["organization"],
  types: ["aws.organization"],
  scope: "account",
  optional: true,
  none: ["AWSOrganizationsNotInUseException"],
  normalize({ items: [whole], draft }) {
    const found = whole?.child("Organization") ?? null;
    if (whole !== undefined && found === null)
      whole.gap("unparsed", `${draft.place.call} answered without an organization`);
    const thing = found === null ? null : organizationThing(found);
    if (thing === null) return;
    const { id, item, base } = thing;
    const { account } = draft.place;
    const [managementAccount, featureSet] = [item.text("MasterAccountId"), item.text("FeatureSet")];
    const allFeatures = featureSet === null ? null : featureSet === "ALL";
    if (account === managementAccount || managementAccount === null)
      draft.node({
        ...{ ...base, kind: "organization", type: "aws.organization" },
        aliases: [...base.aliases, organizationSeenBy(draft.place)],
        is: { managementAccount, allFeatures },
      });
    const partition = base.scope.partition ?? "aws";
    if (account === undefined || !isAccount(account)) return;
    draft.node({
      ...{ id: accountId(partition, account), kind: "account", type: "aws.account", label: account },
      ...{ aliases: [account], scope: { provider: "aws", partition, account } },
      is: { organization: { id, managementAccount, allFeatures } },
      ...{ native: {}, pointer: item.pointer },
    });
  },
};
