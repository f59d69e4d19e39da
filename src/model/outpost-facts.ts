import { Type } from "typebox";
import { Flag, NodeName, Nullable, Text, Texts } from "./fact-shapes.js";

/** The neutral facts of racks of the provider in somebody's own building. */
export const OUTPOST_FACTS = {
  outpost: Type.Object({
    name: Text,
    description: Nullable(Text),
    state: Text,
    owner: Nullable(Text),
    zone: Nullable(Type.String({ description: "Availability Zone that it belongs to" })),
    hardware: Nullable(Type.String({ description: "rack, server" })),
    generation: Nullable(Text),
    racks: Nullable(Type.String({ description: "single_rack, multi_rack" })),
    instanceTypes: Type.Optional(Texts),
    assets: Type.Optional(
      Type.Array(
        Type.Object({
          id: Text,
          rack: Nullable(Text),
          type: Text,
          state: Nullable(Text),
          host: Nullable(NodeName("dedicated host on it")),
          families: Texts,
          capacities: Type.Array(Type.Object({ type: Text, count: Nullable(Type.Integer()) })),
        }),
      ),
    ),
    capacityTasks: Type.Optional(
      Type.Array(Type.Object({ id: Text, state: Text, created: Nullable(Text), completed: Nullable(Text) })),
    ),
  }),
  "link-group": Type.Object({
    state: Nullable(Text),
    asn: Nullable(Type.Integer({ description: "BGP autonomous system on the Outpost's side" })),
    members: Type.Integer({ description: "how many virtual interfaces are in it" }),
  }),
  "store-endpoint": Type.Object({
    endpointType: Type.String({
      description: "endpoint: addresses in a network; access-point: a name of a store",
    }),
    name: Text,
    state: Nullable(Text),
    access: Nullable(
      Type.String({ description: "private, customer-owned: known at the site of the Outpost" }),
    ),
    cidr: Nullable(Text),
    pool: Nullable(NodeName("pool of customer-owned addresses")),
    outpost: Nullable(NodeName("Outpost that it is of")),
    internet: Type.Optional(Nullable(Flag)),
    failure: Type.Optional(Nullable(Text)),
  }),
};

/** Addresses of a pool that are in use, and by whom. */
export const POOL_USES = Type.Array(
  Type.Object({
    address: Text,
    account: Nullable(Text),
    service: Nullable(Text),
    allocation: Nullable(NodeName("elastic address")),
  }),
);
