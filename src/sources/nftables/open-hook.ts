import { type Edge, type EstateNode, hostId, type Provenance, siteId } from "../../model/index.js";
import { FAMILIES } from "../../net/index.js";
import type { Chain } from "./chain.js";
import { ANYTHING } from "./condition.js";
import { ruleFacts } from "./facts.js";
import { filteredDirection } from "./hooks.js";
import { type NftPlace, ownerId } from "./place.js";

/**
 * A family that no chain filters at the input hook is let in whole (nft(8): packets that meet no base chain
 * pass). A host whose rules are all in an `ip` table is open over IPv6; that must not look like silence, so
 * the open hook is a filter of its own. Not said where an earlier hook may do the filtering.
 */
export function openHook(
  place: NftPlace,
  chains: readonly Chain[],
  scope: EstateNode["scope"],
): { nodes: EstateNode[]; edges: Edge[] } {
  const atInput = chains.filter((chain) => chain.hook === "input" && chain.family !== "bridge");
  const early = chains.some(
    ({ hook, type }) => type === "filter" && (hook === "prerouting" || hook === "ingress"),
  );
  const judged = atInput
    .filter((chain) => filteredDirection(chain) !== null)
    .flatMap(({ families }) => families);
  const open = FAMILIES.filter((family) => !judged.includes(family));
  if (early || open.length === 0) return { nodes: [], edges: [] };
  const at: Provenance = { source: "nftables", uri: place.path, line: 1, pointer: "/nftables" };
  const id = `${ownerId(place)}/input`;
  const what = open.length === 2 ? "IPv4 and IPv6" : open[0] === "ipv4" ? "IPv4" : "IPv6";
  const filter: EstateNode<"filter"> = {
    id,
    kind: "filter",
    type: "nftables.hook",
    label: `input hook without a chain for ${what}`,
    aliases: [],
    scope,
    tags: {},
    is: {
      stateful: false,
      evaluation: "first-match",
      defaults: { ingress: "deny", egress: "allow" },
      directions: ["ingress"],
      name: "input",
      description: `No chain of the listing filters ${what} at the input hook`,
      isDefault: true,
    },
    native: {},
    at,
  };
  const rules = open.map((family, index): EstateNode<"rule"> => {
    const draft = { action: "allow" as const, target: null, condition: { ...ANYTHING, families: [family] } };
    const description = `no chain filters ${what}`;
    return {
      ...{
        id: `${id}#${family}`,
        kind: "rule",
        type: "nftables.rule",
        aliases: [],
        scope,
        tags: {},
        native: {},
        at,
      },
      label: `input hook: ${family} is not filtered`,
      is: ruleFacts(draft, { direction: "ingress", order: index + 1, description }),
    };
  });
  const edges = rules.map((rule): Edge => ({ from: rule.id, relation: "filter", to: id, at }));
  if (place.host !== undefined) edges.push({ from: hostId(place.host), relation: "filters", to: id, at });
  if (place.site !== undefined) edges.push({ from: id, relation: "site", to: siteId(place.site), at });
  return { nodes: [filter, ...rules], edges };
}
