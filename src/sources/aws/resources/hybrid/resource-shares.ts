import type { JsonObject } from "../../../../model/index.js";
import { regionId } from "../../arn.js";
import { arnIn } from "../../hybrid/asked.js";
import { named } from "../../hybrid/named.js";
import type { Item } from "../../item.js";
import { momentOf } from "../../moment.js";
import { isAccount, partsOfArn } from "../../names.js";
import { type Each, nextTokens, type Resource } from "../../resource.js";

/** What accounts share with each other: of their own, and of others. https://docs.aws.amazon.com/ram/latest/APIReference/API_ResourceShare.html */
export const resourceShares: Resource = {
  service: "ram",
  operation: "GetResourceShares",
  list: "resourceShares",
  actions: ["ram:GetResourceShares"],
  kinds: ["resource-share"],
  types: ["aws.resource-share"],
  scope: "region",
  optional: true,
  paging: nextTokens(500),
  each: {
    // Every Region has zones: their list is where both questions of a Region hang.
    of: "ec2:DescribeAvailabilityZones",
    input: () => [{ resourceOwner: "SELF" }, { resourceOwner: "OTHER-ACCOUNTS" }],
    node: ({ resourceOwner: owner }, { account, region }) =>
      account === undefined || region === undefined ? null : `${regionId(account, region)} ${String(owner)}`,
    ...{ hides: "always", optional: true },
  },
  normalize({ items, draft }) {
    for (const raw of items) {
      const share = named(raw, { arn: "resourceShareArn", name: "name" });
      if (share === null) continue;
      const { item, name, base } = share;
      const said = item.text("owningAccountId");
      const owner = said !== null && isAccount(said) ? said : (share.account ?? null);
      const { account } = draft.place;
      draft.node({
        ...{ ...base, kind: "resource-share", type: "aws.resource-share" },
        is: {
          ...{ name, owner, state: (item.text("status") ?? "unknown").toLowerCase() },
          mine: owner === null || account === undefined ? null : owner === account,
          external: item.flag("allowExternalPrincipals"),
          created: momentOf(item, "creationTime"),
        },
      });
    }
  },
};

/** The share that an input asks about: one at a time. */
const shareIn = ({ resourceShareArns: arns }: JsonObject): string | null =>
  Array.isArray(arns) && arns.length === 1 ? arnIn("arn")({ arn: arns[0] ?? null }) : null;

const EACH: Each = {
  of: "ram:GetResourceShares",
  input(share, { resourceOwner }) {
    const arn = share.text("resourceShareArn");
    if (arn === null || share.text("status") === "DELETED") return null;
    return { resourceShareArns: [arn], resourceOwner: resourceOwner ?? "SELF" };
  },
  node: shareIn,
};

/** https://docs.aws.amazon.com/ram/latest/APIReference/API_ListResources.html */
export const sharedResources: Resource = {
  service: "ram",
  operation: "ListResources",
  list: "resources",
  actions: ["ram:ListResources"],
  kinds: ["resource-share"],
  types: ["aws.resource-share"],
  scope: "region",
  needsEnvelope: true,
  input: { resourceRegionScope: "ALL" },
  paging: nextTokens(500),
  each: EACH,
  normalize({ items, input, draft }) {
    const id = shareIn(input);
    if (id === null) return;
    const resources = items.flatMap((raw) => {
      const item = raw.about(id);
      const resource = item.text("arn");
      if (resource === null) item.gap("unparsed", "A resource share holds something that has no arn");
      if (resource === null) return [];
      addEdge(item, id, resource);
      return [
        { resource, type: item.text("type") ?? "unknown", state: item.text("status")?.toLowerCase() ?? null },
      ];
    });
    addPart(draft, id, { resources });
  },
};

/** https://docs.aws.amazon.com/ram/latest/APIReference/API_ListPrincipals.html */
export const sharedWith: Resource = {
  service: "ram",
  operation: "ListPrincipals",
  list: "principals",
  actions: ["ram:ListPrincipals"],
  kinds: ["resource-share"],
  types: ["aws.resource-share"],
  scope: "region",
  needsEnvelope: true,
  paging: nextTokens(500),
  each: EACH,
  normalize({ items, input, draft }) {
    const id = shareIn(input);
    if (id === null) return;
    const principals = items.flatMap((raw) => {
      const item = raw.about(id);
      const principal = item.text("id");
      if (principal === null)
        item.gap("unparsed", "A resource share is shared with somebody who is not named");
      return principal === null ? [] : [{ principal, external: item.flag("external") }];
    });
    addPart(draft, id, { principals });
  },
};

function addPart(draft: Item["draft"], id: string, is: Partial<Parts>): void {
  const label = id.split("/").at(-1) ?? id;
  draft.node({ id, kind: "resource-share", type: "aws.resource-share", label, is, native: {}, pointer: "" });
}

interface Parts {
  readonly resources: { resource: string; type: string; state: string | null }[];
  readonly principals: { principal: string; external: boolean | null }[];
}

/** Types whose things are nodes here. https://docs.aws.amazon.com/ram/latest/userguide/shareable.html */
const GRAPHED = new Set([
  ...["ec2:Subnet", "ec2:TransitGateway", "ec2:PrefixList", "ec2:SecurityGroup", "ec2:CoipPool"],
  ...["ec2:LocalGatewayRouteTable", "ec2:TrafficMirrorTarget", "network-firewall:FirewallPolicy"],
  ...["route53resolver:ResolverRule", "route53resolver:FirewallRuleGroup", "outposts:Outpost"],
  ...["route53resolver:ResolverQueryLogConfig", "route53profiles:Profile", "vpc-lattice:Service"],
  ...["vpc-lattice:ServiceNetwork", "networkmanager:CoreNetwork"],
]);

function addEdge(item: Item, from: string, to: string): void {
  if (!GRAPHED.has(item.text("type") ?? "")) return;
  const { account, region } = partsOfArn(to) ?? {};
  item.draft.edge({ from, relation: "shares", to, pointer: item.pointer, account, region });
}
