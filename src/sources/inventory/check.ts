import { InputError, type Place } from "../../model/index.js";
import { formatAddress, formatCidr, parseAddress, parseCidr } from "../../net/index.js";
import { isCountry } from "./countries.js";
import type { Entries, Entry } from "./entries.js";

/**
 * Checks what only the whole inventory can tell: ids are unique, what is named is there, texts that must be
 * countries, blocks and addresses are.
 * @throws InputError at the first that does not hold
 */
export function checkEntries({ sites, networks, hosts, interfaces }: Entries): void {
  const siteIds = unique(
    "site",
    sites.map((entry) => [entry.value.id, entry.member("id")]),
  );
  const networkIds = unique(
    "network",
    networks.map((entry) => [entry.value.id, entry.member("id")]),
  );
  const hostIds = unique(
    "host",
    hosts.map((entry) => [entry.value.id, entry.member("id")]),
  );
  unique(
    "interface",
    interfaces.map((entry) => [`${entry.value.host} ${entry.value.value.name}`, entry.member("name")]),
  );
  for (const site of sites) {
    const { country, ranges = [] } = site.value;
    if (country !== undefined && !isCountry(country)) {
      throw new InputError(
        `${country} is no country of ISO 3166-1`,
        site.member("country"),
        "write its two-letter code, e.g. DE",
      );
    }
    blocks(site, ranges);
  }
  for (const network of networks) {
    named("site", network.value.site, { known: siteIds, place: network.member("site") });
    blocks(network, network.value.ranges ?? []);
  }
  for (const host of hosts) {
    named("site", host.value.site, { known: siteIds, place: host.member("site") });
    addresses(host, "addresses", host.value.addresses ?? []);
    addresses(host, "publicAddresses", host.value.publicAddresses ?? []);
  }
  for (const entry of interfaces) {
    const { host, value } = entry.value;
    named("host", host, { known: hostIds, place: entry.member("host") });
    named("network", value.network, { known: networkIds, place: entry.member("network") });
    addresses(entry, "addresses", value.addresses ?? []);
    addresses(entry, "publicAddresses", value.publicAddresses ?? []);
  }
}

function unique(what: string, ids: readonly (readonly [id: string, place: Place])[]): ReadonlySet<string> {
  const seen = new Map<string, Place>();
  for (const [id, place] of ids) {
    const first = seen.get(id);
    if (first !== undefined) {
      const where = `${first.path}${first.line === undefined ? "" : `:${first.line}`}`;
      throw new InputError(
        `the ${what} ${id} is there twice, first at ${where}`,
        place,
        "give each its own id, or leave one out",
      );
    }
    seen.set(id, place);
  }
  return new Set(seen.keys());
}

function named(
  what: string,
  id: string | undefined,
  { known, place }: { known: ReadonlySet<string>; place: Place },
): void {
  if (id === undefined || known.has(id)) return;
  const some = [...known].sort().slice(0, 5).join(", ");
  const next = known.size === 0 ? `add the ${what}` : `add the ${what}, or name one that is there: ${some}`;
  throw new InputError(`there is no ${what} ${JSON.stringify(id)}`, place, next);
}

function blocks<T>(entry: Entry<T>, ranges: readonly string[]): void {
  for (const [index, text] of ranges.entries()) {
    if (parseCidr(text) !== null) continue;
    throw new InputError(
      `${JSON.stringify(text)} is no CIDR block`,
      entry.member(`ranges/${index}`),
      "write address/length, e.g. 10.20.0.0/16 or 2001:db8::/48",
    );
  }
}

function addresses<T>(entry: Entry<T>, member: string, texts: readonly string[]): void {
  for (const [index, text] of texts.entries()) {
    if (addressOf(text) !== null) continue;
    throw new InputError(
      `${JSON.stringify(text)} is no address`,
      entry.member(`${member}/${index}`),
      "write e.g. 10.20.0.1 or 2001:db8::1",
    );
  }
}

/** The address of a text, canonical; `10.0.0.1/24`, as interfaces are often written, is 10.0.0.1. */
export function addressOf(text: string): string | null {
  const [bare = ""] = text.split("/");
  const address = text === bare || parseCidr(text) !== null ? parseAddress(bare) : null;
  return address === null ? null : formatAddress(address);
}

/** Canonical blocks, sorted. */
export function blocksOf(ranges: readonly string[]): string[] {
  const known = ranges.map(parseCidr).filter((cidr) => cidr !== null);
  return [...new Set(known.map(formatCidr))].sort();
}
