import type { FactsByKind, JsonObject, Peer } from "../../../model/index.js";
import type { Item } from "../item.js";
import { type Named, peersOf } from "./address-text.js";
import type { Group } from "./group.js";
import { portsOf } from "./port-text.js";
import { optionsOf } from "./rule-options.js";
import { ruleProtocolOf } from "./rule-protocol.js";
import type { RuleText } from "./rule-text.js";

type Rule = FactsByKind["rule"];

/** A rule of a stateful group, whichever way it is written. */
export interface StatefulRule {
  readonly rule: RuleText;
  /** Position in its group. */
  readonly order: number;
  readonly native: JsonObject;
  /** Where it stands. */
  readonly source: Item;
}

/** https://docs.aws.amazon.com/network-firewall/latest/developerguide/rule-action.html */
const ACTIONS: ReadonlyMap<string, Rule["action"]> = new Map<string, Rule["action"]>([
  ["pass", "allow"],
  ["drop", "deny"],
  ["reject", "deny"],
  ["rejectsrc", "deny"],
  ["rejectdst", "deny"],
  ["rejectboth", "deny"],
  ["alert", "continue"],
]);

/** A rule whose conditions are not all understood stands with its header, and says what else narrows it. */
export function addStatefulRule(group: Group, { rule, order, native, source }: StatefulRule): void {
  const { draft, pointer } = source;
  const options = optionsOf(rule.options);
  const { looksInside, ...protocol } = ruleProtocolOf(rule.protocol);
  const from = side(group, { addresses: rule.source, ports: rule.sourcePort });
  const to = side(group, { addresses: rule.destination, ports: rule.destinationPort });
  const inside = looksInside ? [`protocol ${rule.protocol.toLowerCase()}`] : [];
  const action = ACTIONS.get(rule.action.toLowerCase());
  const strange = action === undefined ? [`action ${rule.action.slice(0, 40)}`] : [];
  const header = headerOf(rule);
  const id = draft.node({
    id: group.ruleId(options.sid === null ? `rule/${order}` : `sid/${options.sid}`),
    kind: "rule",
    type: "aws.network-firewall-stateful-rule",
    label: `${group.name}: ${header}${options.sid === null ? "" : ` (sid ${options.sid})`}`,
    is: {
      direction: "ingress",
      ...(action === undefined ? {} : { action }),
      order,
      ...protocol,
      ports: to.ports,
      sourcePorts: from.ports,
      icmp: null,
      peers: from.peers,
      localPeers: to.peers,
      established: false,
      ...(rule.direction === "<>" ? { twoWay: true } : {}),
      ...(options.connection === undefined ? {} : { connection: options.connection }),
      description: options.message,
      unmodelled: [
        ...new Set([...from.unknown, ...to.unknown, ...inside, ...strange, ...options.unmodelled]),
      ],
    },
    native,
    pointer,
    ...(options.sid === null ? {} : { cited: `sid:${options.sid}` }),
  });
  draft.edge({ from: id, relation: "filter", to: group.id, pointer });
  for (const list of new Set([...from.lists, ...to.lists]))
    draft.edge({ from: id, relation: "prefix_lists", to: list, pointer });
}

interface Side {
  readonly peers: Peer[];
  readonly lists: readonly string[];
  readonly ports: Rule["ports"];
  readonly unknown: readonly string[];
}

/** One end of a rule; what is not known of it may be anything. */
function side(group: Group, { addresses, ports }: { addresses: string; ports: string }): Side {
  const named: Named | string = group.addresses.read(addresses);
  const read = portsOf(ports, group.variables);
  const unknown = [named, read].filter((one) => typeof one === "string");
  return {
    peers: typeof named === "string" ? [{ any: true }] : peersOf(named),
    lists: typeof named === "string" ? [] : named.lists,
    ports: typeof read === "string" ? null : read,
    unknown,
  };
}

function headerOf({
  action,
  protocol,
  source,
  sourcePort,
  direction,
  destination,
  destinationPort,
}: RuleText) {
  const text = [action, protocol, source, sourcePort, direction, destination, destinationPort].join(" ");
  const plain = text.replace(/\s+/g, " ");
  return plain.length > MOST_LABEL ? `${plain.slice(0, MOST_LABEL)}…` : plain;
}

const MOST_LABEL = 160;
