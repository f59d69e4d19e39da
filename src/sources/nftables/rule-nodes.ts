import type { Edge, EstateNode } from "../../model/index.js";
import { FAMILIES, type Family } from "../../net/index.js";
import type { Chain, RuleItem } from "./chain.js";
import { ANYTHING, type Condition } from "./condition.js";
import type { Draft } from "./draft.js";
import { ruleFacts } from "./facts.js";
import { filteredDirection, targetKey } from "./hooks.js";
import { asMet, isPartial } from "./met.js";
import { clean, spellRule } from "./spell.js";
import type { Visit } from "./visits.js";

/** A chain as it is met on one way. */
export interface Met {
  readonly chain: Chain;
  /** Id of the filter that it is on this way. */
  readonly id: string;
  readonly visit: Visit;
  /** Entered by an accept of an earlier chain: its end is its policy, not the way back. */
  readonly follows: boolean;
  /** Set where the chain is met in the other direction too, so that ids stay unique. */
  readonly suffix: string;
  readonly chains: ReadonlyMap<string, Chain>;
  /** Id of the filter that another chain is on this way. */
  idOf(chain: Chain): string;
  readonly scope: EstateNode["scope"];
}

interface Row {
  readonly draft: Draft;
  readonly to: Chain | null;
}

/** The rule nodes of a chain in one direction, and their edges. */
export function ruleNodes(met: Met): { nodes: EstateNode<"rule">[]; edges: Edge[] } {
  const nodes: EstateNode<"rule">[] = [];
  const edges: Edge[] = [];
  const put = (rule: Named, rows: readonly Row[]) => {
    for (const [index, { draft, to }] of rows.entries()) {
      const node = ruleNode(met, rule, {
        draft,
        order: nodes.length + 1,
        part: rows.length > 1 ? index + 1 : 0,
      });
      nodes.push(node);
      edges.push({ from: node.id, relation: "filter", to: met.id, at: rule.at });
      if (to !== null) edges.push({ from: node.id, relation: "jumps_to", to: met.idOf(to), at: rule.at });
    }
  };
  put(
    { ...met.chain, handle: "family", comment: "packets of the other family never come here" },
    otherFamily(met),
  );
  const { chain, visit } = met;
  for (const rule of chain.rules)
    put(
      named(rule),
      chain
        .rows(rule, visit.direction)
        .flatMap((row) => asMet(row, chain, visit) ?? [])
        .flatMap((row) => taken(row, met)),
    );
  put({ ...met.chain, handle: "policy", comment: `policy of ${met.chain.name}` }, closing(met));
  return { nodes, edges };
}

interface Named {
  readonly handle: string;
  readonly comment: string;
  readonly body: RuleItem["body"];
  readonly at: RuleItem["at"];
}

function named(rule: RuleItem): Named {
  const comment = rule.body["comment"];
  return { ...rule, comment: typeof comment === "string" ? clean(comment) : "" };
}

/** What a row becomes where an accept is not the end: it leads to the next chain at the hook. */
function taken(draft: Draft, met: Met): Row[] {
  const { chain, chains } = met;
  const { next } = met.visit;
  const ends = chain.hook !== null && (met.follows || next.size > 0);
  // Where a goto comes back to, the policy decides; as a row it must be asked for on the spot.
  if (draft.action === "goto" && ends) {
    return [
      { ...draft, action: "jump" as const },
      { ...draft, action: chain.policy, target: null },
    ].flatMap((row) => taken(row, met));
  }
  if (draft.target !== null) {
    const to = chains.get(targetKey(chain, draft.target)) ?? null;
    const missing = to === null ? [`chain ${clean(draft.target)} is not in the listing`] : [];
    return [{ draft: { ...draft, condition: narrower(draft.condition, missing) }, to }];
  }
  if (draft.action === "return" && ends) return taken({ ...draft, action: chain.policy }, met);
  if (draft.action !== "allow" || next.size === 0) return [{ draft, to: null }];
  return byFamily(draft, next);
}

function byFamily(draft: Draft, next: Visit["next"]): Row[] {
  const { families } = draft.condition;
  const targets = [...new Set(families.map((family) => next.get(family) ?? null))];
  return targets.map((to) => {
    const condition = {
      ...draft.condition,
      families: families.filter((family) => (next.get(family) ?? null) === to),
    };
    return to === null
      ? { draft: { ...draft, condition }, to }
      : { draft: { action: "goto", target: to.name, condition }, to };
  });
}

function narrower(condition: Condition, why: readonly string[]): Condition {
  return { ...condition, unmodelled: [...condition.unmodelled, ...why] };
}

/** An `ip` table never sees IPv6 and the other way round: what its policy accepts is one family only. */
function otherFamily({ chain, follows }: Met): Row[] {
  const others = FAMILIES.filter((family) => !chain.families.includes(family));
  if (
    others.length === 0 ||
    filteredDirection(chain) === null ||
    chain.hook === null ||
    chain.policy === "deny" ||
    follows
  )
    return [];
  return [row("deny", others)];
}

/** The policy as a row: where the chain follows another, where what it accepts goes on to the next, or where not all packets meet it. */
function closing(met: Met): Row[] {
  const { chain, visit, follows } = met;
  if (chain.hook === null) return [];
  if (isPartial(chain)) {
    const draft = asMet(row(chain.policy, chain.families).draft, chain, visit);
    return draft === null || chain.policy === "allow" ? [] : [{ draft, to: null }];
  }
  if (!follows && (visit.next.size === 0 || chain.policy === "deny")) return [];
  return taken(row(chain.policy, chain.families).draft, met);
}

function row(action: "allow" | "deny", families: readonly Family[]): Row {
  return { draft: { action, target: null, condition: { ...ANYTHING, families } }, to: null };
}

interface Numbered {
  readonly draft: Draft;
  readonly order: number;
  readonly part: number;
}

function ruleNode(met: Met, rule: Named, { draft, order, part }: Numbered): EstateNode<"rule"> {
  const { chain, id, suffix, scope } = met;
  const { direction } = met.visit;
  const expressions = rule.body["expr"];
  const text = Array.isArray(expressions) ? spellRule(expressions) : rule.comment;
  return {
    id: `${id}#${rule.handle}${part > 0 ? `.${part}` : ""}${suffix}`,
    kind: "rule",
    type: "nftables.rule",
    label: `${clean(chain.name)} #${rule.handle}: ${text === "" ? draft.action : text}`,
    aliases: [],
    scope,
    tags: {},
    is: ruleFacts(draft, { direction, order, description: rule.comment === "" ? null : rule.comment }),
    native: rule.body,
    at: { ...rule.at, id: rule.handle },
  };
}
