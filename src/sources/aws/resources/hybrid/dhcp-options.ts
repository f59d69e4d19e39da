import { identify, nodeBase } from "../../identity.js";
import type { Item } from "../../item.js";
import { type Resource, tokens } from "../../resource.js";

/** https://docs.aws.amazon.com/vpc/latest/userguide/DHCPOptionSetConcepts.html */
const PROVIDER = "AmazonProvidedDNS";
const KNOWN = new Set(["domain-name", "domain-name-servers", "ntp-servers"]);

/** What machines of a VPC are told when they start. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DhcpOptions.html */
export const dhcpOptions: Resource = {
  service: "ec2",
  operation: "DescribeDhcpOptions",
  list: "DhcpOptions",
  actions: ["ec2:DescribeDhcpOptions"],
  kinds: ["dhcp-options"],
  types: ["aws.dhcp-options"],
  scope: "region",
  optional: true,
  paging: tokens(1000),
  normalize({ items, draft }) {
    for (const raw of items) {
      const options = identify(raw, "dhcp-options", { idMember: "DhcpOptionsId" });
      if (options === null) continue;
      const { item } = options;
      const told = item.list("DhcpConfigurations");
      const servers = valuesOf(told, "domain-name-servers");
      const keys = told.map((one) => one.text("Key") ?? "unknown");
      draft.node({
        ...{ ...nodeBase(options), kind: "dhcp-options", type: "aws.dhcp-options" },
        is: {
          domainName: valuesOf(told, "domain-name").join(" ") || null,
          nameServers: servers.filter((one) => one !== PROVIDER),
          providerResolver: servers.includes(PROVIDER),
          timeServers: valuesOf(told, "ntp-servers"),
          unmodelled: keys.filter((key) => !KNOWN.has(key)).sort(),
        },
      });
    }
  },
};

/** The values of one option, in their order: the first name server is asked first. */
function valuesOf(told: readonly Item[], key: string): string[] {
  return told
    .filter((one) => one.text("Key") === key)
    .flatMap((one) => one.list("Values").flatMap((value) => value.text("Value") ?? []));
}
