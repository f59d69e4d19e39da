import { Type } from "typebox";
import { Flag, Nullable, Text } from "./fact-shapes.js";

/** A view of a name server of a data centre. */
export const NAME_SERVER = Type.Object({
  name: Text,
  view: Nullable(Type.String({ description: "null where all who ask get the same answers" })),
  order: Type.Integer({
    description: "among the views of one server: the first that a client fits answers it",
  }),
  clients: Nullable(
    Type.Array(Text, {
      description: "who gets this view: CIDR blocks, any, none, ! before what is left out; null: everybody",
    }),
  ),
  recursion: Type.Boolean({ description: "it asks others for what it does not hold" }),
  addresses: Type.Array(Text, { description: "where it listens; empty: wherever its host has addresses" }),
  port: Type.Integer(),
  logsQueries: Nullable(Flag),
  validates: Nullable(Type.Boolean({ description: "DNSSEC signatures of what it is told" })),
  transfers: Type.Array(Text, { description: "who may copy whole zones, where no zone says otherwise" }),
  unmodelled: Type.Array(Text),
});
