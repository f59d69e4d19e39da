import type { EstateNode, Given, ResolutionOutcome } from "../../model/index.js";
import { parentName } from "../../net/index.js";
import { associatedOf, idsOf } from "./candidates.js";
import type { Asked, Inquiry, Server } from "./inquiry.js";

type Rule = EstateNode<"dns-firewall-rule">;

/** What the DNS firewall lets pass, or what is answered instead. */
type Judgement = { readonly trusted: boolean } | { readonly outcomes: ResolutionOutcome[] };

/**
 * Groups by the priority of their association, rules by theirs; the first that names the domain decides. Names that
 * a name leads to are judged too, but by rules that trust the first one.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall-rule-settings.html
 */
export function judged(
  inquiry: Inquiry,
  { network, chained }: Extract<Server, { kind: "resolver" }>,
  asked: Asked,
): Judgement {
  if (chained?.trusted === true) return { trusted: true };
  inquiry.miss(inquiry.names.missing(network, "dns_associations"));
  for (const group of groupsOf(inquiry, network)) {
    inquiry.miss(inquiry.names.missing(group, "rules"));
    for (const rule of rulesOf(inquiry, group)) {
      if (chained !== undefined && rule.is.inspectsRedirections === false) continue;
      if (!matches(inquiry, rule, asked)) continue;
      return decided(inquiry, { rule, network, asked });
    }
  }
  return { trusted: false };
}

/** Groups that judge what a network asks, in their order. */
export function groupsOf({ names }: Inquiry | { names: Inquiry["names"] }, network: string): string[] {
  const own = associatedOf(names, network, "dns-firewall-group").map(({ id, is }) => ({
    priority: is.priority ?? Number.MAX_SAFE_INTEGER,
    group: idsOf(names, id, "associated")[0] ?? "",
  }));
  const profiled = associatedOf(names, network, "dns-profile").flatMap(({ id }) =>
    idsOf(names, id, "associated").flatMap((profile) =>
      idsOf(names, profile, "contains")
        .filter((held) => names.graph.node(held)?.kind === "dns-firewall-group")
        .map((group) => ({ priority: Number.MAX_SAFE_INTEGER, group })),
    ),
  );
  return [...own, ...profiled]
    .sort((a, b) => a.priority - b.priority || (a.group < b.group ? -1 : 1))
    .map(({ group }) => group);
}

export function rulesOf({ names }: Inquiry | { names: Inquiry["names"] }, group: string): Rule[] {
  const rules = idsOf(names, group, "rules").map((id) => names.graph.node(id) as Rule);
  return rules.sort((a, b) => (a.is.priority ?? 0) - (b.is.priority ?? 0) || (a.id < b.id ? -1 : 1));
}

function matches(inquiry: Inquiry, rule: Rule, { name, type }: Asked): boolean {
  const { queryType = null, protection = null, unmodelled = [] } = rule.is;
  if (queryType !== null && queryType !== type) return false;
  if (unmodelled.length > 0)
    inquiry.miss([inquiry.names.untold(rule, `it judges by ${unmodelled.join(", ")}`)]);
  if (protection !== null) {
    inquiry.assumes.add(`${rule.label} sees no ${protection.threat} in ${name}`);
    return false;
  }
  return idsOf(inquiry.names, rule.id, "domain_list").some((list) => lists(inquiry, list, name));
}

function lists(inquiry: Inquiry, id: string, name: string): boolean {
  const { is, label } = inquiry.graph.node(id) as EstateNode<"domain-list">;
  if (is.managedBy !== undefined && is.managedBy !== null) {
    inquiry.assumes.add(`the provider's list ${label} does not name ${name}`);
    return false;
  }
  inquiry.miss(inquiry.names.missing(id, "domain_sets"));
  return idsOf(inquiry.names, id, "domain_sets").some((set) => {
    const domains = domainsOf(inquiry.graph.node(set) as EstateNode<"domain-set">);
    if (domains.has(name) || domains.has("*.")) return true;
    for (let at = parentName(name); at !== null && at !== "."; at = parentName(at))
      if (domains.has(`*.${at}`)) return true;
    return false;
  });
}

const SETS = new WeakMap<object, ReadonlySet<string>>();

function domainsOf({ is }: EstateNode<"domain-set">): ReadonlySet<string> {
  const domains = is.domains ?? [];
  const known = SETS.get(domains) ?? new Set(domains);
  SETS.set(domains, known);
  return known;
}

interface Deciding {
  readonly rule: Rule;
  readonly network: string;
  readonly asked: Asked;
}

function decided(inquiry: Inquiry, { rule, network, asked }: Deciding): Judgement {
  const { action = "unknown", blockResponse = null, override = null } = rule.is;
  if (action === "unknown") inquiry.miss([inquiry.names.untold(rule, "what it does is not known")]);
  if (action !== "block") {
    inquiry.step(network, `the DNS firewall lets ${asked.name} pass (${action})`, rule.id);
    return { trusted: rule.is.inspectsRedirections === false };
  }
  inquiry.step(network, `the DNS firewall blocks ${asked.name} (${blockResponse ?? "no answer"})`, rule.id);
  const given: Given[] =
    override === null
      ? []
      : [
          {
            ...{ name: asked.name, type: override.recordType, ttl: override.ttl },
            ...{ values: [override.name], record: rule.id },
          },
        ];
  return {
    outcomes: [inquiry.ends("blocked", `${rule.label} of the DNS firewall blocks ${asked.name}`, given)],
  };
}
