import { Type } from "typebox";
import { Cidrs, NodeName, Nullable, OptionalCount, OptionalText, Text, Texts } from "./fact-shapes.js";

const Zones = Type.Array(
  Type.Object({
    name: Text,
    id: Nullable(Text),
    type: Type.String({ description: "availability-zone, local-zone, wavelength-zone" }),
    state: Nullable(Text),
    optIn: Nullable(Type.String({ description: "opt-in-not-required, opted-in, not-opted-in" })),
    parent: Nullable(Text),
    group: Nullable(Text),
    borderGroup: Nullable(Text),
    longName: Nullable(Text),
    geographies: Type.Array(Text, { description: "countries, as the provider names them" }),
  }),
);

/** Beside the other facts of a site: what a place of somebody else's offers or has. */
export const SITE_MEMBERS = {
  siteType: Type.Optional(
    Type.String({
      description: "outpost-site, line-location, written-down; absent: a data centre of an inventory",
    }),
  ),
  city: OptionalText,
  area: Type.Optional(Nullable(Type.String({ description: "state or region of the country" }))),
  linesRegion: Type.Optional(
    Nullable(Type.String({ description: "of the provider, that lines there belong to" })),
  ),
  speeds: Type.Optional(Texts),
  macsecSpeeds: Type.Optional(Type.Array(Text, { description: "at which lines can be encrypted there" })),
  providers: Type.Optional(Texts),
  uplinkGbps: OptionalCount(),
  uplinks: OptionalCount(),
  latitude: OptionalText,
  longitude: OptionalText,
};

const Core = Type.Object({
  segments: Type.Array(Type.Object({ name: Text, regions: Texts, shared: Texts })),
  edges: Type.Array(Type.Object({ region: Text, asn: Nullable(Type.Integer()), cidrs: Cidrs })),
});

/** Beside the other facts of a Region. */
export const REGION_MEMBERS = {
  zones: Type.Optional(Zones),
  encryptionControls: Type.Optional(
    Type.Array(NodeName("network with an encryption control"), { description: "absent where nobody told" }),
  ),
};

/** Beside the other facts of a network. */
export const NETWORK_MEMBERS = {
  encryptionControl: Type.Optional(
    Type.Object(
      {
        mode: Type.String({ description: "monitor, enforce" }),
        state: Text,
        exclusions: Type.Array(Text, { description: "kinds of gateways and services that are left out" }),
      },
      { description: "whether packets inside it must be encrypted; absent: none, or nobody told" },
    ),
  ),
};

const MaybeTable = Nullable(NodeName("route table that new attachments get by themselves; null: none"));

/** Beside the other facts of a gateway. */
export const GATEWAY_MEMBERS = {
  transit: Type.Optional(
    Type.Object(
      {
        acceptsByItself: Nullable(
          Type.Boolean({ description: "attachments of other accounts need nobody's consent" }),
        ),
        defaultAssociation: MaybeTable,
        defaultPropagation: MaybeTable,
      },
      { description: "what becomes of new attachments of a transit gateway" },
    ),
  ),
  certificate: Type.Optional(
    Nullable(NodeName("by which a device in a data centre shows who it is; null: by a key that both know")),
  ),
  core: Type.Optional(Core),
  corePolicy: Type.Optional(
    Nullable(
      Type.Unknown({ description: "parsed policy document of a core network; null where there is none" }),
    ),
  ),
};
