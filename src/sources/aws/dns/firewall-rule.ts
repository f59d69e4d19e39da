import { type FactsByKind, isObject } from "../../../model/index.js";
import type { Item } from "../item.js";
import { scopeOf } from "../place.js";
import { nameIn, worded } from "./name.js";

type Rule = FactsByKind["dns-firewall-rule"];

const ACTIONS: ReadonlySet<string> = new Set(["allow", "alert", "block"]);

/**
 * One rule of a group. It has no id of its own: its list, or what it detects, and the type of question tell it
 * from the others. The id names no account, for whoever uses a shared group sees its rules.
 * @param asked the group that was asked about; null where nobody knows what was asked
 */
export function addFirewallRule(raw: Item, asked: string | null): void {
  const { draft, pointer } = raw;
  const { partition, region = "", account: _viewer } = draft.place;
  const group = raw.text("FirewallRuleGroupId") || asked;
  const list = raw.text("FirewallDomainListId") || null;
  const detector = raw.text("FirewallThreatProtectionId") || null;
  const priority = raw.int("Priority");
  const judgedBy = list ?? detector ?? (priority === null ? null : String(priority));
  if (group === null || judgedBy === null) {
    raw.gap("unparsed", "A rule of a DNS firewall does not tell its group, or what it judges by");
    return;
  }
  const queryType = raw.text("Qtype") || null;
  const local = `${judgedBy}${queryType === null ? "" : `/${queryType}`}`;
  const id = `arn:${partition}:route53resolver:${region}::firewall-rule-group/${group}#${local}`;
  const item = raw.about(id);
  const { account: _caller, ...nobodys } = scopeOf(draft.place);
  const name = item.text("Name") ?? "";
  const is = { ...factsOf(item, list), name, priority, queryType };
  const label = name === "" ? local : name;
  const type = "aws.dns-firewall-rule";
  draft.node({
    ...{ id, kind: "dns-firewall-rule", type, label, scope: nobodys, is, native: item.json, pointer },
  });
  draft.edge({ from: id, relation: "group", to: group, pointer });
  draft.edge({ from: id, relation: "domain_list", to: list, pointer });
}

function factsOf(item: Item, list: string | null): Omit<Rule, "name" | "priority" | "queryType"> {
  const action = worded(item.text("Action")) ?? "unknown";
  if (!ACTIONS.has(action)) item.gap("unmodelled", "What a rule of a DNS firewall does is not known here");
  const { protection, unmodelled } = detectionOf(item);
  if (list === null && protection === null)
    item.gap("unmodelled", "A rule of a DNS firewall judges by what is not known here");
  return {
    action: ACTIONS.has(action) ? action : "unknown",
    blockResponse: worded(item.text("BlockResponse")),
    override: overrideOf(item),
    inspectsRedirections: item.text("FirewallDomainRedirectionAction") !== "TRUST_REDIRECTION_DOMAIN",
    protection,
    unmodelled,
  };
}

function overrideOf(item: Item): Rule["override"] {
  const name = nameIn(item, "BlockOverrideDomain");
  if (name === null) return null;
  return {
    name,
    recordType: item.text("BlockOverrideDnsType") ?? "CNAME",
    ttl: item.int("BlockOverrideTtl"),
  };
}

/** What it detects instead of listed names, in the older or the newer way of telling it. */
function detectionOf(item: Item): Pick<Rule, "protection" | "unmodelled"> {
  const newer = item.child("FirewallRuleType");
  const told = newer?.child("DnsThreatProtection") ?? null;
  const threat = worded(told?.text("Value") ?? item.text("DnsThreatProtection"));
  const confidence = worded(told?.text("ConfidenceThreshold") ?? item.text("ConfidenceThreshold"));
  const others = Object.entries(newer?.json ?? {}).filter(
    ([member, value]) => member !== "DnsThreatProtection" && isObject(value),
  );
  return {
    protection: threat === null ? null : { threat, confidence: confidence ?? "unknown" },
    unmodelled: others.map(([member]) => member).sort(),
  };
}
