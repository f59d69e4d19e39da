import { momentOf } from "../../moment.js";
import { nextTokens, type Resource } from "../../resource.js";
import { addData, byArn, type Known } from "../../stores/data-node.js";
import { textTags } from "../../stores/text-tags.js";

/** Machines that are copied for the day on which they are lost. https://docs.aws.amazon.com/drs/latest/APIReference/API_SourceServer.html */
export const sourceServers: Resource = {
  service: "drs",
  operation: "DescribeSourceServers",
  list: "items",
  recognizes: (first) => typeof first?.["sourceServerID"] === "string",
  actions: ["drs:DescribeSourceServers"],
  kinds: ["transfer"],
  types: ["aws.source-server"],
  scope: "region",
  optional: true,
  neededWith: ["drs:DescribeReplicationConfigurationTemplates"],
  // The service was never used in the Region.
  none: ["UninitializedAccountException"],
  paging: nextTokens(200),
  normalize({ items }) {
    for (const raw of items) {
      const server = byArn(raw, "arn");
      if (server !== null) addServer(server);
    }
  },
};

function addServer(server: Known): void {
  const { id, item, scope } = server;
  const [hints, cloud] = [
    item.child("sourceProperties")?.child("identificationHints") ?? null,
    item.child("sourceCloudProperties"),
  ];
  const machine = hints?.text("awsInstanceID") ?? null;
  const name = hints?.text("hostname") ?? hints?.text("fqdn") ?? item.text("sourceServerID") ?? id;
  const told = item.child("dataReplicationInfo");
  const life = item.child("lifeCycle");
  addData(server, {
    ...{ kind: "transfer", type: "aws.source-server", name, tags: textTags(item, "tags") },
    aliases: [item.text("sourceServerID")].filter((short) => short !== null),
    is: {
      ...{ transferType: "recovery", name, sourceType: cloud === null ? "server" : "instance" },
      state: told?.text("dataReplicationState")?.toLowerCase() ?? null,
      created: life === null ? null : momentOf(life, "addedToServiceDateTime"),
      source: {
        region: cloud?.text("originRegion") ?? null,
        account: cloud?.text("originAccountID") ?? null,
        store: machine ?? hints?.text("fqdn") ?? name,
        ...outpost(cloud?.text("sourceOutpostArn") ?? null),
      },
      destination: {
        region: scope.region ?? null,
        account: item.child("stagingArea")?.text("stagingAccountID") ?? scope.account ?? null,
        store: null,
        ...outpost(told?.text("stagingOutpostArn") ?? null),
      },
    },
  });
}

function outpost(arn: string | null): { outpost?: string } {
  return arn === null || arn === "" ? {} : { outpost: arn };
}
