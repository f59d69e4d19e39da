import type { EstateNode } from "../../model/index.js";
import { cardSpots, type Spot } from "./ends.js";
import type { Fabric } from "./fabric.js";
import type { Nic } from "./nics.js";

/** The cards that a group guards, by class, and whether those are all of them and how the internet calls them is known. */
export function guardedBy(fabric: Fabric, filter: EstateNode<"filter">): { spots: Spot[]; certain: boolean } {
  const { id } = filter;
  const users = [...fabric.many(id, "interfaces"), ...fabric.many(id, "hosts")];
  const nics = users.flatMap((user) => fabric.nic(user) ?? []);
  const told = nics.every((nic) => isTold(fabric, nic));
  const balancers = fabric.many(id, "load_balancers");
  const faced = balancers.every((balancer) => fabric.balancerCards(balancer).length > 0);
  const certain = told && faced && !hidden(fabric, filter) && !(users.length === 0 && isPlanned(filter));
  return { spots: cardSpots(fabric, [...new Set(nics)], undefined), certain };
}

/** Where the card is and by which addresses it is called; of what a plan makes the public ones are not known yet. */
function isTold(fabric: Fabric, { id, addresses, unpaired, network, subnet, type }: Nic): boolean {
  if (addresses.isEmpty() || unpaired || network === undefined || subnet === undefined) return false;
  const { publicAddresses } = type === "host" ? fabric.is(id, "host") : fabric.is(id, "interface");
  return (
    publicAddresses !== undefined &&
    fabric.many(id, "addresses").every((address) => fabric.is(address, "address").publicAddress != null)
  );
}

/** What may be behind it and was not seen. */
function hidden({ holes }: Fabric, { id }: EstateNode): boolean {
  const named = ["interfaces", "hosts", "load_balancers"].some((segment) => holes.at(id, segment).length > 0);
  return named || (["interface", "host"] as const).some((kind) => holes.hidingNear(kind, id).length > 0);
}

/** Who will use a group that a plan makes may be made by hand, or by another plan. */
function isPlanned({ at }: EstateNode): boolean {
  return at.source === "terraform";
}
