import type { RuleEdit } from "../../model/index.js";
import { visible } from "../visible.js";
import { termsText } from "./terms.js";

/** The same in the provider's console, click by click; none for what has no console. */
export function consoleSteps(edit: RuleEdit): string[] {
  if (edit.kind === "chain-rule") return [];
  const way = edit.direction === "ingress" ? "Inbound rules" : "Outbound rules";
  const side = edit.direction === "ingress" ? "inbound" : "outbound";
  const region = edit.filter.region === undefined ? "" : ` in ${visible(edit.filter.region)}`;
  const where = edit.kind === "group-rule" ? "EC2 > Security Groups" : "VPC > Network ACLs";
  const open = `${where}${region} > ${visible(edit.filter.name)} > ${way} > Edit ${side} rules`;
  return [open, ...(edit.kind === "group-rule" ? ruleSteps(edit) : entrySteps(edit)), "Save"];
}

function ruleSteps({ was, becomes, ruleId, direction }: Extract<RuleEdit, { kind: "group-rule" }>): string[] {
  const [first, ...more] = becomes.map((terms) => termsText(terms, direction));
  const old = `${termsText(was, direction)}${ruleId === null ? "" : ` (${visible(ruleId)})`}`;
  if (first === undefined) return [`Delete ${old}`];
  return [`Change ${old} to ${first}`, ...more.map((text) => `Add rule: ${text}`)];
}

function entrySteps({ steps, direction }: Extract<RuleEdit, { kind: "acl-entries" }>): string[] {
  return steps.map(({ deed, number, action, terms: { cidr, ...terms } }) => {
    if (deed === "delete") return `Remove rule ${number}`;
    const text = `${action} ${termsText({ ...terms, peer: { cidr } }, direction)}`;
    return deed === "create" ? `Add rule ${number}: ${text}` : `Change rule ${number} to: ${text}`;
  });
}
