import { type TSchema, Type } from "typebox";
import {
  EnvelopeSchema,
  FACTS,
  GapSchema,
  KINDS,
  LedgerRowSchema,
  ProvenanceSchema,
  ScopeSchema,
  validate,
} from "../model/index.js";

const Text = Type.String();
const Members = Type.Record(Text, Type.Unknown());

/** What nodes of all kinds have in common: `is` holds what its kind says, and is looked at by that. */
const NODE = Type.Object(
  {
    id: Text,
    kind: Text,
    type: Text,
    label: Text,
    aliases: Type.Array(Text),
    scope: ScopeSchema,
    tags: Type.Record(Text, Text),
    is: Members,
    native: Members,
    at: ProvenanceSchema,
  },
  { additionalProperties: false },
);

/** Facts of nodes of a kind; they may be partial, and may be more than the vocabulary has. */
const IS = new Map<unknown, TSchema>(KINDS.map((kind) => [kind, Type.Partial(FACTS[kind])]));

const ROWS = {
  edges: Type.Object(
    {
      from: Text,
      relation: Text,
      to: Text,
      at: ProvenanceSchema,
      toScope: Type.Optional(Type.Object({ account: Type.Optional(Text), region: Type.Optional(Text) })),
    },
    { additionalProperties: false },
  ),
  gaps: GapSchema,
  ledger: LedgerRowSchema,
  answers: Type.Object({
    ...EnvelopeSchema.properties,
    source: Text,
    uri: Text,
    lines: Type.Optional(Type.Record(Text, Type.Number())),
  }),
};

/** Everything that rows are checked against. */
export const ROW_SCHEMAS: readonly TSchema[] = [NODE, ...IS.values(), ...Object.values(ROWS)];

export type RowKind = keyof typeof ROWS | "nodes";

/** What is wrong with a row of a table, in one sentence; undefined where it fits. */
export function problemOf(table: RowKind, value: unknown): string | undefined {
  return table === "nodes" ? problemOfNode(value) : problemIn(ROWS[table], value, "");
}

function problemOfNode(value: unknown): string | undefined {
  const { kind, is } = (value ?? {}) as { kind?: unknown; is?: unknown };
  const facts = IS.get(kind);
  if (facts === undefined) return `/kind ${JSON.stringify(kind) ?? "is missing,"} is not a kind of the model`;
  return problemIn(NODE, value, "") ?? problemIn(facts, is, "/is");
}

function problemIn(schema: TSchema, value: unknown, where: string): string | undefined {
  const [problem] = validate(schema, value);
  return problem === undefined ? undefined : `${where + problem.pointer || "the row"} ${problem.message}`;
}
