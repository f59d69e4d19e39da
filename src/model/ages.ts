import { type Static, Type } from "typebox";
import { Nullable, Text } from "./fact-shapes.js";

const Days = (description: string) => Nullable(Type.Integer({ description }));

/**
 * The fact `ages` of roles, users and identity providers: days between what they tell and the moment at which it was
 * read, so that the same snapshot says the same on every day.
 */
export const AgesSchema = Type.Object({
  asOf: Nullable(Type.String({ description: "when it was read, RFC 3339; null: not known" })),
  created: Days("days since it was made"),
  unused: Days("of roles and passwords: days since the last use that is known, or since it was made"),
  validUntil: Days("of providers: days until it is taken no more; negative: since then"),
  certificates: Type.Array(
    Type.Object({
      fingerprint: Text,
      subject: Text,
      days: Type.Integer({ description: "until it expires" }),
    }),
    { description: "of providers, those whose end is known" },
  ),
});

export type AgesFact = Static<typeof AgesSchema>;
