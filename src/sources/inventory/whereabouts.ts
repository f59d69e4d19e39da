import { type Gap, gapOf, hostId, siteId } from "../../model/index.js";
import { AddressSet, cidrRange, isPublic, parseAddress, parseCidr } from "../../net/index.js";
import { addressOf } from "./check.js";
import type { Entries, Entry } from "./entries.js";
import { placeOf } from "./nodes.js";
import type { Site } from "./schema.js";

interface Ranged {
  readonly entry: Entry<Site>;
  readonly set: AddressSet;
}

/** What an inventory says against itself about where things are: told, not decided. */
export function contradictions(entries: Entries): Gap[] {
  const sites = entries.sites.map((entry) => ({ entry, set: setOf(entry.value.ranges ?? []) }));
  return [...overlaps(sites), ...strays(entries, sites)];
}

/** Addresses that two sites claim: where they are, and under whose law, is not settled. */
function overlaps(sites: readonly Ranged[]): Gap[] {
  return sites.flatMap(({ entry, set }, index) =>
    sites.slice(index + 1).flatMap((other) => {
      if (!set.overlaps(other.set)) return [];
      const ids = [entry.value.id, other.entry.value.id];
      const message = `The sites ${ids.join(" and ")} claim the same addresses`;
      return [
        gapOf({
          reason: "conflict",
          message,
          at: placeOf(other.entry),
          touches: { nodes: ids.map(siteId) },
        }),
      ];
    }),
  );
}

/**
 * Hosts with an address of another site, or with a private one that no site claims. Public addresses outside
 * a site's ranges are nothing unusual: an uplink has its provider's.
 */
function strays({ hosts, interfaces }: Entries, sites: readonly Ranged[]): Gap[] {
  const own = new Map(sites.map((site) => [site.entry.value.id, site]));
  const siteOf = new Map(hosts.map(({ value }) => [value.id, value.site]));
  const told = [
    ...hosts.map((entry) => ({
      entry: entry as Entry<unknown>,
      host: entry.value.id,
      addresses: entry.value.addresses ?? [],
    })),
    ...interfaces.map((entry) => ({
      entry: entry as Entry<unknown>,
      host: entry.value.host,
      addresses: entry.value.value.addresses ?? [],
    })),
  ];
  return told.flatMap(({ entry, host, addresses }) => {
    const site = own.get(siteOf.get(host) ?? "");
    if (site === undefined || site.set.isEmpty()) return [];
    return addresses.flatMap((text) => {
      const address = parseAddress(addressOf(text) ?? "");
      if (address === null || site.set.contains(address)) return [];
      const other = sites.find(({ set }) => set.contains(address));
      if (other === undefined && isPublic(address)) return [];
      const where =
        other === undefined ? "in no site's ranges" : `in the ranges of site ${other.entry.value.id}`;
      const message = `${host} is at site ${site.entry.value.id}, and its address ${addressOf(text)} is ${where}`;
      return [
        gapOf({
          reason: "conflict",
          message,
          at: placeOf(entry),
          touches: { nodes: [hostId(host)], relations: ["site"] },
        }),
      ];
    });
  });
}

function setOf(ranges: readonly string[]): AddressSet {
  return AddressSet.ofRanges(
    ranges
      .map(parseCidr)
      .filter((cidr) => cidr !== null)
      .map(cidrRange),
  );
}
