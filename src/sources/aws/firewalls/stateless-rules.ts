import type { FactsByKind, Peer } from "../../../model/index.js";
import { formatCidr, parseCidr } from "../../../net/index.js";
import { quoted } from "../block.js";
import type { Item } from "../item.js";
import type { Group } from "./group.js";

type Rule = FactsByKind["rule"];
type Action = "allow" | "deny" | "inspect";

const ACTIONS: ReadonlyMap<string, Action> = new Map([
  ["aws:pass", "allow"],
  ["aws:drop", "deny"],
  ["aws:forward_to_sfe", "inspect"],
]);

/** The one standard action; custom ones beside it publish a metric. Null where there is none. */
export function statelessAction(actions: readonly string[]): Action | null {
  const standard = actions.flatMap((action) => ACTIONS.get(action) ?? []);
  return standard.length === 1 ? (standard[0] ?? null) : null;
}

/** Protocols whose ports and flags a rule looks at; of others it takes every packet (API reference, MatchAttributes). */
const PORTED = [6, 17];

/**
 * Rules in their priorities. https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_StatelessRule.html
 */
export function addStatelessRules(group: Group, rules: Item): void {
  for (const rule of rules.list("StatelessRules")) {
    const definition = rule.child("RuleDefinition");
    const priority = rule.int("Priority");
    if (definition === null || priority === null) {
      rule.gap("unparsed", `A stateless rule of ${group.name} has no priority or no definition`);
      continue;
    }
    const action = statelessAction(definition.texts("Actions"));
    if (action === null)
      rule.gap("unmodelled", `What rule ${priority} of ${group.name} does with packets is not known here`);
    const match = definition.child("MatchAttributes");
    for (const part of partsOf(match)) addRule(group, { rule, match, priority, action, part });
  }
}

interface Part {
  /** Behind the priority, in the id. */
  readonly suffix: string;
  readonly protocols: Rule["protocols"];
  readonly ported: boolean;
  readonly unmodelled: readonly string[];
}

/**
 * A rule with ports is two: one for the protocols that have them, one for the others that it names. Whether one
 * without any protocol takes those others as well is not documented.
 */
function partsOf(match: Item | null): Part[] {
  const named = protocolsOf(match);
  const flags = match?.list("TCPFlags") ?? [];
  const ports = ["SourcePorts", "DestinationPorts"].some((member) => (match?.list(member) ?? []).length > 0);
  const doubts = flags.length > 0 ? ["TCP flags"] : [];
  if (!ports)
    return [{ suffix: "", protocols: named.length === 0 ? null : named, ported: false, unmodelled: doubts }];
  if (named.length === 0)
    return [
      { suffix: "", protocols: PORTED, ported: true, unmodelled: doubts },
      { suffix: "/others", protocols: OTHERS, ported: false, unmodelled: ["ports without a protocol"] },
    ];
  const parts: Part[] = [];
  const ported = named.filter((protocol) => PORTED.includes(protocol));
  const others = named.filter((protocol) => !PORTED.includes(protocol));
  if (ported.length > 0) parts.push({ suffix: "", protocols: ported, ported: true, unmodelled: doubts });
  if (others.length > 0)
    parts.push({ suffix: "/others", protocols: others, ported: false, unmodelled: doubts });
  return parts;
}

const OTHERS = Array.from({ length: 256 }, (_none, number) => number).filter(
  (number) => !PORTED.includes(number),
);

function addRule(
  group: Group,
  what: {
    readonly rule: Item;
    readonly match: Item | null;
    readonly priority: number;
    readonly action: Action | null;
    readonly part: Part;
  },
): void {
  const { rule, match, priority, action, part } = what;
  const { draft, pointer } = rule;
  const unmodelled = [...part.unmodelled];
  const peers = addressesOf(match, "Sources", unmodelled);
  const localPeers = addressesOf(match, "Destinations", unmodelled);
  const ports = part.ported ? portsOf(match, "DestinationPorts", unmodelled) : null;
  const sourcePorts = part.ported ? portsOf(match, "SourcePorts", unmodelled) : null;
  const id = draft.node({
    id: group.ruleId(`rule/${priority}${part.suffix}`),
    kind: "rule",
    type: "aws.network-firewall-stateless-rule",
    label: `${group.name}: stateless rule ${priority}${action === null ? "" : `, ${SAID[action]}`}`,
    is: {
      direction: "ingress",
      ...(action === null ? {} : { action }),
      order: priority,
      family: null,
      protocols: part.protocols,
      ports,
      sourcePorts,
      icmp: null,
      peers,
      localPeers,
      established: false,
      description: null,
      unmodelled,
    },
    native: rule.json,
    pointer,
    cited: `priority ${priority}`,
  });
  draft.edge({ from: id, relation: "filter", to: group.id, pointer });
}

const SAID: Readonly<Record<Action, string>> = { allow: "pass", deny: "drop", inspect: "forward" };

function protocolsOf(match: Item | null): number[] {
  const told = match?.json["Protocols"];
  if (told === undefined || told === null) return [];
  const numbers = Array.isArray(told) ? told.filter((one): one is number => Number.isInteger(one)) : [];
  if (!Array.isArray(told) || numbers.length < told.length)
    match?.gap("unparsed", "A stateless rule has protocols that cannot be read");
  return numbers.filter((number) => number >= 0 && number <= 255);
}

/** An empty list is everybody. */
function addressesOf(match: Item | null, member: string, unmodelled: string[]): Peer[] {
  const told = match?.list(member) ?? [];
  if (told.length === 0) return [{ any: true }];
  const peers: Peer[] = [];
  for (const one of told) {
    const text = one.text("AddressDefinition") ?? "";
    if (text.toUpperCase() === "ANY") return [{ any: true }];
    const cidr = parseCidr(text.includes("/") ? text : `${text}/${text.includes(":") ? 128 : 32}`);
    if (cidr === null) unmodelled.push(`address ${quoted(text)}`);
    else peers.push({ cidr: formatCidr(cidr) });
  }
  return peers.length < told.length ? [{ any: true }] : peers;
}

function portsOf(match: Item | null, member: string, unmodelled: string[]): Rule["ports"] {
  const told = match?.list(member) ?? [];
  if (told.length === 0) return null;
  const ranges = told.flatMap((range) => {
    const from = range.int("FromPort");
    const to = range.int("ToPort") ?? from;
    return from === null || to === null || from < 0 || to > 65535 || from > to ? [] : [{ from, to }];
  });
  if (ranges.length === told.length) return ranges;
  unmodelled.push("ports that cannot be read");
  return null;
}
