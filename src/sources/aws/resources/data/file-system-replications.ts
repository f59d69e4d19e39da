import { fileSystemArn } from "../../data/file-system.js";
import { accountIn } from "../../data/store.js";
import type { Item } from "../../item.js";
import { partitionOf } from "../../names.js";
import { type Resource, tokens } from "../../resource.js";

/** https://docs.aws.amazon.com/efs/latest/ug/API_ReplicationConfigurationDescription.html */
export const fileSystemReplications: Resource = {
  service: "efs",
  operation: "DescribeReplicationConfigurations",
  list: "Replications",
  actions: ["elasticfilesystem:DescribeReplicationConfigurations"],
  kinds: ["copy-rule"],
  types: ["aws.file-system-replication"],
  scope: "region",
  optional: true,
  neededWith: ["efs:DescribeFileSystems"],
  paging: tokens(100),
  none: ["ReplicationNotFound"],
  normalize({ items }) {
    for (const raw of items) {
      const source = raw.text("SourceFileSystemArn");
      if (source === null) raw.gap("unparsed", "A replication was answered without its source");
      else addReplication(raw.about(`${source}#replication`), source);
    }
  },
};

/** Source and destination tell of it alike, each in its own Region. */
function addReplication(item: Item, source: string): void {
  const { draft, pointer, json: native } = item;
  const id = `${source}#replication`;
  const places = item.list("Destinations").map((one) => destinationOf(one));
  const states = item.list("Destinations").map((one) => one.text("Status"));
  const account = accountIn(item, "SourceFileSystemOwnerId") ?? draft.place.account;
  const region = item.text("SourceFileSystemRegion");
  draft.node({
    ...{
      id,
      kind: "copy-rule",
      type: "aws.file-system-replication",
      label: `replication of ${item.text("SourceFileSystemId") ?? source}`,
    },
    scope: {
      ...{ provider: "aws", partition: draft.place.partition },
      ...(account === undefined ? {} : { account }),
      ...(region === null ? {} : { region }),
    },
    is: {
      ...{
        ruleType: "replication",
        enabled: states.some((state) => state === "ENABLED" || state === "ENABLING"),
      },
      ...{
        sources: [source],
        destinations: places.map(({ place }) => place),
        selection: null,
        keepDays: null,
      },
      // It promises copies within 15 minutes: https://docs.aws.amazon.com/efs/latest/ug/efs-replication.html
      withinSeconds: 900,
    },
    native,
    pointer,
  });
  draft.edge({ from: id, relation: "sources", to: source, pointer, region, account });
  for (const { to, place } of places)
    draft.edge({
      from: id,
      relation: "destinations",
      to,
      pointer,
      account: place.account,
      region: place.region,
    });
}

function destinationOf(item: Item) {
  const { draft } = item;
  const [short, region] = [item.text("FileSystemId"), item.text("Region")];
  const account = accountIn(item, "OwnerId") ?? draft.place.account ?? null;
  const where = { ...draft.place, ...(region === null ? {} : { region, partition: partitionOf(region) }) };
  const to =
    short === null ? null : fileSystemArn({ ...where, ...(account === null ? {} : { account }) }, short);
  return { to, place: { region, account, store: to } };
}
