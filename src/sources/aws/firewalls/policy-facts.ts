import type { FactsByKind } from "../../../model/index.js";
import { AddressSet, formatCidr } from "../../../net/index.js";
import type { Item } from "../item.js";
import { AddressText } from "./address-text.js";
import { nameOf } from "./group.js";
import { statelessAction } from "./stateless-rules.js";
import { definitions } from "./variables.js";

type Facts = FactsByKind["firewall-policy"];

/** Members of a policy that are read here, or that say nothing about packets. */
const UNDERSTOOD = new Set([
  "StatelessRuleGroupReferences",
  "StatelessDefaultActions",
  "StatelessFragmentDefaultActions",
  "StatelessCustomActions",
  "StatefulRuleGroupReferences",
  "StatefulDefaultActions",
  "StatefulEngineOptions",
  "TLSInspectionConfigurationArn",
  "PolicyVariables",
  // It holds packets back until TLS was looked at, which is doubted as a whole.
  "EnableTLSSessionHolding",
]);

/** https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_FirewallPolicy.html */
export function policyFacts(id: string, policy: Item): Facts {
  const engine = policy.child("StatefulEngineOptions");
  const order = engine?.text("RuleOrder") ?? "DEFAULT_ACTION_ORDER";
  const strictOrder = order === "STRICT_ORDER";
  const unmodelled = Object.keys(policy.json).filter(
    (member) => !UNDERSTOOD.has(member) && policy.json[member] !== null,
  );
  if (!strictOrder && order !== "DEFAULT_ACTION_ORDER") unmodelled.push(`rule order ${order}`);
  const homeNet = homeOf(policy, unmodelled);
  return {
    name: nameOf(id),
    statelessDefault: statelessAction(policy.texts("StatelessDefaultActions")) ?? "unknown",
    fragmentDefault: statelessAction(policy.texts("StatelessFragmentDefaultActions")) ?? "unknown",
    statelessGroups: inPriority(policy.list("StatelessRuleGroupReferences").flatMap(reference)).map(
      ({ group, priority }) => ({ group, priority }),
    ),
    strictOrder,
    statefulDefaults: policy.texts("StatefulDefaultActions"),
    statefulGroups: inPriority(policy.list("StatefulRuleGroupReferences").flatMap(reference)),
    midstream: MIDSTREAM.get(engine?.text("StreamExceptionPolicy") ?? "DROP") ?? "unknown",
    homeNet,
    decrypts: policy.text("TLSInspectionConfigurationArn"),
    unmodelled: unmodelled.sort(),
  };
}

/** https://docs.aws.amazon.com/network-firewall/latest/developerguide/stream-exception-policy.html */
const MIDSTREAM: ReadonlyMap<string, Facts["midstream"]> = new Map([
  ["DROP", "deny"],
  ["REJECT", "deny"],
  ["CONTINUE", "continue"],
]);

type Reference = Facts["statefulGroups"][number];

function reference(item: Item): Reference[] {
  const group = item.text("ResourceArn");
  if (group === null) {
    item.gap("unparsed", "A policy names a rule group without its ARN");
    return [];
  }
  const override = item.child("Override")?.text("Action") ?? null;
  if (override !== null && override !== "DROP_TO_ALERT")
    item.gap("unmodelled", `What ${override} does to the rules of ${nameOf(group)} is not known here`);
  return [{ group, priority: item.int("Priority"), alertsOnly: override === "DROP_TO_ALERT" }];
}

/** The lowest number goes first; without numbers the order has no meaning. */
function inPriority(references: readonly Reference[]): Reference[] {
  const last = Number.MAX_SAFE_INTEGER;
  return [...references].sort(
    (a, b) => (a.priority ?? last) - (b.priority ?? last) || (a.group < b.group ? -1 : 1),
  );
}

/**
 * A policy's own HOME_NET; EXTERNAL_NET is what it leaves (developer guide, "Troubleshooting rules in
 * Network Firewall"). Null where it has none.
 */
function homeOf(policy: Item, unmodelled: string[]): string[] | null {
  const variables = definitions(policy.child("PolicyVariables")?.child("RuleVariables") ?? null);
  for (const name of variables.keys()) if (name !== "HOME_NET") unmodelled.push(`variable ${name}`);
  const own = variables.get("HOME_NET");
  if (own === undefined || own.length === 0) return null;
  const nothing = { addresses: new Map(), ports: new Map(), references: new Map() };
  const named = new AddressText(nothing).read(`[${own.join(",")}]`);
  if (typeof named !== "string" && named.lists.length === 0 && named.home.equals(named.away))
    return named.home.equals(AddressSet.NONE) ? [] : named.home.toCidrs().map(formatCidr);
  unmodelled.push("variable HOME_NET");
  return [];
}
