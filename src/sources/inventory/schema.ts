import { type Static, Type } from "typebox";

const closed = { additionalProperties: false } as const;
const Id = (what: string) =>
  Type.String({
    minLength: 1,
    maxLength: 200,
    pattern: "^[^\\s/#]+$",
    description: `${what}; unique, without spaces, / and #`,
  });
const Text = (description: string) => Type.String({ maxLength: 1000, description });
const Ranges = Type.Array(Type.String(), { description: "CIDR blocks, IPv4 and IPv6" });
const Addresses = Type.Array(Type.String(), { description: "IPv4 and IPv6 addresses" });
const Tags = Type.Record(Type.String(), Type.String(), {
  description: "labels of your own, e.g. data-class: confidential",
});

/** A place with a country, an owner and the addresses that belong to it. */
export const SiteSchema = Type.Object(
  {
    id: Id("short name of the site"),
    name: Type.Optional(Text("what people call it; the id unless given")),
    country: Type.Optional(
      Type.String({ pattern: "^[A-Z]{2}$", description: "ISO 3166-1 alpha-2, e.g. DE" }),
    ),
    owner: Type.Optional(Text("who answers for it")),
    ranges: Type.Optional(Ranges),
    tags: Type.Optional(Tags),
  },
  closed,
);

export const NetworkSchema = Type.Object(
  {
    id: Id("short name of the network"),
    site: Type.Optional(Type.String({ description: "id of its site" })),
    name: Type.Optional(Text("what people call it; the id unless given")),
    owner: Type.Optional(Text("who answers for it")),
    ranges: Type.Optional(Ranges),
    tags: Type.Optional(Tags),
  },
  closed,
);

export const InterfaceSchema = Type.Object(
  {
    name: Id("name on the host, e.g. eth0; unique there"),
    addresses: Type.Optional(Addresses),
    publicAddresses: Type.Optional({
      ...Addresses,
      description:
        "addresses under which it is reached from outside (NAT); public ones in `addresses` count anyway",
    }),
    network: Type.Optional(Type.String({ description: "id of its network" })),
    mac: Type.Optional(Type.String({ pattern: "^[0-9A-Fa-f]{2}([:-][0-9A-Fa-f]{2}){5}$" })),
    description: Type.Optional(Text("what it is for")),
    tags: Type.Optional(Tags),
  },
  closed,
);

export const HostSchema = Type.Object(
  {
    id: Id("short name of the host"),
    site: Type.Optional(Type.String({ description: "id of its site" })),
    name: Type.Optional(Text("what people call it; the id unless given")),
    owner: Type.Optional(Text("who answers for it")),
    platform: Type.Optional(Text("operating system, e.g. Debian 12")),
    state: Type.Optional(Text("running, stopped, …; running unless given")),
    addresses: Type.Optional(Addresses),
    publicAddresses: Type.Optional(Addresses),
    interfaces: Type.Optional(Type.Array(InterfaceSchema)),
    nftables: Type.Optional(
      Type.String({ description: "path, beside this file, of its `nft -j list ruleset`" }),
    ),
    tags: Type.Optional(Tags),
  },
  closed,
);

/** An inventory in YAML. CSV files carry the same members in columns; see FORMAT.md. */
export const InventorySchema = Type.Object(
  {
    inventory: Type.Literal(1, { description: "version of this format" }),
    sites: Type.Optional(Type.Array(SiteSchema)),
    networks: Type.Optional(Type.Array(NetworkSchema)),
    hosts: Type.Optional(Type.Array(HostSchema)),
  },
  closed,
);

export type Inventory = Static<typeof InventorySchema>;
export type Site = Static<typeof SiteSchema>;
export type Network = Static<typeof NetworkSchema>;
export type Host = Static<typeof HostSchema>;
export type HostInterface = Static<typeof InterfaceSchema>;
