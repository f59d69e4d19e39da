import {
  type Change,
  type Edge,
  type EstateNode,
  type Gap,
  gapOf,
  isObject,
  type Json,
  type JsonObject,
  type Kind,
  type Provenance,
} from "../../model/index.js";
import { normalizeOutput, type Place } from "../aws/index.js";
import type { ResourceChange } from "./plan-file.js";
import type { References } from "./references.js";
import { Values } from "./values.js";

/** What translating one change needs: names, places, and the way to the normalizers of `sources/aws`. */
export interface Context {
  readonly references: References;
  readonly account: string;
  readonly region: string;
  placeOf(change: ResourceChange): Provenance;
}

/** The provider's id of a resource, or a placeholder for one that is still to be made. */
export function idOf(change: ResourceChange): string {
  const known = change.after["id"] ?? change.before["id"];
  return typeof known === "string" && !isReplaced(change) ? known : `planned:${change.address}`;
}

export const isReplaced = ({ actions }: ResourceChange) =>
  actions.includes("create") && actions.includes("delete");
export const isCreated = ({ actions }: ResourceChange) => actions.includes("create");
export const isDeleted = ({ actions }: ResourceChange) => actions.includes("delete");

export const afterOf = (change: ResourceChange) => new Values(change.after, change.unknown);
export const beforeOf = (change: ResourceChange) => new Values(change.before, {});

/** The id that an attribute holds, or of the planned resource that it refers to. */
export function linked(
  context: Context,
  change: ResourceChange,
  { attribute, types }: Link,
): string | undefined {
  const known = afterOf(change).text(attribute);
  if (known !== undefined) return known;
  const target = context.references.target(change, attribute, types);
  return target === undefined ? undefined : idOf(target);
}

export interface Link {
  readonly attribute: string;
  readonly types: readonly string[];
}

export const ownerOf = (context: Context, values: Values): string =>
  values.text("owner_id") ?? context.account;

/** Hands an output in the API's shape to the normalizer that reads live answers too. */
export function normalized(
  context: Context,
  change: ResourceChange,
  { call, output }: { call: string; output: JsonObject },
): Put {
  const at = context.placeOf(change);
  const place: Place = {
    call,
    partition: context.region.startsWith("cn-")
      ? "aws-cn"
      : context.region.startsWith("us-gov-")
        ? "aws-us-gov"
        : "aws",
    account: context.account,
    region: context.region,
    at: (_pointer, id) => (id === undefined ? at : { ...at, id }),
  };
  return normalizeOutput(call, output, place);
}

export interface Put {
  readonly nodes: readonly EstateNode[];
  readonly edges: readonly Edge[];
  readonly gaps: readonly Gap[];
}

/** Changes that put a batch over the estate; its gaps become blind spots. */
export function putting(context: Context, change: ResourceChange, { nodes, edges, gaps }: Put): Change[] {
  const blind = gaps.map((gap): Change => ({ op: "blind", gap }));
  if (nodes.length === 0) return blind;
  return [{ op: "put", nodes, edges, at: context.placeOf(change) }, ...blind];
}

/** Only the rules of a batch: for resources that own a rule and not the filter. */
export function rulesOnly({ nodes, edges, gaps }: Put): Put {
  const rules = nodes.filter(({ kind }) => kind === "rule");
  const ids = new Set(rules.map(({ id }) => id));
  return { nodes: rules, edges: edges.filter(({ from }) => ids.has(from)), gaps };
}

/** Something that the plan cannot say yet; what needs it is undecided. */
export function blind(
  context: Context,
  change: ResourceChange,
  { message, nodes, kinds, types }: Blindness,
): Change {
  const touches = {
    nodes: [...(nodes ?? [])],
    kinds: [...(kinds ?? [])],
    ...(types === undefined ? {} : { types: [...types] }),
    ...(kinds === undefined ? {} : { account: context.account, region: context.region }),
  };
  const reason = types === undefined && kinds === undefined ? "unmodelled" : "unsupported";
  return { op: "blind", gap: gapOf({ reason, message, at: context.placeOf(change), touches }) };
}

export interface Blindness {
  readonly message: string;
  readonly nodes?: readonly string[];
  readonly kinds?: readonly Kind[];
  readonly types?: readonly string[];
}

/** Do two values of the plan differ, whatever the order of members? */
export function differs(a: Json | undefined, b: Json | undefined): boolean {
  return JSON.stringify(ordered(a)) !== JSON.stringify(ordered(b));
}

function ordered(value: Json | undefined): unknown {
  if (Array.isArray(value)) return value.map((item) => JSON.stringify(ordered(item))).sort();
  if (!isObject(value)) return value ?? null;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => [key, ordered(member)]);
}
