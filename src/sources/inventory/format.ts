import { type Static, Type } from "typebox";

const closed = { additionalProperties: false } as const;
const Id = Type.String({
  pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$",
  maxLength: 128,
  description: "letters, digits, dot, dash, underscore",
});
const Text = Type.String({ maxLength: 1000 });
const Tags = Type.Optional(Type.Record(Type.String(), Type.String()));

const Site = Type.Object(
  {
    id: Id,
    name: Type.Optional(Text),
    country: Type.Optional(Type.String({ pattern: "^[A-Z]{2}$", description: "ISO 3166-1 alpha-2" })),
    owner: Type.Optional(Text),
    ranges: Type.Optional(Type.Array(Text, { description: "CIDR blocks, IPv4 and IPv6" })),
    tags: Tags,
  },
  closed,
);

const Interface = Type.Object(
  { name: Id, addresses: Type.Optional(Type.Array(Text)), description: Type.Optional(Text) },
  closed,
);

const Host = Type.Object(
  {
    id: Id,
    site: Id,
    name: Type.Optional(Text),
    owner: Type.Optional(Text),
    platform: Type.Optional(Text),
    addresses: Type.Optional(Type.Array(Text)),
    interfaces: Type.Optional(Type.Array(Interface)),
    tags: Tags,
  },
  closed,
);

/** The inventory format, version 1: see FORMAT.md. */
export const InventorySchema = Type.Object(
  {
    inventory: Type.Literal(1, { description: "version of the format" }),
    sites: Type.Optional(Type.Array(Site)),
    hosts: Type.Optional(Type.Array(Host)),
  },
  closed,
);

export type Inventory = Static<typeof InventorySchema>;
export type SiteEntry = Static<typeof Site>;
export type HostEntry = Static<typeof Host>;
