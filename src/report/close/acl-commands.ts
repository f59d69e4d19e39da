import type { AclStep, RuleEdit } from "../../model/index.js";
import { shellWord } from "./quoting.js";
import { bothPorts, protocolName } from "./terms.js";

type AclEdit = Extract<RuleEdit, { kind: "acl-entries" }>;

/**
 * Commands for entries of a network ACL, in an order in which nothing opens or closes for a moment.
 * https://docs.aws.amazon.com/cli/latest/reference/ec2/create-network-acl-entry.html
 */
export function aclCommands({ filter, direction, steps }: AclEdit): string[] | undefined {
  const acl = shellWord(filter.name);
  const region = filter.region === undefined ? undefined : shellWord(filter.region);
  if (acl === undefined) return undefined;
  const at = `${region === undefined ? "" : `--region ${region} `}--network-acl-id ${acl} --${direction}`;
  return steps.map((step) => {
    const head = `aws ec2 ${step.deed}-network-acl-entry ${at} --rule-number ${step.number}`;
    return step.deed === "delete" ? head : `${head} ${entryOptions(step)}`;
  });
}

function entryOptions({ action, terms }: AclStep): string {
  const { protocol, cidr } = terms;
  const both = bothPorts(terms);
  const icmp = protocol === 1 || protocol === 58;
  const ports =
    both === undefined
      ? []
      : icmp
        ? [`--icmp-type-code Type=${both[0]},Code=${both[1]}`]
        : [`--port-range From=${both[0]},To=${both[1]}`];
  const block = `--${cidr.includes(":") ? "ipv6-cidr-block" : "cidr-block"} ${cidr}`;
  return [`--protocol ${protocolName(protocol)}`, ...ports, block, `--rule-action ${action}`].join(" ");
}
