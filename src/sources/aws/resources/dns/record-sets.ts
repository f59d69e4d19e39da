import type { FactsByKind } from "../../../../model/index.js";
import { nameIn } from "../../dns/name.js";
import { valuesOf } from "../../dns/record-values.js";
import { routingOf } from "../../dns/routing.js";
import { globalArn, globalBase, shortId, zoneAsked } from "../../dns/zone-identity.js";
import type { Item } from "../../item.js";
import type { Resource } from "../../resource.js";

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html */
export const recordSets: Resource = {
  service: "route53",
  operation: "ListResourceRecordSets",
  list: "ResourceRecordSets",
  actions: ["route53:ListResourceRecordSets"],
  kinds: ["record"],
  types: ["aws.record-set"],
  scope: "account",
  needsEnvelope: true,
  paging: {
    input: "StartRecordName",
    output: "NextRecordName",
    beside: [
      ["NextRecordType", "StartRecordType"],
      ["NextRecordIdentifier", "StartRecordIdentifier"],
    ],
    size: { MaxItems: 300 },
  },
  each: {
    of: "route53:ListHostedZones",
    input(zone) {
      const id = zone.text("Id");
      return id === null ? null : { HostedZoneId: shortId(id) };
    },
    node: zoneAsked("HostedZoneId"),
    relations: ["records"],
  },
  normalize({ items, input, draft }) {
    const zone = zoneAsked("HostedZoneId")(input, draft.place);
    if (zone !== null) for (const raw of items) addRecord(raw, zone);
  },
};

function addRecord(raw: Item, zone: string): void {
  const { draft, pointer } = raw;
  const [text, type, identifier] = [raw.text("Name"), raw.text("Type"), raw.text("SetIdentifier")];
  const name = nameIn(raw, "Name");
  if (name === null || type === null || type === "") {
    if (text === null || name !== null) raw.gap("unparsed", "A record of a zone has no name or no type");
    return;
  }
  // The zone's own spelling: it has no slash.
  const id = `${zone}#${text}/${type}${identifier === null ? "" : `/${identifier}`}`;
  const item = raw.about(id);
  const label = `${name} ${type}${identifier === null ? "" : ` (${identifier})`}`;
  draft.node({
    ...globalBase(item, { id, name: null }),
    ...{ label, aliases: [], kind: "record", type: "aws.record-set", is: factsOf(item, name, type) },
  });
  draft.edge({ from: id, relation: "zone", to: zone, pointer });
  const check = item.text("HealthCheckId");
  if (check !== null && check !== "")
    draft.edge({ from: id, relation: "health_check", to: globalArn("healthcheck", check), pointer });
}

function factsOf(item: Item, name: string, type: string): FactsByKind["record"] {
  const alias = aliasOf(item);
  const values = valuesOf(item, type);
  const trafficPolicy = item.text("TrafficPolicyInstanceId");
  if (trafficPolicy !== null)
    item.gap("unmodelled", `A traffic policy decides what ${name} ${type} answers, and is not read`);
  else if (alias === null && values.values.length === 0)
    item.gap("unparsed", `${name} ${type} answers nothing that can be read`);
  return {
    name,
    wildcard: name.startsWith("*."),
    recordType: type,
    ttl: item.int("TTL"),
    ...values,
    ...(alias === null ? {} : { alias }),
    routing: routingOf(item),
    ...(trafficPolicy === null ? {} : { trafficPolicy }),
  };
}

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_AliasTarget.html */
function aliasOf(item: Item): NonNullable<FactsByKind["record"]["alias"]> | null {
  const target = item.child("AliasTarget");
  if (target === null) return null;
  const [zone, name] = [target.text("HostedZoneId"), nameIn(target, "DNSName")];
  if (zone !== null && name !== null)
    return { zone, name, evaluatesHealth: target.flag("EvaluateTargetHealth") ?? false };
  target.gap("unparsed", "An alias does not tell its target");
  return null;
}
