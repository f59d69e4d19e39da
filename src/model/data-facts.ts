import { Type } from "typebox";
import {
  Document,
  Flag,
  Key,
  MaybeCount,
  Moment,
  NodeName,
  Nullable,
  OptionalCount,
  OptionalFlag,
  OptionalText,
  Text,
  Texts,
} from "./fact-shapes.js";

const OptionalMoment = (description: string) => Type.Optional(Moment(description));
const OptionalDocument = Type.Optional(Document);
const OptionalKey = Type.Optional(Key);
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
    state: OptionalText,
    engine: OptionalText,
    engineVersion: OptionalText,
    created: OptionalMoment("when it was made"),
    sizeGib: Type.Optional(Nullable(Type.Number({ description: "GiB that are allotted or used" }))),
    encrypted: OptionalFlag,
    encryptedInTransit: Type.Optional(
      Nullable(Type.Boolean({ description: "connections without TLS are refused" })),
    ),
    key: OptionalKey,
    isPublic: Type.Optional(
      Nullable(Type.Boolean({ description: "the provider says that the internet may reach it" })),
    ),
    policy: OptionalDocument,
    sharedWith: Shared,
    zones: Type.Optional(Type.Array(Text, { description: "availability zones that it stands in" })),
    multiZone: OptionalFlag,
    backupDays: OptionalCount("days that automatic backups are kept; 0: there are none"),
    pointInTimeDays: OptionalCount("days back to which any moment can be restored; 0: none"),
    deletionProtection: OptionalFlag,
    versioned: OptionalFlag,
    logsTo: Type.Optional(Type.Array(NodeName("store, log group or prefix that its access logs go to"))),
    exportedLogs: Type.Optional(Texts),
    autoUpgrades: OptionalFlag,
    iamAuthentication: OptionalFlag,
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
    deletesNeedMfa: OptionalFlag,
    lifecycle: Type.Optional(
      Type.Array(
        Type.Object({
          name: Nullable(Text),
          enabled: Flag,
          selection: Nullable(Type.Unknown({ description: "prefix, tags and sizes that choose; null: all" })),
          expiresDays: MaybeCount,
          expiresOldVersionsDays: MaybeCount,
          abortsUploadsDays: MaybeCount,
          moves: Type.Array(
            Type.Object(
              { days: MaybeCount, to: Nullable(Text) },
              { description: "to another class of storage" },
            ),
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
    rootPath: OptionalText,
    posixUser: Type.Optional(
      Nullable(Type.Integer({ description: "user id that all access is made with; null: the client's own" })),
    ),
    attachedTo: Type.Optional(
      Type.Array(NodeName("hosts that it is attached to"), { description: "sorted" }),
    ),
    deletedWithHost: OptionalFlag,
    scansOnPush: OptionalFlag,
    fixedTags: Type.Optional(Nullable(Type.Boolean({ description: "tags of images cannot be moved" }))),
    expiryRules: OptionalDocument,
    rotates: OptionalFlag,
    rotationDays: OptionalCount("days between two rotations"),
    rotated: OptionalMoment("when it was last rotated"),
    used: OptionalMoment("the day on which it was last read"),
    deletion: OptionalMoment("when it was, or will be, deleted"),
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
    state: OptionalText,
    created: OptionalMoment("when it was made"),
    expires: OptionalMoment("when it goes by itself"),
    encrypted: OptionalFlag,
    key: OptionalKey,
    sharedWith: Shared,
    sizeGib: Type.Optional(Nullable(Type.Number({ description: "GiB of what was copied" }))),
    outpost: Type.Optional(Nullable(NodeName("Outpost on which it lies; null: in the Region"))),
    automatic: OptionalFlag,
    owner: Type.Optional(Nullable(Type.String({ description: "account that owns it" }))),
    ownerAlias: Type.Optional(
      Nullable(Type.String({ description: "name of an owner that is known: amazon, aws-marketplace, …" })),
    ),
    isPublic: OptionalFlag,
    deprecated: OptionalMoment("when it is no longer to be used"),
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
    schedule: OptionalText,
    everySeconds: OptionalCount("seconds between two copies, where the schedule tells"),
    keepDays: OptionalCount("days that a copy is kept; null: for ever, or not told"),
    coldDays: OptionalCount("days until a copy goes to cold storage; null: never, or not told"),
    continuous: OptionalFlag,
    copies: Type.Optional(
      Type.Array(
        Type.Object({
          store: Nullable(NodeName("where the copy of the copy goes")),
          keepDays: Nullable(Type.Integer()),
        }),
        { description: "destinations that keep it for a time of their own" },
      ),
    ),
    encrypted: OptionalFlag,
    key: OptionalKey,
    role: Type.Optional(Nullable(NodeName("role that copies"))),
    copiesDeletions: OptionalFlag,
    copiesEncrypted: Type.Optional(
      Nullable(Type.Boolean({ description: "also what is encrypted with a key of the customer" })),
    ),
    withinSeconds: OptionalCount("seconds within which the service promises the copy"),
    storageClass: OptionalText,
    changesOwner: Type.Optional(
      Nullable(Type.Boolean({ description: "copies belong to the account that they go to" })),
    ),
    keepCount: OptionalCount("copies that are kept"),
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
    state: OptionalText,
    source: Type.Optional(Nullable(Place)),
    destination: Type.Optional(Nullable(Place)),
    encrypted: OptionalFlag,
    key: OptionalKey,
    isPublic: OptionalFlag,
    protocols: Type.Optional(Texts),
    role: Type.Optional(Nullable(NodeName("role that moves the data"))),
    sourceType: OptionalText,
    destinationTypes: Type.Optional(
      Type.Array(Text, {
        description: "s3, redshift, opensearch, splunk, http, snowflake, iceberg, efs; sorted",
      }),
    ),
    host: Type.Optional(
      Nullable(Type.String({ description: "what a gateway runs on: vmware, kvm, ec2, …" })),
    ),
    privatePath: PrivatePath,
    logging: OptionalFlag,
    logsTo: Type.Optional(Type.Array(NodeName("log group or store that its log goes to"))),
    sourceLogging: Type.Optional(
      Nullable(Type.Boolean({ description: "what is read is logged in enough detail" })),
    ),
    targetLogging: Type.Optional(
      Nullable(Type.Boolean({ description: "what is written is logged in enough detail" })),
    ),
    tlsPolicy: OptionalText,
    schedule: OptionalText,
    everySeconds: OptionalCount("seconds between two runs, where the schedule tells"),
    autoUpgrades: OptionalFlag,
    multiZone: OptionalFlag,
    engineVersion: OptionalText,
    created: OptionalMoment("when it was made"),
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
    state: OptionalText,
    encryptedInTransit: OptionalFlag,
    authenticated: OptionalFlag,
    privatePath: PrivatePath,
    role: Type.Optional(Nullable(NodeName("role by which it is read or written"))),
    key: OptionalKey,
    agents: Type.Optional(Type.Array(NodeName("agents that reach it"))),
  }),
  key: Type.Object({
    name: Type.Optional(Text),
    names: Type.Optional(Type.Array(Text, { description: "aliases" })),
    manager: Nullable(Type.String({ description: "customer or provider" })),
    state: Nullable(Text),
    enabled: Nullable(Flag),
    usage: OptionalText,
    spec: OptionalText,
    origin: OptionalText,
    created: OptionalMoment("when it was made"),
    deletion: OptionalMoment("when it will be deleted"),
    rotates: OptionalFlag,
    rotationDays: OptionalCount("days between two rotations"),
    multiRegion: Type.Optional(
      Nullable(
        Type.Object({
          isPrimary: Flag,
          primary: Nullable(NodeName("the primary key")),
          replicas: Type.Array(NodeName("the replicas")),
        }),
      ),
    ),
    policy: OptionalDocument,
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
