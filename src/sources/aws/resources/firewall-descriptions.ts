import { isObject } from "../../../model/index.js";
import { askedAbout, byFirewallArn, byListedArn } from "../firewalls/firewall-identity.js";
import { nameOf } from "../firewalls/group.js";
import type { Item } from "../item.js";
import { partsOfArn } from "../names.js";
import { scopeOf } from "../place.js";
import type { Resource } from "../resource.js";

/** Members by which a firewall does more than to inspect what routes bring to its endpoints. */
const MORE = [
  "ProxySettings",
  "NatGatewayCreateMappings",
  "TransparentFilteringNatScope",
  "TransitGatewayId",
];

/** https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_DescribeFirewall.html */
export const firewallDescriptions: Resource = {
  service: "network-firewall",
  operation: "DescribeFirewall",
  list: "Firewall",
  object: ["Firewall"],
  recognizes(whole) {
    const own = whole?.["Firewall"] ?? null;
    return isObject(own) && typeof own["FirewallArn"] === "string";
  },
  actions: ["network-firewall:DescribeFirewall"],
  kinds: ["firewall"],
  types: ["aws.network-firewall"],
  scope: "region",
  each: {
    of: "network-firewall:ListFirewalls",
    input: byListedArn("FirewallArn", "FirewallArn"),
    node: askedAbout({
      ...{ arn: "FirewallArn", name: "FirewallName", whole: "Firewall" },
      word: () => "firewall",
    }),
  },
  normalize({ items: [whole], draft }) {
    const firewall = byFirewallArn(whole?.child("Firewall") ?? null, "FirewallArn");
    if (whole === undefined || firewall === null) return;
    const { id, item, scope, tags } = firewall;
    const { pointer } = item;
    const status = whole.about(id).child("FirewallStatus");
    const endpoints = endpointsOf(status);
    draft.node({
      ...{ id, kind: "firewall", type: "aws.network-firewall", label: nameOf(id), scope, tags, pointer },
      is: {
        name: nameOf(id),
        state: (status?.text("Status") ?? "unknown").toLowerCase(),
        endpoints,
        protections: {
          deletion: item.flag("DeleteProtection"),
          subnets: item.flag("SubnetChangeProtection"),
          policy: item.flag("FirewallPolicyChangeProtection"),
        },
        key: keyOf(item.child("EncryptionConfiguration")),
        unmodelled: MORE.filter((name) => isTold(item.json[name])).sort(),
      },
      native: whole.json,
    });
    draft.edge({ from: id, relation: "network", to: item.text("VpcId"), pointer });
    for (const subnet of item.list("SubnetMappings"))
      draft.edge({ from: id, relation: "subnets", to: subnet.text("SubnetId"), pointer: subnet.pointer });
    for (const { endpoint } of endpoints)
      draft.edge({ from: id, relation: "endpoints", to: endpoint, pointer: status?.pointer ?? pointer });
    addPolicy(item, id);
  },
};

/** The policy that it follows, so that what is not known of it has a place. */
function addPolicy(item: Item, from: string): void {
  const to = item.text("FirewallPolicyArn");
  if (to === null) return;
  const { draft, pointer } = item;
  const { account, region } = partsOfArn(to) ?? {};
  draft.node({
    ...{ id: to, kind: "firewall-policy", type: "aws.network-firewall-policy", label: nameOf(to) },
    ...{ scope: scopeOf(draft.place, account, region), is: {}, native: {}, pointer },
  });
  draft.edge({ from, relation: "policy", to, pointer });
}

/** https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_EncryptionConfiguration.html */
function keyOf(encryption: Item | null): string | null {
  return encryption?.text("Type") === "CUSTOMER_KMS" ? encryption.text("KeyId") : null;
}

/** Endpoints by their zones. */
function endpointsOf(status: Item | null) {
  const states = status?.child("SyncStates") ?? null;
  return Object.keys(states?.json ?? {})
    .sort()
    .flatMap((zone) => {
      const at = states?.child(zone)?.child("Attachment") ?? null;
      if (at === null) return [];
      const state = (at.text("Status") ?? "unknown").toLowerCase();
      return [{ zone, subnet: at.text("SubnetId"), endpoint: at.text("EndpointId"), state }];
    });
}

function isTold(value: unknown): boolean {
  return value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
}
