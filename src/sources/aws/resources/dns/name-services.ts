import { type FactsByKind, isObject, type JsonObject } from "../../../../model/index.js";
import { worded } from "../../dns/name.js";
import { isCloudMap, nameServiceIdentity } from "../../dns/name-service-identity.js";
import type { Item } from "../../item.js";
import { type Resource, tokens } from "../../resource.js";

type Facts = FactsByKind["name-service"];

/**
 * The services of one namespace: a service does not tell which it belongs to.
 * https://docs.aws.amazon.com/cloud-map/latest/api/API_ServiceSummary.html
 */
export const nameServices: Resource = {
  service: "servicediscovery",
  operation: "ListServices",
  list: "Services",
  recognizes: isCloudMap,
  actions: ["servicediscovery:ListServices"],
  kinds: ["name-service"],
  types: ["aws.cloud-map-service"],
  scope: "region",
  needsEnvelope: true,
  paging: tokens(100),
  isWhole: (input) => namespaceOf(input) !== null,
  each: {
    of: "servicediscovery:ListNamespaces",
    input(namespace) {
      const id = namespace.text("Id");
      return id === null ? null : { Filters: [{ Name: "NAMESPACE_ID", Values: [id], Condition: "EQ" }] };
    },
    node: namespaceOf,
    relations: ["services"],
  },
  normalize({ items, input, draft }) {
    for (const raw of items) {
      const service = nameServiceIdentity(raw);
      if (service === null) continue;
      const { id: from, item, base } = service;
      draft.node({ ...base, kind: "name-service", type: "aws.cloud-map-service", is: factsOf(item) });
      draft.edge({ from, relation: "namespace", to: namespaceOf(input), pointer: item.pointer });
    }
  },
};

/** The one namespace that a filter names; null where it asks for others, or for none. */
function namespaceOf({ Filters: filters }: JsonObject): string | null {
  const [filter = null, ...more] = Array.isArray(filters) ? filters : [];
  if (!isObject(filter) || more.length > 0 || filter["Name"] !== "NAMESPACE_ID") return null;
  const [id, ...others] = Array.isArray(filter["Values"]) ? filter["Values"] : [];
  return typeof id === "string" && others.length === 0 ? id : null;
}

function factsOf(item: Item): Facts {
  const dns = item.child("DnsConfig");
  return {
    name: item.text("Name") ?? "",
    serviceType: "service",
    discovery: worded(item.text("Type")) ?? (dns === null ? "http" : "dns"),
    description: item.text("Description") || null,
    records: (dns?.list("DnsRecords") ?? []).flatMap((record) => {
      const recordType = record.text("Type");
      return recordType === null ? [] : [{ recordType, ttl: record.int("TTL") }];
    }),
    routingPolicy: worded(dns?.text("RoutingPolicy") ?? null),
    healthCheck: checkOf(item),
    instanceCount: item.int("InstanceCount"),
  };
}

function checkOf(item: Item): Facts["healthCheck"] {
  const own = item.child("HealthCheckConfig");
  const custom = own === null ? item.child("HealthCheckCustomConfig") : null;
  const check = own ?? custom;
  if (check === null) return null;
  return {
    checkType: own === null ? "custom" : (worded(own.text("Type")) ?? "unknown"),
    path: check.text("ResourcePath"),
    failureThreshold: check.int("FailureThreshold"),
  };
}
