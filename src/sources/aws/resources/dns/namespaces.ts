import { nameIn, worded } from "../../dns/name.js";
import { isCloudMap, nameServiceIdentity } from "../../dns/name-service-identity.js";
import { globalArn } from "../../dns/zone-identity.js";
import { type Resource, tokens } from "../../resource.js";

/** https://docs.aws.amazon.com/cloud-map/latest/api/API_NamespaceSummary.html */
export const namespaces: Resource = {
  service: "servicediscovery",
  operation: "ListNamespaces",
  list: "Namespaces",
  recognizes: isCloudMap,
  actions: ["servicediscovery:ListNamespaces"],
  kinds: ["name-service"],
  types: ["aws.cloud-map-namespace"],
  scope: "region",
  optional: true,
  paging: tokens(100),
  normalize({ items, draft }) {
    for (const raw of items) {
      const namespace = nameServiceIdentity(raw);
      if (namespace === null) continue;
      const { id: from, item, base } = namespace;
      const discovery = worded(item.text("Type")) ?? "unknown";
      const name = discovery.startsWith("dns") ? nameIn(item, "Name") : item.text("Name");
      draft.node({
        ...base,
        kind: "name-service",
        type: "aws.cloud-map-namespace",
        is: {
          ...(name === null ? {} : { name }),
          serviceType: "namespace",
          discovery,
          description: item.text("Description") || null,
          records: [],
          routingPolicy: null,
          healthCheck: null,
          instanceCount: null,
        },
      });
      const zone = item.child("Properties")?.child("DnsProperties")?.text("HostedZoneId") || null;
      const to = zone === null ? null : globalArn("hostedzone", zone);
      draft.edge({ from, relation: "zone", to, pointer: item.pointer });
    }
  },
};
