import { type Static, Type } from "typebox";

/** One row of the coverage ledger: what one call, or one file, gave in one scope. */
export const LedgerRowSchema = Type.Object(
  {
    source: Type.String(),
    account: Type.Optional(Type.String()),
    region: Type.Optional(Type.String()),
    call: Type.String({ description: "service:Operation, or the path of a file; * where all was left out" }),
    status: Type.Enum(["ok", "denied", "throttled", "failed", "unsupported", "truncated", "not-collected"]),
    answers: Type.Integer({ minimum: 0, description: "pages or files read" }),
    items: Type.Integer({ minimum: 0 }),
    principal: Type.Optional(Type.String({ description: "ARN of the caller; never a credential" })),
    time: Type.Optional(Type.String()),
    message: Type.Optional(Type.String()),
  },
  { additionalProperties: false },
);

export type LedgerRow = Static<typeof LedgerRowSchema>;
export type LedgerStatus = LedgerRow["status"];
