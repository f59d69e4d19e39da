import { worded } from "../../dns/name.js";
import { globalBase, shortId, zoneAsked } from "../../dns/zone-identity.js";
import type { Item } from "../../item.js";
import type { Resource } from "../../resource.js";

/**
 * DNSSEC of a public zone; private ones are never signed.
 * https://docs.aws.amazon.com/Route53/latest/APIReference/API_GetDNSSEC.html
 */
export const zoneSigning: Resource = {
  service: "route53",
  operation: "GetDNSSEC",
  list: "Status",
  object: ["Status"],
  recognizes: (whole) => whole?.["KeySigningKeys"] !== undefined,
  actions: ["route53:GetDNSSEC"],
  kinds: ["zone"],
  types: ["aws.hosted-zone"],
  scope: "account",
  needsEnvelope: true,
  each: {
    of: "route53:ListHostedZones",
    input(zone) {
      const id = zone.text("Id");
      const isPrivate = zone.child("Config")?.flag("PrivateZone") === true;
      return id === null || isPrivate ? null : { HostedZoneId: shortId(id) };
    },
    node: zoneAsked("HostedZoneId"),
  },
  normalize({ items: [whole], input, draft }) {
    const id = zoneAsked("HostedZoneId")(input, draft.place);
    if (whole === undefined || id === null) return;
    const item = whole.about(id);
    const status = item.child("Status");
    draft.node({
      ...globalBase(item, { id, name: null }),
      kind: "zone",
      type: "aws.hosted-zone",
      is: {
        signing: {
          status: worded(status?.text("ServeSignature") ?? null) ?? "unknown",
          message: status?.text("StatusMessage") || null,
          keys: item
            .list("KeySigningKeys")
            .map(keyOf)
            .sort((a, b) => (a.name < b.name ? -1 : 1)),
        },
      },
    });
  },
};

function keyOf(key: Item) {
  return {
    name: key.text("Name") ?? "",
    status: worded(key.text("Status")) ?? "unknown",
    kmsKey: key.text("KmsArn"),
    keyTag: key.int("KeyTag"),
    algorithm: key.int("SigningAlgorithmType"),
    digestType: key.int("DigestAlgorithmType"),
    digest: key.text("DigestValue")?.toLowerCase() ?? null,
  };
}
