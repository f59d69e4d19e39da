import { HYBRID, managedHostId } from "../../audit/managed-host.js";
import { thingNamed } from "../../audit/thing.js";
import { worded } from "../../audit/wording.js";
import { addressOf, sortedTexts } from "../../block.js";
import type { Item } from "../../item.js";
import { momentOf } from "../../moment.js";
import { type Resource, tokens } from "../../resource.js";

/** Machines with an agent, in the cloud and in data centres. https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_InstanceInformation.html */
export const managedHosts: Resource = {
  service: "ssm",
  operation: "DescribeInstanceInformation",
  list: "InstanceInformationList",
  actions: ["ssm:DescribeInstanceInformation"],
  kinds: ["managed-host"],
  types: ["aws.managed-host"],
  scope: "region",
  optional: true,
  neededWith: ["ssm:DescribeActivations", "ssm:ListResourceComplianceSummaries"],
  paging: tokens(50),
  normalize({ items }) {
    for (const raw of items) addHost(raw);
  },
};

function addHost(raw: Item): void {
  const host = thingNamed(raw, "InstanceId", managedHostId);
  if (host === null) return;
  const { id, item, name: short, base } = host;
  const { draft, pointer } = item;
  const hybrid = HYBRID.test(short);
  const name = item.text("Name") || item.text("ComputerName") || short;
  draft.node({
    ...{ ...base, kind: "managed-host", type: "aws.managed-host", label: name },
    // The id of a host of the provider is the host's own name.
    aliases: hybrid ? [short] : [],
    is: {
      ...{ name, hostType: hybrid ? "hybrid" : "cloud", computer: item.text("ComputerName") },
      ping: worded(item.text("PingStatus")),
      lastPing: momentOf(item, "LastPingDateTime"),
      agentVersion: item.text("AgentVersion"),
      agentCurrent: item.flag("IsLatestVersion"),
      platform: worded(item.text("PlatformType")),
      platformName: item.text("PlatformName"),
      platformVersion: item.text("PlatformVersion"),
      addresses: sortedTexts([addressOf(item, "IPAddress")]),
      activation: item.text("ActivationId"),
      role: item.text("IamRole") || null,
      registered: momentOf(item, "RegistrationDate"),
      associations: worded(item.text("AssociationStatus")),
    },
  });
  if (!hybrid) draft.edge({ from: id, relation: "host", to: short, pointer });
}
