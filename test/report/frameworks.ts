import { frameworkResults } from "../../src/evaluate/index.js";
import type { Framework, Report } from "../../src/model/index.js";

/** Controls that fare in each way, of a framework that the sample's policies cite. */
export const FRAMEWORK: Framework = {
  id: "CIS AWS 3.0",
  title: "Benchmark of the sample",
  version: "3.0",
  date: "2024-01-31",
  source: "https://docs.example.com/benchmark",
  whole: false,
  rest: "what no sample needs",
  controls: [
    { id: "5.2", title: "Nobody opens administration ports" },
    { id: "5.3", title: "Nobody looks at this <b>one</b>" },
    { id: "9.1", title: "It was not told whether this holds" },
    { id: "9.2", title: "This holds" },
    { id: "9.3", title: "There was nothing of the kind" },
    { id: "9.4", title: "Somebody decided to live with it" },
  ],
};

/** A report whose policies cite the framework, each in one of its ways, and what follows for its controls. */
export function withFrameworks(report: Report): Report {
  const [first, ...rest] = report.policies;
  if (first === undefined) return report;
  const cited = (id: string, control: string, tally: Partial<typeof first.tally>) => ({
    meta: { ...first.meta, id, controls: { [FRAMEWORK.id]: [control] } },
    tally: { fail: 0, pass: 0, unknown: 0, notApplicable: 0, excepted: 0, ...tally },
  });
  const policies = [
    { ...first, meta: { ...first.meta, controls: { [FRAMEWORK.id]: ["9.1"] } } },
    ...rest,
    cited("sample/empty", "9.3", { notApplicable: 4 }),
    cited("sample/excepted", "9.4", { pass: 3, excepted: 1 }),
    cited("sample/met", "9.2", { pass: 3, notApplicable: 1 }),
  ];
  const judged = { ...report, policies };
  return { ...judged, frameworks: frameworkResults(judged, [FRAMEWORK]) };
}
