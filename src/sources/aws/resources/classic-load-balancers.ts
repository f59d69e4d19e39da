import { classicBalancerArn } from "../arn.js";
import { certificateEdges } from "../audit/certificate-key.js";
import { sortedTexts } from "../block.js";
import type { Draft } from "../draft.js";
import type { Item } from "../item.js";
import { MARKERS, type Resource } from "../resource.js";

/**
 * Classic load balancers, with the listeners and targets that stand inside them.
 * https://docs.aws.amazon.com/elasticloadbalancing/2012-06-01/APIReference/API_LoadBalancerDescription.html
 */
export const classicLoadBalancers: Resource = {
  service: "elb",
  operation: "DescribeLoadBalancers",
  list: "LoadBalancerDescriptions",
  actions: ["elasticloadbalancing:DescribeLoadBalancers"],
  kinds: ["load-balancer", "listener", "target"],
  types: ["aws.classic-load-balancer", "aws.listener", "aws.target"],
  scope: "region",
  paging: MARKERS,
  normalize({ items, draft }) {
    for (const raw of items) {
      const name = raw.text("LoadBalancerName");
      if (name === null) raw.gap("unparsed", "A classic load balancer has no name");
      else addBalancer(raw.about(classicBalancerArn(draft.place, name)), name, draft);
    }
  },
};

function addBalancer(item: Item, name: string, draft: Draft): void {
  const { pointer } = item;
  const from = draft.node({
    id: classicBalancerArn(draft.place, name),
    kind: "load-balancer",
    type: "aws.classic-load-balancer",
    label: name,
    is: {
      name,
      balancerType: "classic",
      scheme: item.text("Scheme") ?? "internet-facing",
      state: "active",
      addressFamily: "ipv4",
      ...(item.text("DNSName") === null ? {} : { dnsNames: [item.text("DNSName") ?? ""] }),
    },
    native: item.json,
    pointer,
  });
  draft.edge({ from, relation: "network", to: item.text("VPCId"), pointer });
  for (const to of item.texts("Subnets"))
    draft.edge({ from, relation: "subnets", to, pointer: `${pointer}/Subnets` });
  for (const to of item.texts("SecurityGroups"))
    draft.edge({ from, relation: "filters", to, pointer: `${pointer}/SecurityGroups` });
  for (const listener of item.list("ListenerDescriptions")) addListener(from, listener, draft);
  for (const instance of item.list("Instances")) addTarget(from, instance, draft);
}

function addListener(balancer: string, description: Item, draft: Draft): void {
  const listener = description.child("Listener");
  const port = listener?.int("LoadBalancerPort") ?? null;
  if (listener === null || port === null) {
    description.gap("unparsed", "A listener of a classic load balancer has no port");
    return;
  }
  const protocol = (listener.text("Protocol") ?? "unknown").toUpperCase();
  const certificates = sortedTexts([listener.text("SSLCertificateId") || null]);
  const { pointer } = description;
  const from = draft.node({
    id: `${balancer}#listener/${port}`,
    kind: "listener",
    type: "aws.listener",
    label: `${protocol}:${port}`,
    is: {
      protocol,
      port,
      // The policies are named here, and defined elsewhere.
      tlsPolicy: description.texts("PolicyNames")[0] ?? null,
      certificates,
      redirectsTo: null,
      targetPort: listener.int("InstancePort"),
    },
    native: description.json,
    pointer,
  });
  draft.edge({ from, relation: "load_balancer", to: balancer, pointer });
  certificateEdges(description, from, certificates);
}

/** Registered instances. Their health is another call's answer, which nobody asks for yet. */
function addTarget(balancer: string, instance: Item, draft: Draft): void {
  const target = instance.text("InstanceId");
  if (target === null) return;
  const { pointer } = instance;
  const from = draft.node({
    id: `${balancer}#target/${target}`,
    kind: "target",
    type: "aws.target",
    label: target,
    is: { target, port: null, health: "unknown", reason: null },
    native: instance.json,
    pointer,
  });
  draft.edge({ from, relation: "load_balancer", to: balancer, pointer });
  draft.edge({ from, relation: "host", to: target, pointer });
}
