import {
  type Batch,
  type Edge,
  type EstateNode,
  type Gap,
  gapOf,
  hostId,
  siteId,
} from "../../model/index.js";
import { type Chain, chainsOf, type Direction } from "./chain.js";
import { asideDirection, canRefuse, filteredDirection, type Roles, rolesOf } from "./hooks.js";
import { readListing } from "./listing.js";
import { isPartial } from "./met.js";
import { openHook } from "./open-hook.js";
import { otherHooks } from "./other-hooks.js";
import type { NftPlace } from "./place.js";
import { type Met, ruleNodes } from "./rule-nodes.js";
import { clean } from "./spell.js";
import { copiesOf, sameVisit, type Visit } from "./visits.js";

/** The text of `nft -j list ruleset`, and where it was taken. */
export interface NftablesFile extends NftPlace {
  readonly text: string;
}

/**
 * Reads one listing into neutral kinds: every chain that can judge IP packets is a `filter`, every rule one
 * or more rows. Pure and total: what is not understood becomes a gap or a condition in `unmodelled`.
 */
export function readNftables(file: NftablesFile): Batch {
  const listing = readListing(file.text, file);
  if (!listing.readable) return { nodes: [], edges: [], gaps: listing.gaps };
  const { chains, gaps } = chainsOf(listing, file);
  const roles = rolesOf(chains);
  const context: Context = { file, chains, roles, scope: scopeOf(file) };
  const shown = [...chains.values()].filter(
    (chain) =>
      filteredDirection(chain) !== null ||
      chain.hook === null ||
      (asideDirection(chain) !== null && canRefuse(chain, chains)),
  );
  const parts = shown.map((chain) => chainPart(chain, context));
  const open = openHook(file, [...chains.values()], context.scope);
  const nodes = [...parts.flatMap((part) => part.nodes), ...open.nodes];
  const early = new Set(
    [...chains.values()].filter((chain) => asideDirection(chain) !== null).map(({ id }) => id),
  );
  const filters = nodes.filter(({ kind, id }) => kind === "filter" && !early.has(id)).map(({ id }) => id);
  return {
    nodes,
    edges: [...parts.flatMap((part) => part.edges), ...open.edges],
    gaps: [...listing.gaps, ...gaps, ...parts.flatMap((part) => part.gaps), ...otherHooks(chains, filters)],
  };
}

interface Context {
  readonly file: NftPlace;
  readonly chains: ReadonlyMap<string, Chain>;
  readonly roles: Roles;
  readonly scope: EstateNode["scope"];
}

export function scopeOf({ site }: NftPlace): EstateNode["scope"] {
  return { provider: "on-premises", ...(site === undefined ? {} : { site }) };
}

interface Part {
  readonly nodes: EstateNode[];
  readonly edges: Edge[];
  readonly gaps: Gap[];
}

function chainPart(chain: Chain, context: Context): Part {
  const { file, roles } = context;
  const copies = copiesOf(chain, visitsOf(chain, roles));
  const parts = copies.map(({ id, visits }) => {
    const rules = visits.map((visit, index) => ruleNodes(metOf(chain, { id, visit, index }, context)));
    const node = { ...chainNode(chain, roles, context.scope), id };
    return {
      nodes: [node, ...rules.flatMap((part) => part.nodes)],
      edges: [...rules.flatMap((part) => part.edges), ...placeEdges({ ...chain, id }, file)],
    };
  });
  const nodes = parts.flatMap((part) => part.nodes);
  return { nodes, edges: parts.flatMap((part) => part.edges), gaps: gapsOf(chain, nodes) };
}

const UNMET: Visit = { direction: "ingress", next: new Map(), tracking: "after" };

/** A chain that no base chain leads to is read all the same. */
function visitsOf(chain: Chain, { visits }: Roles): readonly Visit[] {
  return visits.get(chain) ?? [UNMET];
}

function metOf(
  chain: Chain,
  { id, visit, index }: { id: string; visit: Visit; index: number },
  { roles, chains, scope }: Context,
): Met {
  const idOf = (other: Chain) =>
    copiesOf(other, visitsOf(other, roles)).find((copy) => copy.visits.some((one) => sameVisit(one, visit)))
      ?.id ?? other.id;
  return {
    ...{ chain, id, visit, idOf, chains, scope },
    follows: roles.followers.has(chain),
    suffix: index === 0 ? "" : `/${visit.direction}`,
  };
}

/** A host's hooks carry its base chains; those that only jumps reach hang on the rules that jump. */
export function placeEdges(
  { id, hook, at }: Pick<Chain, "id" | "hook" | "at">,
  { host, site }: NftPlace,
): Edge[] {
  const edges: Edge[] = [];
  if (host !== undefined && hook !== null)
    edges.push({ from: hostId(host), relation: "filters", to: id, at });
  if (site !== undefined) edges.push({ from: id, relation: "site", to: siteId(site), at });
  return edges;
}

function chainNode(chain: Chain, roles: Roles, scope: EstateNode["scope"]): EstateNode<"filter"> {
  const judged = isPartial(chain) ? null : (filteredDirection(chain) ?? asideDirection(chain));
  const entry = roles.entries.get(chain);
  const policy = (direction: Direction) => (judged === direction ? chain.policy : "allow");
  return {
    id: chain.id,
    kind: "filter",
    type: "nftables.chain",
    label: clean(`${chain.family} ${chain.table} ${chain.name}`),
    aliases: [],
    scope,
    tags: {},
    is: {
      stateful: false,
      evaluation: "first-match",
      defaults: { ingress: policy("ingress"), egress: policy("egress") },
      directions: entry === undefined ? [] : [entry],
      name: clean(chain.name),
      description: null,
      isDefault: false,
    },
    native: chain.body,
    at: chain.at,
  };
}

function gapsOf(chain: Chain, nodes: readonly EstateNode[]): Gap[] {
  const label = clean(`${chain.family} ${chain.table} ${chain.name}`);
  const narrowed = nodes.filter((node) => ((node as EstateNode<"rule">).is.unmodelled ?? []).length > 0);
  // What chains at other hooks do is told by gaps of their own.
  if (narrowed.length === 0 || asideDirection(chain) !== null) return [];
  const names = narrowed.slice(0, 3).map((node) => node.at.id);
  const message = `Chain ${label} has ${narrowed.length} rules with conditions that are not modelled (handle ${names.join(", ")}${narrowed.length > 3 ? " and more" : ""})`;
  return [gapOf({ reason: "unmodelled", message, at: chain.at })];
}

/** Does the text look like the output of `nft -j`? A broken listing does too: it must not pass for another file. */
export function isNftablesListing({ path, text }: Pick<NftablesFile, "path" | "text">): boolean {
  return path.endsWith(".json") && /^\ufeff?\s*\{\s*"nftables"\s*:/.test(text.slice(0, 4096));
}
