import { isObject } from "../../../../model/index.js";
import { namesIn } from "../../dns/name.js";
import { globalBase, globalIdentity, shortId, zoneAsked } from "../../dns/zone-identity.js";
import type { Resource } from "../../resource.js";

const byId = zoneAsked("Id");

/**
 * Who answers a public zone, and which networks a private one is answered in.
 * https://docs.aws.amazon.com/Route53/latest/APIReference/API_GetHostedZone.html
 */
export const hostedZoneDescriptions: Resource = {
  service: "route53",
  operation: "GetHostedZone",
  list: "HostedZone",
  object: ["HostedZone"],
  actions: ["route53:GetHostedZone"],
  kinds: ["zone"],
  types: ["aws.hosted-zone"],
  scope: "account",
  each: {
    of: "route53:ListHostedZones",
    input(zone) {
      const id = zone.text("Id");
      return id === null ? null : { Id: shortId(id) };
    },
    node(input, place) {
      const own = input["HostedZone"];
      return byId(isObject(own ?? null) ? (own as typeof input) : input, place);
    },
  },
  normalize({ items: [whole], draft }) {
    const told = whole?.child("HostedZone") ?? null;
    const zone = told === null ? null : globalIdentity(told, "hostedzone");
    if (whole === undefined || zone === null) return;
    const { id } = zone;
    const item = whole.about(id);
    const delegation = item.child("DelegationSet");
    draft.node({
      ...globalBase(item, { id, name: null }),
      kind: "zone",
      type: "aws.hosted-zone",
      is: {
        nameServers: delegation === null ? [] : namesIn(delegation, "NameServers").sort(),
        delegationSet: delegation?.text("Id") || null,
      },
    });
    for (const network of item.list("VPCs")) {
      const { pointer } = network;
      const [to, region] = [network.text("VPCId"), network.text("VPCRegion")];
      if (to === null) network.gap("unparsed", "A network of a private zone has no VPCId");
      draft.edge({ from: id, relation: "networks", to, pointer, region });
    }
  },
};
