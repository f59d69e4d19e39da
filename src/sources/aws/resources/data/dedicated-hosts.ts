import { identify, nodeBase } from "../../identity.js";
import type { Item } from "../../item.js";
import { type Resource, tokens } from "../../resource.js";

/**
 * Servers that are the account's alone, told of the instances on them: licences may be counted by socket or core.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Host.html
 */
export const dedicatedHosts: Resource = {
  service: "ec2",
  operation: "DescribeHosts",
  list: "Hosts",
  recognizes: (first) => first === undefined || Object.hasOwn(first, "HostId"),
  actions: ["ec2:DescribeHosts"],
  kinds: ["host"],
  types: ["aws.instance"],
  scope: "region",
  optional: true,
  paging: tokens(500),
  normalize({ items, draft }) {
    for (const raw of items) {
      const id = raw.text("HostId");
      if (id === null) {
        raw.gap("unparsed", "ec2:DescribeHosts answered with a server that has no HostId");
        continue;
      }
      const hardware = { id, ...hardwareOf(raw) };
      for (const one of raw.list("Instances")) {
        const instance = identify(one, "instance", { idMember: "InstanceId" });
        // Of others' instances on a shared server their owner tells.
        if (instance === null || instance.owner !== draft.place.account) continue;
        const base = { ...nodeBase(instance), native: {} };
        draft.node({ ...base, kind: "host", type: "aws.instance", is: { hardware } });
      }
    }
  },
};

function hardwareOf(host: Item) {
  const told = host.child("HostProperties");
  return {
    sockets: told?.int("Sockets") ?? null,
    cores: told?.int("Cores") ?? null,
    outpost: host.text("OutpostArn"),
  };
}
