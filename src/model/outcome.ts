import { type Static, Type } from "typebox";
import { LastChangeSchema } from "./facts.js";
import { KindSchema, ScopeSchema } from "./kinds.js";
import { SeveritySchema } from "./policy.js";
import { ProvenanceSchema } from "./provenance.js";

/** A node as the report names it. */
export const NodeRefSchema = Type.Object({
  id: Type.String(),
  kind: KindSchema,
  type: Type.String(),
  label: Type.String(),
  scope: ScopeSchema,
  at: ProvenanceSchema,
  lastChange: Type.Optional(LastChangeSchema),
});
export type NodeRef = Static<typeof NodeRefSchema>;

export const EvidenceSchema = Type.Object({
  text: Type.String({ description: "what this step shows, for people" }),
  node: Type.Optional(Type.String()),
  at: Type.Optional(ProvenanceSchema),
});
export type Evidence = Static<typeof EvidenceSchema>;

export const ExceptionSchema = Type.Object(
  {
    policy: Type.String({ description: "policy id, or a prefix ending in /*" }),
    subject: Type.Optional(Type.String({ description: "node id or alias; * matches any run of characters" })),
    key: Type.Optional(Type.String()),
    state: Type.Optional(
      Type.String({
        pattern: "^[0-9a-f]{16}$",
        description: "state of the finding that was accepted, in quotes: in another one it is open again",
      }),
    ),
    owner: Type.String({ minLength: 1 }),
    reason: Type.String({ minLength: 1 }),
    ticket: Type.String({ minLength: 1 }),
    expires: Type.String({
      pattern: "^\\d{4}-\\d{2}-\\d{2}$",
      description: "last day on which it holds, UTC",
    }),
  },
  { additionalProperties: false },
);
export type PolicyException = Static<typeof ExceptionSchema>;

export const FindingSchema = Type.Object({
  id: Type.String({ description: "fingerprint of policy + subject + key" }),
  policy: Type.String(),
  severity: SeveritySchema,
  subject: NodeRefSchema,
  key: Type.String(),
  message: Type.String(),
  evidence: Type.Array(EvidenceSchema),
  cause: NodeRefSchema,
  state: Type.String({
    description: "16 hex digits that change when something changes that the policy reads of the subject",
  }),
  exception: Type.Optional(ExceptionSchema),
  reopened: Type.Optional({
    ...ExceptionSchema,
    description: "the exception that would hold, had it not been made for another state",
  }),
});
export type Finding = Static<typeof FindingSchema>;

/** A subject that could not be judged. `subject` is a scope node where not even the subjects are known. */
export const UndecidedSchema = Type.Object({
  id: Type.String(),
  policy: Type.String(),
  severity: SeveritySchema,
  subject: NodeRefSchema,
  gaps: Type.Array(Type.String(), { description: "ids of the gaps" }),
});
export type Undecided = Static<typeof UndecidedSchema>;

export const OUTCOMES = ["fail", "pass", "unknown", "notApplicable", "excepted"] as const;
export type OutcomeStatus = (typeof OUTCOMES)[number];

/** The verdict of one policy on one subject. */
export type Outcome =
  | {
      readonly status: "fail";
      readonly policy: string;
      readonly subject: string;
      readonly findings: readonly Finding[];
    }
  | {
      readonly status: "excepted";
      readonly policy: string;
      readonly subject: string;
      readonly findings: readonly Finding[];
    }
  | {
      readonly status: "unknown";
      readonly policy: string;
      readonly subject: string;
      readonly undecided: Undecided;
    }
  | { readonly status: "pass" | "notApplicable"; readonly policy: string; readonly subject: string };
