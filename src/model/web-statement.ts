import { type Static, Type } from "typebox";
import { Flag, Nullable, Text } from "./fact-shapes.js";

const Fallback = Nullable(
  Type.String({ description: "what a part that cannot be read counts as: match, no-match, as-text" }),
);

/** The part of a request that a rule looks at. */
export const RequestPartSchema = Type.Object({
  part: Type.String({
    description:
      "header, headers, header-order, cookies, path, fragment, query, query-argument, query-arguments, method, body, json-body, ja3, ja4; unknown where it is not understood",
  }),
  name: Type.Optional(Type.String({ description: "of a single header or argument" })),
  oversize: Type.Optional(
    Nullable(
      Type.String({
        description:
          "what a part larger than what is inspected does: continue (what fits is looked at), match, no-match",
      }),
    ),
  ),
  fallback: Type.Optional(Fallback),
  scope: Type.Optional(Type.String({ description: "of headers, cookies and JSON: all, key, value" })),
  only: Type.Optional(
    Nullable(Type.Array(Text, { description: "names or JSON paths alone that are looked at; null: all" })),
  ),
  except: Type.Optional(Type.Array(Text, { description: "names that are left out" })),
});

/** The header by which a request names the address that it came from. */
const Forwarded = Nullable(Type.Object({ header: Text, fallback: Fallback, position: Type.Optional(Text) }));

const Override = Type.Object({ rule: Text, action: Text });

/**
 * What a web rule matches, as a tree. Which members there are follows from `type`; `of` and `scopeDown` hold
 * statements of this shape again.
 */
export const WebStatementSchema = Type.Object(
  {
    type: Type.String({
      description:
        "managed-group, rule-group, rate-limit, address-set, country, as-number, text, pattern, pattern-set, size, sql-injection, script-injection, label, and, or, not; unknown where it is not understood",
    }),
    vendor: Type.Optional(Text),
    name: Type.Optional(Type.String({ description: "of a managed group" })),
    version: Type.Optional(
      Nullable(Type.String({ description: "the version it is fixed to; null: the vendor's default" })),
    ),
    group: Type.Optional(Type.String({ description: "id of the rule group" })),
    overrides: Type.Optional(
      Type.Array(Override, { description: "actions of single rules of the group, in place of their own" }),
    ),
    settings: Type.Optional(
      Type.Record(Text, Type.Unknown(), { description: "of a managed group that needs some" }),
    ),
    scopeDown: Type.Optional(
      Type.Unknown({ description: "a statement: other requests are not looked at; null: all are" }),
    ),
    limit: Type.Optional(Nullable(Type.Integer({ description: "requests in the window" }))),
    window: Type.Optional(Type.Integer({ description: "seconds" })),
    aggregate: Type.Optional(
      Type.String({ description: "whose requests are counted together: ip, forwarded-ip, keys, constant" }),
    ),
    keys: Type.Optional(Type.Array(Type.Object({ key: Text, name: Nullable(Text) }))),
    forwarded: Type.Optional(Forwarded),
    set: Type.Optional(Type.String({ description: "id of the set" })),
    countries: Type.Optional(Type.Array(Text, { description: "ISO 3166-1 alpha-2" })),
    asNumbers: Type.Optional(Type.Array(Type.Integer())),
    text: Type.Optional(
      Nullable(
        Type.String({ description: "what is looked for; null where it may be a secret or cannot be read" }),
      ),
    ),
    position: Type.Optional(
      Type.String({ description: "contains, contains-word, exactly, starts-with, ends-with" }),
    ),
    pattern: Type.Optional(Nullable(Type.String({ description: "regular expression" }))),
    comparison: Type.Optional(Type.String({ description: "eq, ne, lt, le, gt, ge" })),
    bytes: Type.Optional(Nullable(Type.Integer())),
    sensitivity: Type.Optional(Text),
    field: Type.Optional(RequestPartSchema),
    transforms: Type.Optional(
      Type.Array(Text, { description: "what is done to the part before it is looked at, in order" }),
    ),
    label: Type.Optional(Text),
    namespace: Type.Optional(Flag),
    of: Type.Optional(Type.Array(Type.Unknown(), { description: "statements" })),
  },
  { additionalProperties: false },
);

export type WebStatement = Static<typeof WebStatementSchema>;
export type RequestPart = Static<typeof RequestPartSchema>;
