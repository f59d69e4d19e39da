import type { AclStep, RuleEdit, RuleTerms } from "../../model/index.js";
import { visible } from "../visible.js";
import { hclName, hclString } from "./quoting.js";
import { bothPorts, protocolName, termsText } from "./terms.js";

type Of<K extends RuleEdit["kind"]> = Extract<RuleEdit, { kind: K }>;

/** What the configuration has to say afterwards; none for what Terraform does not hold. */
export function terraformOf(edit: RuleEdit): string[] {
  if (edit.kind === "chain-rule") return [];
  return edit.kind === "group-rule" ? groupBlocks(edit) : aclBlocks(edit);
}

function groupBlocks(edit: Of<"group-rule">): string[] {
  const { becomes, ruleId, was, direction } = edit;
  const planned = edit.rule.at.address;
  const old = `${visible(planned ?? ruleId ?? "the rule")} (${visible(edit.filter.name)}: ${termsText(was, direction)})`;
  const place = planned === undefined ? "" : `, ${visible(edit.rule.at.uri)}${lineOf(edit)}`;
  const head = [`# ${becomes.length === 0 ? "Delete" : "Change"} what makes ${old}${place}`];
  if (becomes.length === 0) return head;
  const type = `aws_vpc_security_group_${direction}_rule`;
  const first = hclName(`${edit.filter.name}_${protocolName(becomes[0]?.protocol ?? null)}_1`);
  const held =
    planned !== undefined || ruleId === null || becomes.length === 0
      ? []
      : [
          `# (where Terraform does not hold it yet: import { to = ${type}.${first}, id = ${hclString(ruleId)} }, on lines of their own)`,
        ];
  // Rules of their own and blocks in aws_security_group undo each other (provider's page of aws_security_group).
  const note = ["# (in a group with ingress and egress blocks: as blocks there)"];
  const blocks = becomes.flatMap((terms, index) => {
    const name = hclName(`${edit.filter.name}_${protocolName(terms.protocol)}_${index + 1}`);
    return [...(index > 0 ? [""] : []), `resource "${type}" "${name}" {`, ...groupLines(edit, terms), "}"];
  });
  return [...head, ...note, ...held, ...blocks];
}

function lineOf({ rule }: RuleEdit): string {
  return rule.at.line === undefined ? "" : `:${rule.at.line}`;
}

function groupLines({ filter, description }: Of<"group-rule">, terms: RuleTerms): string[] {
  const both = bothPorts(terms);
  return aligned([
    ["security_group_id", hclString(filter.name)],
    ...(description === null ? [] : [["description", hclString(description)] as const]),
    ["ip_protocol", hclString(protocolName(terms.protocol))],
    ...(both === undefined
      ? []
      : [["from_port", String(both[0])] as const, ["to_port", String(both[1])] as const]),
    peerLine(terms),
  ]);
}

function peerLine({ peer }: RuleTerms): readonly [string, string] {
  if ("prefixList" in peer) return ["prefix_list_id", hclString(peer.prefixList)];
  if ("cidr" in peer) return [peer.cidr.includes(":") ? "cidr_ipv6" : "cidr_ipv4", hclString(peer.cidr)];
  const account = peer.account === undefined ? "" : `${peer.account}/`;
  return ["referenced_security_group_id", hclString(`${account}${peer.group}`)];
}

function aclBlocks(edit: Of<"acl-entries">): string[] {
  return edit.steps.flatMap((step, index) => {
    const gap = index > 0 ? [""] : [];
    if (step.deed === "delete")
      return [
        ...gap,
        `# Delete what makes entry ${step.number} (${edit.direction}) of ${visible(edit.filter.name)}`,
      ];
    const over = step.deed === "replace" ? [`# in the place of the entry ${step.number} that is there`] : [];
    const name = hclName(`${edit.filter.name}_${edit.direction}_${step.number}`);
    return [...gap, ...over, `resource "aws_network_acl_rule" "${name}" {`, ...entryLines(edit, step), "}"];
  });
}

function entryLines({ filter, direction }: Of<"acl-entries">, { number, action, terms }: AclStep): string[] {
  const both = bothPorts(terms);
  const icmp = terms.protocol === 1 || terms.protocol === 58;
  const [first, last] = icmp ? (["icmp_type", "icmp_code"] as const) : (["from_port", "to_port"] as const);
  return aligned([
    ["network_acl_id", hclString(filter.name)],
    ["rule_number", String(number)],
    ["egress", String(direction === "egress")],
    ["protocol", hclString(protocolName(terms.protocol))],
    ["rule_action", hclString(action)],
    [terms.cidr.includes(":") ? "ipv6_cidr_block" : "cidr_block", hclString(terms.cidr)],
    ...(both === undefined ? [] : [[first, String(both[0])] as const, [last, String(both[1])] as const]),
  ]);
}

function aligned(members: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...members.map(([name]) => name.length));
  return members.map(([name, value]) => `  ${name.padEnd(width)} = ${value}`);
}
