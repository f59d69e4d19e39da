import { askedAbout, byFirewallArn, byListedArn } from "../firewalls/firewall-identity.js";
import { nameOf } from "../firewalls/group.js";
import type { Item } from "../item.js";
import type { Resource } from "../resource.js";

/** What a firewall writes down, and where. https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_DescribeLoggingConfiguration.html */
export const firewallLogging: Resource = {
  service: "network-firewall",
  operation: "DescribeLoggingConfiguration",
  list: "FirewallArn",
  // A firewall that logs nothing may be answered without a configuration.
  object: ["FirewallArn"],
  recognizes: (whole) => whole !== undefined && Object.hasOwn(whole, "LoggingConfiguration"),
  actions: ["network-firewall:DescribeLoggingConfiguration"],
  kinds: ["firewall"],
  types: ["aws.network-firewall"],
  scope: "region",
  each: {
    of: "network-firewall:ListFirewalls",
    input: byListedArn("FirewallArn", "FirewallArn"),
    node: askedAbout({ arn: "FirewallArn", name: "FirewallName", word: () => "firewall" }),
    relations: ["flow_logs"],
  },
  normalize({ items: [whole], draft }) {
    const firewall = byFirewallArn(whole ?? null, "FirewallArn");
    if (firewall === null) return;
    const { id, item, scope } = firewall;
    for (const log of item.child("LoggingConfiguration")?.list("LogDestinationConfigs") ?? []) {
      const { pointer } = log;
      const traffic = (log.text("LogType") ?? "unknown").toLowerCase();
      const destination = destinationOf(log.child("LogDestination"));
      const from = draft.node({
        ...{ id: `${id}#log/${traffic}`, kind: "flow-log", type: "aws.network-firewall-log", scope, pointer },
        label: `${traffic} log of ${nameOf(id)}`,
        is: {
          ...{ status: "active", delivery: null, traffic, destination },
          destinationType: log.text("LogDestinationType") ?? "unknown",
        },
        native: log.json,
      });
      draft.edge({ from, relation: "logs", to: id, pointer });
    }
  },
};

/** A bucket, a group of logs or a delivery stream, by its name. */
function destinationOf(map: Item | null): string | null {
  return map?.text("bucketName") ?? map?.text("logGroup") ?? map?.text("deliveryStream") ?? null;
}
