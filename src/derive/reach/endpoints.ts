import { throughFirewall } from "./firewall.js";
import type { Flow } from "./flow.js";
import { fromSubnet, throughAcl, type Via } from "./vpc.js";
import type { Walker } from "./walker.js";

/**
 * Routes to endpoints: a gateway endpoint leads to a service of the provider, the endpoint of a firewall through
 * its rules and on from its own subnet, a gateway load balancer's to appliances that nobody here knows.
 */
export function intoEndpoint(walker: Walker, flow: Flow, { target, subnet, network }: Via): void {
  const { fabric } = walker;
  const { endpointType = "", service = target } = fabric.is(target, "endpoint");
  const [firewall] = fabric.many(target, "firewalls");
  if (firewall !== undefined) {
    inspect(walker, flow, { endpoint: target, firewall, subnet });
    return;
  }
  if (endpointType === "Gateway") intoService(walker, { ...flow, service: network }, { target, service });
  else
    walker.doubt(flow, {
      node: target,
      says: `what the appliances behind ${fabric.label(target)} do is not known`,
      gaps: fabric.holes.at(target, "routed_by"),
    });
}

/** The endpoint's policy is about requests, which are not packets: it is named, not judged. */
function intoService(
  walker: Walker,
  flow: Flow,
  { target, service }: { target: string; service: string },
): void {
  const { goal } = walker;
  // An answer to a client on the internet does not get back through it.
  if ((goal.kind !== "internet" && goal.kind !== "anywhere") || walker.reply) {
    walker.end("unrouted", flow, {
      node: target,
      what: "lost",
      says: `the endpoint leads to ${service} alone`,
    });
    return;
  }
  walker.assumes.add(
    `the policy of ${walker.fabric.label(target)} is not judged: it is about requests, not packets`,
  );
  walker.arrive(flow, { node: target, says: `arrives at ${service} by its gateway endpoint` });
}

function inspect(
  walker: Walker,
  flow: Flow,
  { endpoint, firewall, subnet }: { endpoint: string; firewall: string; subnet: string | undefined },
): void {
  const { fabric } = walker;
  const [own] = fabric.many(endpoint, "subnets");
  if (own === undefined) {
    walker.doubt(flow, { node: endpoint, says: "the subnet of the firewall's endpoint is not known" });
    return;
  }
  const came = own === subnet ? flow : throughAcl(walker, flow, { subnet: own, direction: "ingress" });
  const judged = came === undefined ? undefined : throughFirewall(walker, came, { firewall, endpoint });
  const network = fabric.one(own, "network");
  const on = judged === undefined ? undefined : walker.step(judged, endpoint);
  if (on !== undefined && network !== undefined) fromSubnet(walker, on, { network, subnet: own });
}
