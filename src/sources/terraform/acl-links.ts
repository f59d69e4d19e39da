import type { Edge, EstateNode } from "../../model/index.js";
import { ACL, linked, linkedList, SUBNET } from "./identities.js";
import { type Planned, unknownGap, type World } from "./planned.js";
import { blindStep, puts, type Step } from "./steps.js";

/** aws_network_acl_association. */
export function aclAssociation(planned: Planned, world: World): Step[] {
  const was = planned.before?.known("subnet_id");
  const left = was == null || planned.deed === "create" ? [] : [was];
  if (planned.deed === "delete" || planned.after === null) return subnetsLeft(planned, left, world);
  const [acl, subnet] = [linked(planned, ACL, world), linked(planned, SUBNET, world)];
  if (typeof acl !== "string" || typeof subnet !== "string") {
    const message = `${planned.change.address}: which ACL guards which subnet, the plan does not tell`;
    const everywhere = { kinds: ["subnet" as const], types: ["aws.subnet"], ...planned.where };
    const touches = typeof subnet === "string" ? { nodes: [subnet], relations: ["filters"] } : everywhere;
    return [blindStep(unknownGap(planned, message, touches))];
  }
  const moved = left.filter((id) => id !== subnet);
  return [...aclLinks(planned, { acl, subnets: [subnet] }, world), ...subnetsLeft(planned, moved, world)];
}

/**
 * Puts subnets behind an ACL. A subnet has one ACL, so that the old one must go: the subnet is put again as it
 * is, with the new edge in place of the old. Where it cannot be seen, that is left open.
 */
export function aclLinks(
  planned: Planned,
  { acl, subnets }: { acl: string; subnets: readonly string[] },
  { existing }: World,
): Step[] {
  return subnets.flatMap((subnet) => {
    const found = (existing?.(subnet) ?? []).filter(({ kind }) => kind === "subnet");
    const [running] = found as EstateNode[];
    const fresh = subnet.startsWith("planned:");
    const nodes = running !== undefined && found.length === 1 ? [running] : [];
    const from = nodes[0]?.id ?? subnet;
    const edges: Edge[] = [{ from, relation: "filters", to: acl, at: planned.at }];
    if (fresh || nodes.length > 0) return puts("link", planned, { nodes, edges, gaps: [] });
    const message = `${planned.change.address}: the ACL of ${subnet} changes, and the subnet was not collected`;
    return [blindStep(unknownGap(planned, message, { nodes: [subnet], relations: ["filters"] }))];
  });
}

/** Subnets that an ACL lets go fall back to the default ACL of their VPC, unless the plan gives them another. */
export function subnetsLeft(planned: Planned, subnets: readonly string[], world: World): Step[] {
  return subnets
    .filter((subnet) => !isTaken(subnet, planned, world))
    .map((subnet) => {
      const message = `${planned.change.address}: ${subnet} falls back to the default ACL of its VPC, which the plan does not tell`;
      return blindStep(unknownGap(planned, message, { nodes: [subnet], relations: ["filters"] }));
    });
}

function isTaken(subnet: string, by: Planned, world: World): boolean {
  return [...world.resources.values()].some((other) => {
    if (other === by || other.deed === "delete" || other.deed === "keep") return false;
    if (other.change.type === "aws_network_acl_association") return linked(other, SUBNET, world) === subnet;
    const guards = ["aws_network_acl", "aws_default_network_acl"].includes(other.change.type);
    return (
      guards && (linkedList(other, { ...SUBNET, attribute: "subnet_ids" }, world) ?? []).includes(subnet)
    );
  });
}
