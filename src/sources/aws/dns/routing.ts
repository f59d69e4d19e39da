import type { FactsByKind } from "../../../model/index.js";
import type { Item } from "../item.js";
import { worded } from "./name.js";

type Routing = FactsByKind["record"]["routing"];

/**
 * Which of several record sets of one name and type is answered.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy.html
 */
export function routingOf(item: Item): Routing {
  const identifier = item.text("SetIdentifier");
  const by = policyOf(item);
  if (identifier === null) return by ?? { policy: "simple" };
  if (by !== null) return { ...by, identifier };
  item.gap(
    "unmodelled",
    "One of several record sets does not tell when it is answered in a way that is known",
  );
  return { policy: "unknown", identifier };
}

function policyOf(item: Item): Routing | null {
  const weight = item.int("Weight");
  if (weight !== null) return { policy: "weighted", weight };
  const region = item.text("Region");
  if (region !== null) return { policy: "latency", region };
  const failover = worded(item.text("Failover"));
  if (failover !== null) return { policy: "failover", failover };
  const location = item.child("GeoLocation");
  if (location !== null) return { policy: "geolocation", location: placeOf(location) };
  const proximity = item.child("GeoProximityLocation");
  if (proximity !== null) return { policy: "geoproximity", proximity: nearnessOf(proximity) };
  const cidr = item.child("CidrRoutingConfig");
  const collection = cidr?.text("CollectionId") ?? null;
  if (cidr !== null && collection !== null)
    return { policy: "cidr", cidr: { collection, location: cidr.text("LocationName") } };
  return item.flag("MultiValueAnswer") === true ? { policy: "multivalue" } : null;
}

function placeOf(location: Item): NonNullable<Routing["location"]> {
  return {
    continent: location.text("ContinentCode"),
    country: location.text("CountryCode"),
    subdivision: location.text("SubdivisionCode"),
  };
}

function nearnessOf(proximity: Item): NonNullable<Routing["proximity"]> {
  const at = proximity.child("Coordinates");
  return {
    region: proximity.text("AWSRegion"),
    localZoneGroup: proximity.text("LocalZoneGroup"),
    latitude: at?.text("Latitude") ?? null,
    longitude: at?.text("Longitude") ?? null,
    bias: proximity.int("Bias"),
  };
}
