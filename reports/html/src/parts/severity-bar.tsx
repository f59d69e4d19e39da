import type { CauseGroup } from "../../../../src/report/groups.js";
import { bySeverity } from "../../../../src/report/tallies.js";
import { thousands } from "../../../../src/report/words.js";
import { hashOf } from "../route.js";

/** The causes by severity, as a bar whose parts lead to them. */
export function SeverityBar({ groups }: { groups: readonly CauseGroup[] }) {
  const counts = bySeverity(groups);
  if (counts.length === 0) return null;
  return (
    <ul class="severity-bar" aria-label="Things to fix by severity">
      {counts.map(([severity, number]) => (
        <li key={severity} class={severity} style={{ flexGrow: Math.sqrt(number) }}>
          <a href={hashOf({ view: "findings", chosen: { severity: [severity] } })}>
            <strong>{thousands(number)}</strong> {severity}
          </a>
        </li>
      ))}
    </ul>
  );
}
