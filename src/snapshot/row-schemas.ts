import { type TSchema, Type } from "typebox";
import {
  EnvelopeSchema,
  FACTS,
  GapSchema,
  KINDS,
  type Kind,
  LedgerRowSchema,
  ProvenanceSchema,
  ScopeSchema,
  validate,
} from "../model/index.js";

const Text = Type.String();
const Members = Type.Record(Text, Type.Unknown());

/** A node of one kind; its facts may be partial, and may be more than the vocabulary has. */
function nodeSchema(kind: Kind): TSchema {
  return Type.Object(
    {
      id: Text,
      kind: Type.Literal(kind),
      type: Text,
      label: Text,
      aliases: Type.Array(Text),
      scope: ScopeSchema,
      tags: Type.Record(Text, Text),
      is: Type.Partial(FACTS[kind]),
      native: Members,
      at: ProvenanceSchema,
    },
    { additionalProperties: false },
  );
}

const NODE = new Map<unknown, TSchema>(KINDS.map((kind) => [kind, nodeSchema(kind)]));

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

export type RowKind = keyof typeof ROWS | "nodes";

/** What is wrong with a row of a table, in one sentence; undefined where it fits. */
export function problemOf(table: RowKind, value: unknown): string | undefined {
  const kind = table === "nodes" ? (value as { kind?: unknown } | null)?.kind : undefined;
  const schema = table === "nodes" ? NODE.get(kind) : ROWS[table];
  if (schema === undefined)
    return `/kind ${JSON.stringify(kind) ?? "is missing,"} is not a kind of the model`;
  const [problem] = validate(schema, value);
  return problem === undefined ? undefined : `${problem.pointer || "the row"} ${problem.message}`;
}
