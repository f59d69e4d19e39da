import { groupByCause } from "../../../../src/report/groups.js";
import { thousands } from "../../../../src/report/words.js";
import { type Estate, useEstate } from "../estate.js";
import { hashOf, useRouter, VIEWS, type View } from "../route.js";

const NAME: Readonly<Record<View, string>> = {
  overview: "Overview",
  findings: "Findings",
  undecided: "Not judged",
  exceptions: "Exceptions",
  coverage: "Coverage",
  frameworks: "Frameworks",
  policies: "Policies",
};

export function Navigation() {
  const estate = useEstate();
  const { view: current } = useRouter().route;
  return (
    <nav class="views" aria-label="Views of the report">
      <ul>
        {VIEWS.map((view) => {
          const count = countOf(estate, view);
          return (
            <li key={view}>
              <a href={hashOf({ view })} aria-current={view === current ? "page" : undefined}>
                {NAME[view]}
                {count === undefined ? null : <span class="count">{thousands(count)}</span>}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function countOf({ data, findings, undecided }: Estate, view: View): number | undefined {
  const shown = data.comparison ? "introduced" : "open";
  const active = findings.filter(({ status }) => status === "excepted").length;
  const { expired, unmatched } = data.exceptions;
  const counts: Partial<Record<View, () => number>> = {
    findings: () =>
      groupByCause(findings.flatMap(({ item, status }) => (status === shown ? [item] : []))).length,
    undecided: () => undecided.filter(({ status }) => status === shown).length,
    exceptions: () => active + expired.length + unmatched.length,
    coverage: () => data.ledger.length,
    frameworks: () => data.frameworks.length,
    policies: () => data.policies.length,
  };
  return counts[view]?.();
}
