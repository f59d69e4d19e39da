import type { Fabric } from "../fabric.js";
import type { Nic } from "../nics.js";

/** The cards that a filter judges: those of a group, of the subnets of an ACL, of the host of a chain. */
export function cardsBehind(fabric: Fabric, filter: string): Nic[] {
  const hosts = fabric.many(filter, "hosts");
  const subnets = fabric.many(filter, "subnets");
  const ids = [
    ...fabric.many(filter, "interfaces"),
    ...hosts,
    ...hosts.flatMap((host) => fabric.many(host, "interfaces")),
    ...subnets.flatMap((subnet) => [...fabric.many(subnet, "interfaces"), ...fabric.many(subnet, "hosts")]),
  ];
  return [...new Set(ids)].sort().flatMap((id) => fabric.nic(id) ?? []);
}
