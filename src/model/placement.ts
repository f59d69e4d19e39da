import { type Static, Type } from "typebox";
import { NodeName, Nullable, Text } from "./fact-shapes.js";

const Classes = (description: string) => Type.Array(Text, { description });

/** The fact `classes`: what `causeway.yaml` says that some data is. */
export const ClassesSchema = Type.Object({
  declared: Type.Boolean({ description: "causeway.yaml has classes of data" }),
  classes: Classes("classes of `data` that it is of, sorted"),
});

/** A place on earth, as far as it is known. */
const Where = {
  placeType: Type.Enum(
    ["region", "local-zone", "wavelength-zone", "outpost", "site", "edge", "elsewhere", "unknown"],
    { description: "edge: caches around the world; elsewhere: a country, or a server of somebody" },
  ),
  name: Type.String({ description: "Region, zone, Outpost, site or server" }),
  region: Nullable(Type.String({ description: "Region that it belongs to" })),
  site: Nullable(Type.String({ description: "id of the site that it is, or stands at" })),
  partition: Nullable(Text),
  country: Nullable(Type.String({ description: "ISO 3166-1 alpha-2; null: not known, or of none" })),
  jurisdictions: Type.Array(Text, { description: "its country, and EU, EEA, EU-adequate, UK" }),
};

/** What `causeway.yaml` says of a place: class by class. */
const Judged = {
  refusedBy: Classes("classes of the store that do not allow the place"),
  undecidedBy: Classes("classes of which nobody can tell: too little is known of the place"),
};

const Step = Type.Object({
  node: Nullable(NodeName("store, copy, rule or transfer")),
  label: Text,
  why: Type.String({ description: "store, copy, replica, part, rule, transfer, cache, gateway, …" }),
});

/** The fact `placement`: where every copy of some data lies, or will. */
export const PlacementSchema = Type.Object({
  declared: Type.Boolean({ description: "causeway.yaml has classes of data" }),
  classes: Classes("classes of `data` in causeway.yaml that it is of, sorted"),
  places: Type.Array(
    Type.Object({
      how: Type.Enum(["lies", "goes", "cached", "metadata"], {
        description:
          "lies: a copy at rest; goes: a rule or transfer puts copies there; cached: for a time; metadata: what the provider keeps of it there",
      }),
      ...Where,
      account: Nullable(Text),
      copies: Type.Integer({ description: "how many ways lead there" }),
      trace: Type.Array(Step, { description: "the first of them, from the store on" }),
      ...Judged,
    }),
  ),
  keys: Type.Array(
    Type.Object({
      key: NodeName("key that encrypts the data or a copy"),
      encrypts: NodeName("the first that it encrypts"),
      manager: Nullable(Type.String({ description: "customer or provider; null: not told" })),
      replica: Type.Boolean({ description: "a copy of the key in another Region" }),
      ...Where,
      ...Judged,
    }),
  ),
  shared: Type.Array(
    Type.Object({
      copy: NodeName("store, copy or rule"),
      label: Text,
      with: Type.String({ description: "account, organization or `all`" }),
      relation: Type.Enum(["everyone", "same-account", "organization", "outside", "unknown"]),
    }),
  ),
});

export type Placement = Static<typeof PlacementSchema>;
export type DataPlace = Placement["places"][number];

/** The fact `backups` of a data store: what there is to come back to. */
export const BackupsSchema = Type.Object({
  classes: Classes("classes of `data` in causeway.yaml that it is of, sorted"),
  copies: Type.Array(
    Type.Object({
      copyType: Text,
      region: Nullable(Text),
      account: Nullable(Text),
      count: Type.Integer(),
      latest: Nullable(Type.String({ description: "RFC 3339 in UTC" })),
      unencrypted: Type.Integer(),
    }),
    { description: "what is kept, by type and place; replicas are none" },
  ),
  rules: Type.Array(
    Type.Object({
      rule: NodeName("rule that backs it up"),
      label: Text,
      everySeconds: Nullable(Type.Integer({ description: "between two backups; null: not told" })),
      keepDays: Nullable(Type.Integer({ description: "null: for ever, or not told" })),
      continuous: Type.Boolean(),
      destinations: Type.Array(Type.Object({ region: Nullable(Text), account: Nullable(Text) })),
    }),
  ),
  lossSeconds: Nullable(
    Type.Integer({ description: "the most that is lost by what backs it up most often; null: not told" }),
  ),
  keepDays: Nullable(Type.Integer({ description: "the longest that one is kept; null: none, or for ever" })),
  otherRegion: Type.Boolean({ description: "a backup is, or goes, in another Region than the store" }),
  otherAccount: Type.Boolean(),
  locked: Type.Boolean({ description: "some vault keeps one that nobody can delete before its time" }),
  airGapped: Type.Boolean({ description: "some vault keeps one apart from the account" }),
  exists: Type.Boolean(),
});

export type Backups = Static<typeof BackupsSchema>;
