import { Type } from "typebox";
import { Flag, NodeName, Nullable, Text } from "./fact-shapes.js";

const Texts = Type.Array(Text);
const MaybeFlag = Type.Optional(Nullable(Flag));
const MaybeText = Type.Optional(Nullable(Text));
const MaybeCount = (description: string) => Type.Optional(Nullable(Type.Integer({ description })));
const Moment = (description: string) =>
  Type.Optional(Nullable(Type.String({ description: `${description}, RFC 3339 in UTC` })));
const Document = Type.Optional(
  Nullable(
    Type.Unknown({ description: "parsed policy document; null where there is none or it cannot be read" }),
  ),
);
const Key = Type.Optional(
  Nullable(NodeName("key that it is encrypted with; null: the service's own, or none")),
);
const Shared = Type.Optional(
  Nullable(Type.Array(Text, { description: "account ids that it is shared with; `all` is everybody" })),
);

const PrivatePath = Type.Optional(
  Nullable(Type.Boolean({ description: "data goes by private addresses, and not by the internet" })),
);

/**
 * A place where data lies or goes: Region, account, and the store itself where it is told. What is null is not
 * told; the place of a rule's source is that of the rule.
 */
const Place = Type.Object({
  region: Nullable(Text),
  account: Nullable(Text),
  store: Nullable(NodeName("id or name of the store")),
  outpost: Type.Optional(Nullable(NodeName("Outpost on which it lies"))),
});

const Count = Nullable(Type.Integer());

/** What keeps the public out of buckets, whatever their policies and ACLs say. */
export const PublicBlock = Type.Object({
  refusesAcls: Type.Boolean({ description: "ACLs that let the public in are refused" }),
  ignoresAcls: Type.Boolean({ description: "ACLs that let the public in have no effect" }),
  refusesPolicies: Type.Boolean({ description: "policies that let the public in are refused" }),
  restricts: Type.Boolean({
    description: "of what a public policy lets in, others than the account are kept out",
  }),
});

/** What a Region holds for all volumes, snapshots and images of an account in it. */
export const REGION_DATA_FACTS = {
  encryptsVolumes: Type.Optional(
    Nullable(
      Type.Boolean({ description: "new volumes and copies of snapshots are encrypted whoever makes them" }),
    ),
  ),
  volumeKey: Type.Optional(Nullable(NodeName("key of volumes for which none was named"))),
  snapshotSharing: Type.Optional(
    Nullable(Type.String({ description: "with everybody: unblocked, block-new-sharing, block-all-sharing" })),
  ),
  imageSharing: Type.Optional(
    Nullable(Type.String({ description: "with everybody: unblocked, block-new-sharing" })),
  ),
  imageScanning: Type.Optional(
    Nullable(
      Type.Object({
        scanType: Nullable(Type.String({ description: "basic or enhanced" })),
        rules: Type.Array(
          Type.Object({
            frequency: Nullable(Type.String({ description: "scan-on-push, continuous-scan, manual" })),
            filters: Type.Array(Type.String({ description: "repositories; * stands for any text" })),
          }),
        ),
      }),
    ),
  ),
};

/** The neutral facts of where data lies, what copies it, and what encrypts it. */
export const DATA_FACTS = {
  "data-store": Type.Object({
    storeType: Type.String({
      description:
        "bucket, volume, file-system, database, cluster, table, cache, stream, search, registry, secret, vault, tape, proxy",
    }),
    name: Type.Optional(Text),
    state: MaybeText,
    engine: MaybeText,
    engineVersion: MaybeText,
    created: Moment("when it was made"),
    sizeGib: Type.Optional(Nullable(Type.Number({ description: "GiB that are allotted or used" }))),
    encrypted: MaybeFlag,
    encryptedInTransit: Type.Optional(
      Nullable(Type.Boolean({ description: "connections without TLS are refused" })),
    ),
    key: Key,
    isPublic: Type.Optional(
      Nullable(Type.Boolean({ description: "the provider says that the internet may reach it" })),
    ),
    policy: Document,
    sharedWith: Shared,
    zones: Type.Optional(Type.Array(Text, { description: "availability zones that it stands in" })),
    multiZone: MaybeFlag,
    backupDays: MaybeCount("days that automatic backups are kept; 0: there are none"),
    pointInTimeDays: MaybeCount("days back to which any moment can be restored; 0: none"),
    deletionProtection: MaybeFlag,
    versioned: MaybeFlag,
    logsTo: Type.Optional(Type.Array(NodeName("store, log group or prefix that its access logs go to"))),
    exportedLogs: Type.Optional(Texts),
    autoUpgrades: MaybeFlag,
    iamAuthentication: MaybeFlag,
    authenticated: Type.Optional(
      Nullable(Type.Boolean({ description: "nobody connects without showing who they are" })),
    ),
    outpost: Type.Optional(Nullable(NodeName("Outpost on which it lies"))),
    lock: Type.Optional(
      Nullable(
        Type.Object(
          {
            minDays: Nullable(Type.Integer()),
            maxDays: Nullable(Type.Integer()),
            fixedFrom: Nullable(Type.String({ description: "RFC 3339 in UTC" })),
            mode: Nullable(Text),
          },
          { description: "nobody can delete what is in it before its time" },
        ),
      ),
    ),
    replicaOf: Type.Optional(Nullable(NodeName("store of which it is a replica"))),
    encryption: Type.Optional(
      Nullable(Type.String({ description: "by whose key: provider, kms, kms-twice (two layers)" })),
    ),
    publicBlock: Type.Optional(PublicBlock),
    publicGrants: Type.Optional(
      Type.Array(
        Type.Object({
          to: Type.String({ description: "all, or authenticated: anybody with an account of the provider" }),
          permission: Type.String({ description: "full-control, write, write-acp, read, read-acp" }),
        }),
        { description: "what ACLs grant to the public" },
      ),
    ),
    ownership: Type.Optional(
      Type.String({
        description: "of objects: bucket-owner-enforced (no ACLs), bucket-owner-preferred, object-writer",
      }),
    ),
    deletesNeedMfa: MaybeFlag,
    lifecycle: Type.Optional(
      Type.Array(
        Type.Object({
          name: Nullable(Text),
          enabled: Flag,
          selection: Nullable(Type.Unknown({ description: "prefix, tags and sizes that choose; null: all" })),
          expiresDays: Count,
          expiresOldVersionsDays: Count,
          abortsUploadsDays: Count,
          moves: Type.Array(
            Type.Object({ days: Count, to: Nullable(Text) }, { description: "to another class of storage" }),
          ),
        }),
      ),
    ),
    notifies: Type.Optional(
      Type.Array(NodeName("topic, queue or function that is told of events; `eventbridge`"), {
        description: "sorted",
      }),
    ),
    parts: Type.Optional(Type.Array(Place, { description: "the stores behind one name" })),
    origin: Type.Optional(
      Type.String({ description: "of requests to an access point: internet, or network: one alone" }),
    ),
    rootPath: MaybeText,
    posixUser: Type.Optional(
      Nullable(Type.Integer({ description: "user id that all access is made with; null: the client's own" })),
    ),
    attachedTo: Type.Optional(
      Type.Array(NodeName("hosts that it is attached to"), { description: "sorted" }),
    ),
    deletedWithHost: MaybeFlag,
    scansOnPush: MaybeFlag,
    fixedTags: Type.Optional(Nullable(Type.Boolean({ description: "tags of images cannot be moved" }))),
    expiryRules: Document,
    rotates: MaybeFlag,
    rotationDays: MaybeCount("days between two rotations"),
    rotated: Moment("when it was last rotated"),
    used: Moment("the day on which it was last read"),
    deletion: Moment("when it was, or will be, deleted"),
    service: Type.Optional(Nullable(Type.String({ description: "service that runs it for the account" }))),
  }),
  "data-copy": Type.Object({
    copyType: Type.String({
      description:
        "snapshot, image, backup, recovery-point, automated-backup, last-backup (the latest that there was)",
    }),
    name: Type.Optional(Text),
    of: Type.Optional(Nullable(NodeName("what it is a copy of"))),
    source: Type.Optional(Nullable(Place)),
    state: MaybeText,
    created: Moment("when it was made"),
    expires: Moment("when it goes by itself"),
    encrypted: MaybeFlag,
    key: Key,
    sharedWith: Shared,
    sizeGib: Type.Optional(Nullable(Type.Number({ description: "GiB of what was copied" }))),
    outpost: Type.Optional(Nullable(NodeName("Outpost on which it lies; null: in the Region"))),
    automatic: MaybeFlag,
    owner: Type.Optional(Nullable(Type.String({ description: "account that owns it" }))),
    ownerAlias: Type.Optional(
      Nullable(Type.String({ description: "name of an owner that is known: amazon, aws-marketplace, …" })),
    ),
    isPublic: MaybeFlag,
    deprecated: Moment("when it is no longer to be used"),
    copies: Type.Optional(Type.Array(NodeName("copies that it is made of"), { description: "sorted" })),
  }),
  "copy-rule": Type.Object({
    ruleType: Type.String({
      description:
        "replication, backup, lifecycle, global-table, stream: what makes copies by itself; backup-plan holds rules, and selections of what they copy",
    }),
    name: Type.Optional(Text),
    enabled: Nullable(Flag),
    sources: Type.Array(NodeName("stores that are copied, where they are named"), { description: "sorted" }),
    selection: Type.Optional(
      Nullable(Type.Unknown({ description: "tags, prefixes and conditions that choose what is copied" })),
    ),
    destinations: Type.Array(Place),
    schedule: MaybeText,
    everySeconds: MaybeCount("seconds between two copies, where the schedule tells"),
    keepDays: MaybeCount("days that a copy is kept; null: for ever, or not told"),
    coldDays: MaybeCount("days until a copy goes to cold storage; null: never, or not told"),
    continuous: MaybeFlag,
    copies: Type.Optional(
      Type.Array(
        Type.Object({
          store: Nullable(NodeName("where the copy of the copy goes")),
          keepDays: Nullable(Type.Integer()),
        }),
        { description: "destinations that keep it for a time of their own" },
      ),
    ),
    encrypted: MaybeFlag,
    key: Key,
    role: Type.Optional(Nullable(NodeName("role that copies"))),
    copiesDeletions: MaybeFlag,
    copiesEncrypted: Type.Optional(
      Nullable(Type.Boolean({ description: "also what is encrypted with a key of the customer" })),
    ),
    withinSeconds: MaybeCount("seconds within which the service promises the copy"),
    storageClass: MaybeText,
    changesOwner: Type.Optional(
      Nullable(Type.Boolean({ description: "copies belong to the account that they go to" })),
    ),
    keepCount: MaybeCount("copies that are kept"),
    sharesWith: Shared,
    locally: Type.Optional(
      Nullable(Type.Boolean({ description: "copies lie beside it, on its Outpost or in its Local Zone" })),
    ),
  }),
  transfer: Type.Object({
    transferType: Type.String({
      description:
        "migration, sync, file-gateway, delivery, file-server, recovery, recovery-template, device, mover (an instance or gateway that moves data)",
    }),
    name: Type.Optional(Text),
    state: MaybeText,
    source: Type.Optional(Nullable(Place)),
    destination: Type.Optional(Nullable(Place)),
    encrypted: MaybeFlag,
    key: Key,
    isPublic: MaybeFlag,
    protocols: Type.Optional(Texts),
    role: Type.Optional(Nullable(NodeName("role that moves the data"))),
    sourceType: MaybeText,
    destinationTypes: Type.Optional(
      Type.Array(Text, {
        description: "s3, redshift, opensearch, splunk, http, snowflake, iceberg, efs; sorted",
      }),
    ),
    host: Type.Optional(
      Nullable(Type.String({ description: "what a gateway runs on: vmware, kvm, ec2, …" })),
    ),
    privatePath: PrivatePath,
    logging: MaybeFlag,
    logsTo: Type.Optional(Type.Array(NodeName("log group or store that its log goes to"))),
    sourceLogging: Type.Optional(
      Nullable(Type.Boolean({ description: "what is read is logged in enough detail" })),
    ),
    targetLogging: Type.Optional(
      Nullable(Type.Boolean({ description: "what is written is logged in enough detail" })),
    ),
    tlsPolicy: MaybeText,
    schedule: MaybeText,
    everySeconds: MaybeCount("seconds between two runs, where the schedule tells"),
    autoUpgrades: MaybeFlag,
    multiZone: MaybeFlag,
    engineVersion: MaybeText,
    created: Moment("when it was made"),
  }),
  "transfer-end": Type.Object({
    endType: Type.String({
      description: "what stands there: s3, nfs, smb, hdfs, efs, fsx, database engine, agent, …",
    }),
    uri: Type.Optional(
      Nullable(Type.String({ description: "server, bucket or share; never with a password" })),
    ),
    place: Type.Optional(Nullable(Place)),
    name: Type.Optional(Text),
    state: MaybeText,
    encryptedInTransit: MaybeFlag,
    authenticated: MaybeFlag,
    privatePath: PrivatePath,
    role: Type.Optional(Nullable(NodeName("role by which it is read or written"))),
    key: Key,
    agents: Type.Optional(Type.Array(NodeName("agents that reach it"))),
  }),
  key: Type.Object({
    name: Type.Optional(Text),
    names: Type.Optional(Type.Array(Text, { description: "aliases" })),
    manager: Nullable(Type.String({ description: "customer or provider" })),
    state: Nullable(Text),
    enabled: Nullable(Flag),
    usage: MaybeText,
    spec: MaybeText,
    origin: MaybeText,
    created: Moment("when it was made"),
    deletion: Moment("when it will be deleted"),
    rotates: MaybeFlag,
    rotationDays: MaybeCount("days between two rotations"),
    multiRegion: Type.Optional(
      Nullable(
        Type.Object({
          isPrimary: Flag,
          primary: Nullable(NodeName("the primary key")),
          replicas: Type.Array(NodeName("the replicas")),
        }),
      ),
    ),
    policy: Document,
    grants: Type.Optional(
      Type.Array(
        Type.Object({
          grantee: Nullable(NodeName("who may use it: an ARN, or a service")),
          operations: Texts,
          issuer: Nullable(Type.String({ description: "account that granted it" })),
        }),
        { description: "sorted by grantee" },
      ),
    ),
  }),
};
