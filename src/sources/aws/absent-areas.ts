import { type Gap, gapOf } from "../../model/index.js";
import type { Touches } from "./draft.js";
import { placeAt, type Where, withoutPointer } from "./missing-gap.js";
import { touchedBy } from "./normalize.js";
import { REGISTRY } from "./registry.js";
import type { Resource, Service } from "./resource.js";

/** Services of networks: their lists are missed one by one, and those that few estates have are missed by nobody. */
const NETWORK: ReadonlySet<Service> = new Set([
  ...["ec2", "elbv2", "elb", "sts", "account", "directconnect", "network-firewall"],
] as Service[]);

/**
 * Services that were asked for nothing in a scope where others were: one gap each, with all the kinds that are
 * missing without them, so that nothing passes for want of having been looked at.
 */
export function absentAreas(where: Where, isAsked: (service: Service) => boolean): Gap[] {
  const scope = where.region === undefined ? "account" : "region";
  const lists = REGISTRY.filter(
    (one) => one.each === undefined && one.kinds.length > 0 && !NETWORK.has(one.service),
  )
    .filter((one) => one.scope === scope || (scope === "account" && one.globalInput !== undefined))
    .filter((one) => one.partitions?.includes(placeAt(where, one).partition) ?? true);
  const services = [...new Set(lists.map(({ service }) => service))];
  return services
    .filter((service) => !isAsked(service))
    .map((service) =>
      gapAbout(
        lists.filter((one) => one.service === service),
        where,
      ),
    );
}

function gapAbout(lists: readonly Resource[], where: Where): Gap {
  const [first] = lists as [Resource];
  const place = placeAt(where, first);
  const inside = where.account === undefined ? "an unknown account" : `account ${where.account}`;
  const told = where.region === undefined ? inside : `${where.region || "an unknown Region"} of ${inside}`;
  return gapOf({
    reason: "not-collected",
    message: `Nothing of ${first.service} was collected in ${told}`,
    at: withoutPointer(place.at("")),
    touches: together(lists.map((one) => touchedBy(one, place, {}))),
  });
}

/** Of these, networks are told some (volumes, images, Verified Access); others are missed with their own services. */
const OF_MANY: ReadonlySet<string> = new Set(["data-store", "data-copy", "entry-point"]);

/** Kinds that networks are made of are missed by their own calls; a folder without an area says nothing against them. */
const NETWORK_KINDS: ReadonlySet<string> = new Set(
  REGISTRY.filter(({ service }) => NETWORK.has(service))
    .flatMap(({ kinds }) => kinds)
    .filter((kind) => !OF_MANY.has(kind)),
);

function together(all: readonly Touches[]): Touches {
  const [first = {}] = all;
  const kinds = [...new Set(all.flatMap((one) => one.kinds ?? []))].filter(
    (kind) => !NETWORK_KINDS.has(kind),
  );
  const types = [...new Set(all.flatMap((one) => one.types ?? []))];
  return { ...first, kinds, types };
}
