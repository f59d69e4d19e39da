import type { FactsByKind } from "../../../../model/index.js";
import { sortedTexts } from "../../block.js";
import { ACCELERATION, acceleratorOf } from "../../hybrid/acceleration.js";
import { arnIn, askBy } from "../../hybrid/asked.js";
import { named } from "../../hybrid/named.js";
import type { Item } from "../../item.js";
import { isRegion } from "../../names.js";
import { type Resource, tokens } from "../../resource.js";

/** Addresses by which the internet comes in anywhere. https://docs.aws.amazon.com/global-accelerator/latest/api/API_Accelerator.html */
export const accelerators: Resource = {
  ...ACCELERATION,
  operation: "ListAccelerators",
  list: "Accelerators",
  actions: ["globalaccelerator:ListAccelerators"],
  kinds: ["entry-point"],
  types: ["aws.accelerator"],
  optional: true,
  paging: tokens(100),
  normalize({ items, draft }) {
    for (const raw of items) {
      const one = named(raw, { arn: "AcceleratorArn", name: "Name" });
      if (one === null) continue;
      const { item, name, base } = one;
      const sets = item.list("IpSets");
      draft.node({
        ...{ ...base, kind: "entry-point", type: "aws.accelerator" },
        is: {
          ...{ name, entryType: "accelerator", public: true, defaultDomain: true, unmodelled: [] },
          state: item.text("Status")?.toLowerCase() ?? null,
          enabled: item.flag("Enabled"),
          domains: [item.text("DnsName"), item.text("DualStackDnsName")].flatMap((text) => text ?? []),
          ...{ tlsMinimum: null, certificate: null },
          addresses: sortedTexts(sets.flatMap((set) => set.texts("IpAddresses"))),
        },
      });
    }
  },
};

/** https://docs.aws.amazon.com/global-accelerator/latest/api/API_Listener.html */
export const acceleratorListeners: Resource = {
  ...ACCELERATION,
  operation: "ListListeners",
  list: "Listeners",
  recognizes: (first) => first !== undefined && Object.hasOwn(first, "PortRanges"),
  actions: ["globalaccelerator:ListListeners"],
  kinds: ["entry-point"],
  types: ["aws.accelerator"],
  needsEnvelope: true,
  paging: tokens(100),
  each: {
    of: "globalaccelerator:ListAccelerators",
    input: askBy("AcceleratorArn"),
    node: arnIn("AcceleratorArn"),
  },
  normalize({ items, input, draft }) {
    const id = arnIn("AcceleratorArn")(input);
    if (id === null) return;
    const listeners = items.map((raw) => {
      const item = raw.about(id);
      const listener = item.text("ListenerArn") ?? "";
      const protocol = (item.text("Protocol") ?? "unknown").toLowerCase();
      return { id: listener, protocol, ports: item.list("PortRanges").flatMap(rangeOf) };
    });
    draft.node({
      ...{ id, kind: "entry-point", type: "aws.accelerator", label: id.split("/").at(-1) ?? id },
      ...{ is: { acceleratorListeners: listeners }, native: {}, pointer: "" },
    });
  },
};

/** What answers behind a listener. https://docs.aws.amazon.com/global-accelerator/latest/api/API_EndpointGroup.html */
export const acceleratorGroups: Resource = {
  ...ACCELERATION,
  operation: "ListEndpointGroups",
  list: "EndpointGroups",
  actions: ["globalaccelerator:ListEndpointGroups"],
  kinds: ["endpoint-group"],
  types: ["aws.accelerator-endpoint-group"],
  paging: tokens(100),
  each: {
    of: "globalaccelerator:ListListeners",
    input: askBy("ListenerArn"),
    node: ({ ListenerArn: arn }) => (typeof arn === "string" ? acceleratorOf(arn) : null),
    // A group is a node of its own, which nothing else tells.
    hides: "always",
  },
  normalize({ items, draft }) {
    for (const raw of items) {
      const group = named(raw, { arn: "EndpointGroupArn" });
      if (group === null) continue;
      const { id: from, item, base } = group;
      const region = item.text("EndpointGroupRegion");
      const dial = item.json["TrafficDialPercentage"];
      const endpoints = item.list("EndpointDescriptions").flatMap(endpointOf);
      draft.node({
        ...{ ...base, kind: "endpoint-group", type: "aws.accelerator-endpoint-group" },
        is: {
          ...{ groupRegion: region, endpoints, listener: from.split("/endpoint-group/")[0] ?? from },
          trafficPercent: typeof dial === "number" ? dial : null,
          healthProtocol: item.text("HealthCheckProtocol")?.toLowerCase() ?? null,
          healthPort: item.int("HealthCheckPort"),
          ports: item.list("PortOverrides").flatMap((one) => {
            const [port, to] = [one.int("ListenerPort"), one.int("EndpointPort")];
            return port === null || to === null ? [] : [{ from: port, to }];
          }),
        },
      });
      draft.edge({ from, relation: "accelerator", to: acceleratorOf(from), pointer: item.pointer });
      const where = region !== null && isRegion(region) ? region : undefined;
      for (const { id: to } of endpoints)
        draft.edge({ from, relation: "leads_to", to, pointer: item.pointer, region: where });
    }
  },
};

type Endpoint = FactsByKind["endpoint-group"]["endpoints"][number];

function endpointOf(one: Item): Endpoint[] {
  const id = one.text("EndpointId");
  if (id === null) one.gap("unparsed", "An endpoint of an accelerator has no id");
  if (id === null) return [];
  const health = one.text("HealthState")?.toLowerCase() ?? null;
  const keepsClientAddress = one.flag("ClientIPPreservationEnabled");
  return [{ id, health, weight: one.int("Weight"), keepsClientAddress }];
}

function rangeOf(one: Item) {
  const [from, to] = [one.int("FromPort"), one.int("ToPort")];
  return from === null || to === null ? [] : [{ from, to }];
}

/** Whether it writes down who came. https://docs.aws.amazon.com/global-accelerator/latest/api/API_AcceleratorAttributes.html */
export const acceleratorAttributes: Resource = {
  ...ACCELERATION,
  operation: "DescribeAcceleratorAttributes",
  list: "AcceleratorAttributes",
  object: ["AcceleratorAttributes"],
  actions: ["globalaccelerator:DescribeAcceleratorAttributes"],
  kinds: ["entry-point"],
  types: ["aws.accelerator"],
  needsEnvelope: true,
  each: {
    of: "globalaccelerator:ListAccelerators",
    input: askBy("AcceleratorArn"),
    node: arnIn("AcceleratorArn"),
  },
  normalize({ items: [whole], input, draft }) {
    const id = arnIn("AcceleratorArn")(input);
    const told = id === null ? null : (whole?.about(id).child("AcceleratorAttributes") ?? null);
    if (id === null || told === null) return;
    const bucket = told.text("FlowLogsS3Bucket");
    const accessLogs = told.flag("FlowLogsEnabled") === true ? { destination: bucket, level: null } : null;
    draft.node({
      ...{ id, kind: "entry-point", type: "aws.accelerator", label: id.split("/").at(-1) ?? id },
      ...{ is: { accessLogs }, native: {}, pointer: told.pointer },
    });
  },
};
