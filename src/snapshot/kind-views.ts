import type { TSchema } from "typebox";
import { FACTS, type Kind } from "../model/index.js";
import type { Column, View } from "./views.js";

/** Kinds that have views of their own shape, or nothing to show. */
const OTHERS: readonly Kind[] = ["estate", "rule"];

const SHARED: readonly (readonly [string, string])[] = [
  ["id", "unique over the estate"],
  ["type", "the provider's word"],
  ["label", "for people: name and short id"],
  ["account", "account that owns it; null on premises"],
  ["region", "Region; null where there is none"],
  ["site", "data centre; null in the cloud"],
];

/** One view a kind, with its neutral facts as columns: networks, subnets, interfaces, filters, … */
export function kindViews(): View[] {
  const kinds = (Object.keys(FACTS) as Kind[]).filter((kind) => !OTHERS.includes(kind));
  return kinds.map((kind) => ({
    name: pluralOf(kind),
    comment: `one row per ${kind}, with its neutral facts`,
    from: `nodes WHERE kind = '${kind}'`,
    columns: [
      ...SHARED.map(([name, comment]) => ({ name, comment, sql: name })),
      ...Object.entries(FACTS[kind].properties as Record<string, TSchema>).map(([fact, schema]) =>
        factColumn(fact, schema),
      ),
      { name: "tags", comment: "JSON object: tags", sql: "tags" },
    ],
  }));
}

function factColumn(fact: string, schema: TSchema): Column {
  const name = fact.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const type = sqlType(schema);
  const path = `'$.${fact}'`;
  const value = type === "JSON" ? `"is"->${path}` : `CAST("is"->>${path} AS ${type})`;
  return {
    name,
    sql: value,
    comment: describe(schema) ?? (type === "JSON" ? `JSON: ${words(fact)}` : words(fact)),
  };
}

/** The column type of a fact; what is no single value stays JSON. */
function sqlType(schema: TSchema): string {
  const { type, anyOf, const: constant } = schema as { type?: string; anyOf?: TSchema[]; const?: unknown };
  if (typeof constant === "string") return "VARCHAR";
  if (type === "boolean") return "BOOLEAN";
  if (type === "integer") return "BIGINT";
  if (type === "number") return "DOUBLE";
  if (type === "string") return "VARCHAR";
  const types = new Set(
    (anyOf ?? []).filter((each) => (each as { type?: string }).type !== "null").map(sqlType),
  );
  const [only] = types;
  return types.size === 1 && only !== undefined ? only : "JSON";
}

function describe(schema: TSchema): string | undefined {
  const { description, anyOf } = schema as { description?: string; anyOf?: TSchema[] };
  return description ?? anyOf?.map(describe).find((text) => text !== undefined);
}

function words(fact: string): string {
  return fact.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function pluralOf(kind: Kind): string {
  const name = kind.replaceAll("-", "_");
  return name.endsWith("s") ? `${name}es` : `${name}s`;
}
