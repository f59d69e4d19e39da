import { type Static, Type } from "typebox";
import { FrameworkResultSchema } from "./framework.js";
import { GapSchema } from "./gap.js";
import { LedgerRowSchema } from "./ledger.js";
import { ExceptionSchema, type Finding, FindingSchema, type Undecided, UndecidedSchema } from "./outcome.js";
import { PolicyMetaSchema } from "./policy.js";

const Count = Type.Integer({ minimum: 0 });

/** How many subjects ended how, for one policy. */
export const TallySchema = Type.Object(
  { fail: Count, pass: Count, unknown: Count, notApplicable: Count, excepted: Count },
  { additionalProperties: false },
);
export type Tally = Static<typeof TallySchema>;

/** One run. Everything in it is sorted; it holds no clock of its own, only times that the input carried. */
export const ReportSchema = Type.Object({
  schemaVersion: Type.Literal(1),
  tool: Type.Object({ name: Type.Literal("causeway"), version: Type.String() }),
  input: Type.Object({
    snapshot: Type.String({ description: "content hash of the snapshot" }),
    policies: Type.String({ description: "hash of the policy sources" }),
    collectedFrom: Type.Optional(Type.String()),
    collectedTo: Type.Optional(Type.String()),
  }),
  estate: Type.Object({
    accounts: Type.Array(Type.String()),
    regions: Type.Array(Type.String()),
    sites: Type.Array(Type.String()),
    nodes: Type.Record(Type.String(), Count, { description: "nodes by kind" }),
  }),
  policies: Type.Array(Type.Object({ meta: PolicyMetaSchema, tally: TallySchema })),
  findings: Type.Array(FindingSchema),
  undecided: Type.Array(UndecidedSchema),
  frameworks: Type.Optional(
    Type.Array(FrameworkResultSchema, { description: "what the run says of each control, sorted by id" }),
  ),
  gaps: Type.Array(GapSchema),
  ledger: Type.Array(LedgerRowSchema),
  switchedOff: Type.Optional(
    Type.Array(Type.Object({ policy: Type.String(), why: Type.String() }), {
      description: "policies that the configuration leaves out, sorted, and what leaves them out",
    }),
  ),
  exceptions: Type.Object({
    expired: Type.Array(ExceptionSchema),
    unmatched: Type.Array(ExceptionSchema),
  }),
});
/** Of very many, findings and undecided outcomes are read when they are looked at: see `lazyList`. */
export type Report = Omit<Static<typeof ReportSchema>, "findings" | "undecided"> & {
  readonly findings: readonly Finding[];
  readonly undecided: readonly Undecided[];
};

/** Two runs beside each other: a pull request, a baseline, a drift check. */
export const DeltaSchema = Type.Object({
  schemaVersion: Type.Literal(1),
  introduced: Type.Array(FindingSchema),
  fixed: Type.Array(FindingSchema),
  unchanged: Type.Array(FindingSchema),
  undecided: Type.Object({
    introduced: Type.Array(UndecidedSchema, { description: "judged before or new, undecided now" }),
    settled: Type.Array(UndecidedSchema),
    unchanged: Type.Array(UndecidedSchema),
  }),
  gaps: Type.Array(GapSchema, { description: "gaps that the change brought" }),
  before: ReportSchema,
  after: ReportSchema,
});
export type Delta = Omit<
  Static<typeof DeltaSchema>,
  "introduced" | "fixed" | "unchanged" | "undecided" | "before" | "after"
> & {
  readonly introduced: readonly Finding[];
  readonly fixed: readonly Finding[];
  readonly unchanged: readonly Finding[];
  readonly undecided: Readonly<Record<"introduced" | "settled" | "unchanged", readonly Undecided[]>>;
  readonly before: Report;
  readonly after: Report;
};
