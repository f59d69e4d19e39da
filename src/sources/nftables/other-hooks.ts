import { type Gap, gapOf, isObject, type Json } from "../../model/index.js";
import type { Chain, RuleItem } from "./chain.js";
import { canRefuse, filteredDirection, reachable } from "./hooks.js";
import { clean } from "./spell.js";

/**
 * What chains outside the modelled hooks do to the packets that the filters judge. Rewriting where a packet
 * goes (dnat, redirect) makes every filter of the host uncertain: it judges other addresses and ports than
 * the sender used. Refusing earlier only narrows what the filters admit, and changing the source of what
 * leaves (snat, masquerade) changes no verdict of this host: both are reported without touching a verdict.
 */
export function otherHooks(chains: ReadonlyMap<string, Chain>, filters: readonly string[]): Gap[] {
  return [...chains.values()].flatMap((chain) => [
    ...rewriting(chain, filters),
    ...(chain.hook !== null && filteredDirection(chain) === null ? elsewhere(chain, chains) : []),
  ]);
}

function rewriting(chain: Chain, filters: readonly string[]): Gap[] {
  return chain.rules.flatMap((rule) => {
    const rewrites = chain.rewrites(rule);
    if (rewrites.length === 0) return [];
    const message = `${placed(chain, rule)} changes where packets go (${rewrites.join(", ")}); what the filters judge is not what was sent`;
    return [gapOf({ reason: "unmodelled", message, at: rule.at, touches: { nodes: [...filters] } })];
  });
}

function elsewhere(chain: Chain, chains: ReadonlyMap<string, Chain>): Gap[] {
  const rules = reachable(chain, chains, "ingress").flatMap((one) => one.rules);
  const sources = rules.filter(({ expressions }) => expressions.some(changesSource));
  const what = [
    ...(chain.type !== "nat" && canRefuse(chain, chains)
      ? ["may refuse packets before or after the modelled hooks"]
      : []),
    ...(sources.length > 0 ? ["changes the source of what leaves"] : []),
  ];
  const name = clean(`${chain.family} ${chain.table} ${chain.name}`);
  return what.map((does) =>
    gapOf({
      reason: "unmodelled",
      message: `Chain ${name} (${chain.type} at ${chain.hook}) ${does}`,
      at: chain.at,
    }),
  );
}

/** Also the targets of iptables that a listing carries untranslated. */
function changesSource(expression: Json): boolean {
  if (!isObject(expression)) return false;
  const { xt } = expression;
  const foreign = isObject(xt) && ["SNAT", "MASQUERADE", "NETMAP"].includes(`${xt["name"]}`);
  return foreign || "snat" in expression || "masquerade" in expression;
}

function placed(chain: Chain, rule: RuleItem): string {
  return `Rule ${rule.handle} of ${clean(`${chain.family} ${chain.table} ${chain.name}`)}`;
}
