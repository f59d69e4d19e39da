import fc from "fast-check";
import { type Delta, type Gap, gapOf, type NodeRef, type Report, SEVERITIES } from "../../src/model/index.js";
import { DENIED, EXCEPTION, finding, HOSTILE, meta, node, sampleReport, undecided } from "./sample.js";

const text = fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.constantFrom(...HOSTILE.slice(0, -1)));
// The judge of the SARIF schema compares by fast-deep-equal, which calls these members of what it compares.
const key = text.filter((name) => !["toString", "valueOf", "constructor"].includes(name));
const severity = fc.constantFrom(...SEVERITIES);
const natural = fc.integer({ min: 1, max: 1_000_000 });

const at = fc.record(
  {
    source: text,
    uri: text,
    line: natural,
    column: natural,
    pointer: text,
    call: text,
    account: text,
    region: text,
    id: text,
    address: text,
  },
  { requiredKeys: ["source", "uri"] },
);

const ref: fc.Arbitrary<NodeRef> = fc
  .record({ id: text, label: text, type: text, at })
  .map((over) => node("sg-1", over));

const findings = fc.array(
  fc
    .record({
      severity,
      policy: text,
      key: text,
      message: text,
      subject: ref,
      cause: ref,
      excepted: fc.boolean(),
      evidence: fc.array(fc.record({ text, node: text, at }, { requiredKeys: ["text"] }), { maxLength: 4 }),
    })
    .map(({ excepted, policy, severity: how, ...over }) =>
      finding(policy, how, {
        ...over,
        ...(excepted ? { exception: { ...EXCEPTION, reason: over.message || "r" } } : {}),
      }),
    ),
  { maxLength: 6 },
);

const gaps: fc.Arbitrary<Gap[]> = fc.array(
  fc
    .record({ message: text, at, nodes: fc.array(text, { maxLength: 3 }) })
    .map(({ nodes, ...draft }) => gapOf({ ...draft, reason: "failed", touches: { nodes } })),
  { maxLength: 4 },
);

const policies = fc.array(
  fc
    .record({
      id: text,
      severity,
      title: text,
      description: text,
      remediation: text,
      references: fc.array(text, { maxLength: 3 }),
      controls: fc.dictionary(key, fc.array(text, { maxLength: 3 }), { maxKeys: 30 }),
      types: fc.array(text, { maxLength: 25 }),
    })
    .map(({ id, severity: how, ...over }) => ({
      meta: meta(id, how, over),
      tally: { fail: 0, pass: 1, unknown: 0, notApplicable: 0, excepted: 0 },
    })),
  { maxLength: 4 },
);

/** Any run at all: texts are arbitrary, numbers and words are what the schema allows. */
export const anyReport: fc.Arbitrary<Report> = fc
  .record({ findings, gaps, policies, unsure: fc.array(fc.tuple(text, severity, text), { maxLength: 3 }) })
  .map(({ unsure, ...over }) => ({
    ...sampleReport(),
    ...over,
    gaps: [...over.gaps, DENIED],
    undecided: unsure.map(([policy, how, name]) => undecided(policy, how, name)),
  }));

/** Any two runs; findings fall where they fall. */
export const anyDelta: fc.Arbitrary<Delta> = fc.tuple(anyReport, anyReport).map(([before, after]) => ({
  schemaVersion: 1,
  introduced: after.findings.slice(0, 2),
  unchanged: after.findings.slice(2),
  fixed: before.findings,
  undecided: { introduced: after.undecided, settled: before.undecided, unchanged: [] },
  gaps: after.gaps,
  before,
  after,
}));
