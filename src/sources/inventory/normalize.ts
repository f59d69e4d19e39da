import {
  type Batch,
  type Edge,
  type EstateNode,
  type Gap,
  gapOf,
  InputError,
  type Provenance,
} from "../../model/index.js";
import {
  AddressSet,
  cidrRange,
  formatAddress,
  formatCidr,
  isPublic,
  parseAddress,
  parseCidr,
} from "../../net/index.js";
import { CSV_FILES, csvRows, nameOf } from "./csv-inventory.js";
import type { HostEntry, SiteEntry } from "./format.js";
import type { InventoryFile, Row } from "./row.js";
import { yamlRows } from "./yaml-inventory.js";

/** Is this file an inventory, by its name and first words? */
export function isInventoryFile({ path, text }: InventoryFile): boolean {
  if (CSV_FILES.some((name) => name === nameOf(path))) return true;
  return /\.ya?ml$/i.test(path) && /^inventory\s*:/m.test(text);
}

/** Sites, hosts and interfaces of all files together. Throws an InputError for what the user can mend. */
export function readInventory(files: readonly InventoryFile[]): Batch {
  const csv = files.filter(({ path }) => path.toLowerCase().endsWith(".csv"));
  const rows = [...csvRows(csv), ...files.filter((file) => !csv.includes(file)).flatMap(yamlRows)];
  const seen = new Map<string, Row>();
  const sites = new Map<string, AddressSet>();
  for (const row of rows) {
    const id = idOf(row);
    const first = seen.get(id);
    if (first !== undefined) {
      throw new InputError(
        `${id} is there twice, first in ${first.path}:${first.line}`,
        row,
        "give each its own id",
      );
    }
    seen.set(id, row);
    if (row.kind === "site") sites.set(row.site.id, rangesOf(row.site, row));
  }
  const parts = rows.map((row) =>
    row.kind === "site" ? sitePart(row.site, row) : hostPart(row.host, row, sites),
  );
  return {
    nodes: parts.flatMap(({ nodes }) => nodes),
    edges: parts.flatMap(({ edges }) => edges),
    gaps: [...parts.flatMap(({ gaps }) => gaps), ...overlaps(rows, sites)],
  };
}

const idOf = (row: Row) => (row.kind === "site" ? siteId(row.site.id) : hostId(row.host.id));
const siteId = (id: string) => `inventory:site/${id}`;
const hostId = (id: string) => `inventory:host/${id}`;
const placeOf = ({ path, line }: { path: string; line: number }): Provenance => ({
  source: "inventory",
  uri: path,
  line,
});
const scopeOf = (site: string) => ({ provider: "on-premises", site });

function rangesOf({ ranges = [] }: SiteEntry, place: Row): AddressSet {
  return AddressSet.ofRanges(ranges.map((text) => cidrRange(blockOf(text, place))));
}

function blockOf(text: string, place: { path: string; line: number }) {
  const cidr = parseCidr(text);
  if (cidr === null)
    throw new InputError(
      `"${text}" is not a CIDR block`,
      place,
      "write e.g. 192.168.10.0/24 or 2001:db8::/48",
    );
  return cidr;
}

function addressOf(text: string, place: { path: string; line: number }) {
  const address = parseAddress(text);
  if (address === null)
    throw new InputError(`"${text}" is not an IP address`, place, "write e.g. 192.168.10.7 or 2001:db8::7");
  return address;
}

function sitePart(site: SiteEntry, place: Row): Batch {
  const { id, name = id, country = null, owner = null, ranges = [], tags = {} } = site;
  const node: EstateNode<"site"> = {
    id: siteId(id),
    kind: "site",
    type: "inventory.site",
    label: name,
    aliases: [id],
    scope: scopeOf(id),
    tags,
    is: { name, country, cidrs: ranges.map((text) => formatCidr(blockOf(text, place))), owner },
    native: {},
    at: placeOf(place),
  };
  return { nodes: [node], edges: [], gaps: [] };
}

function hostPart(host: HostEntry, place: Row, sites: ReadonlyMap<string, AddressSet>): Batch {
  const { id, site, name = id, owner = null, platform = null, interfaces = [], tags = {} } = host;
  const ranges = sites.get(site);
  if (ranges === undefined)
    throw new InputError(
      `there is no site ${site}`,
      place,
      "name a site of the inventory, or add it to sites",
    );
  const texts = [
    ...new Set([...(host.addresses ?? []), ...interfaces.flatMap(({ addresses = [] }) => addresses)]),
  ];
  const addresses = texts.map((text) => addressOf(text, place));
  const at = placeOf(place);
  const scope = scopeOf(site);
  const node: EstateNode<"host"> = {
    id: hostId(id),
    kind: "host",
    type: "inventory.host",
    label: name,
    aliases: [id],
    scope,
    tags,
    is: {
      name,
      state: "known",
      addresses: addresses.map(formatAddress),
      publicAddresses: addresses.filter(isPublic).map(formatAddress),
      image: null,
      platform,
      owner,
    },
    native: {},
    at,
  };
  const own = interfaces.map((entry) => interfaceNode(entry, host, place));
  const edges: Edge[] = [
    { from: node.id, relation: "site", to: siteId(site), at },
    ...own.flatMap(({ id: from }): Edge[] => [
      { from, relation: "host", to: node.id, at },
      { from, relation: "site", to: siteId(site), at },
    ]),
  ];
  const outside = addresses.filter(
    (address) => !ranges.isEmpty() && !ranges.contains(address) && !isPublic(address),
  );
  return {
    nodes: [node, ...own],
    edges,
    gaps: outside.map((address) => strayGap(formatAddress(address), { node, site, at })),
  };
}

function interfaceNode(
  entry: NonNullable<HostEntry["interfaces"]>[number],
  host: HostEntry,
  place: Row,
): EstateNode<"interface"> {
  const addresses = (entry.addresses ?? []).map((text) => addressOf(text, place));
  return {
    id: `${hostId(host.id)}/${entry.name}`,
    kind: "interface",
    type: "inventory.interface",
    label: `${entry.name} of ${host.name ?? host.id}`,
    aliases: [],
    scope: scopeOf(host.site),
    tags: {},
    is: {
      addresses: addresses.map(formatAddress),
      publicAddresses: addresses.filter(isPublic).map(formatAddress),
      interfaceType: "inventory",
      status: "known",
      providerManaged: false,
      description: entry.description ?? "",
    },
    native: {},
    at: placeOf(place),
  };
}

function strayGap(
  address: string,
  { node, site, at }: { node: EstateNode; site: string; at: Provenance },
): Gap {
  const message = `${node.label} has the address ${address}, which is outside the ranges of site ${site}`;
  return gapOf({ reason: "conflict", message, at, touches: { nodes: [node.id] } });
}

/** Two sites with the same private addresses cannot be told apart by address. */
function overlaps(rows: readonly Row[], sites: ReadonlyMap<string, AddressSet>): Gap[] {
  const own = rows.flatMap((row) => (row.kind === "site" ? [row] : []));
  return own.flatMap((row, index) =>
    own.slice(0, index).flatMap((other) => {
      const [a, b] = [sites.get(row.site.id), sites.get(other.site.id)];
      if (a === undefined || b === undefined || !a.overlaps(b)) return [];
      const message = `the ranges of site ${row.site.id} overlap those of site ${other.site.id}`;
      return [
        gapOf({
          reason: "ambiguous",
          message,
          at: placeOf(row),
          touches: { nodes: [siteId(row.site.id), siteId(other.site.id)] },
        }),
      ];
    }),
  );
}
