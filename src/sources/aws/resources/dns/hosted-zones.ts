import { nameIn } from "../../dns/name.js";
import { globalBase, globalIdentity } from "../../dns/zone-identity.js";
import { markers, type Resource } from "../../resource.js";

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_HostedZone.html */
export const hostedZones: Resource = {
  service: "route53",
  operation: "ListHostedZones",
  list: "HostedZones",
  actions: ["route53:ListHostedZones"],
  kinds: ["zone"],
  types: ["aws.hosted-zone"],
  scope: "account",
  optional: true,
  paging: markers("NextMarker", 100),
  normalize({ items, draft }) {
    for (const raw of items) {
      const zone = globalIdentity(raw, "hostedzone");
      if (zone === null) continue;
      const { id, item } = zone;
      const name = nameIn(item, "Name");
      const config = item.child("Config");
      const service = item.child("LinkedService");
      draft.node({
        ...globalBase(item, { id, name }),
        kind: "zone",
        type: "aws.hosted-zone",
        is: {
          ...(name === null ? {} : { name }),
          private: config?.flag("PrivateZone") ?? false,
          comment: config?.text("Comment") || null,
          recordCount: item.int("ResourceRecordSetCount"),
          service: service?.text("ServicePrincipal") ?? null,
        },
      });
    }
  },
};
