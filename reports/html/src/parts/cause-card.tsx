import type { Finding } from "../../../../src/model/index.js";
import type { CauseGroup } from "../../../../src/report/groups.js";
import { count } from "../../../../src/report/words.js";
import { useEstate } from "../estate.js";
import { hashOf } from "../route.js";
import { Acceptance } from "./acceptance.js";
import { Disclosure } from "./disclosure.js";
import { More } from "./more.js";
import { NodeName, Place, scopeOf } from "./place.js";
import { Controls, References } from "./references.js";
import { SeverityTag } from "./severity.js";
import { Table } from "./table.js";

/** One thing to fix: what is wrong, where to mend it and how, what shows it, and what hangs on it. */
export function CauseCard({ group }: { group: CauseGroup }) {
  const worst = group.findings[0];
  if (worst === undefined) return null;
  const details = [
    group.cause.label || group.cause.id,
    scopeOf(group.cause),
    ...(group.findings.length > 1
      ? [`${count(group.findings.length, "finding")} on ${count(group.subjects, "subject")}`]
      : []),
    ...(group.findings.some(({ reopened }) => reopened !== undefined) ? ["reopened"] : []),
    ...useStandings(group.findings),
  ];
  return (
    <Disclosure
      class={`cause ${group.severity}`}
      head={
        <>
          <SeverityTag severity={group.severity} />
          <span class="cause-message">{worst.message}</span>
          <span class="cause-where">{details.join(" · ")}</span>
        </>
      }
    >
      {() => <CauseBody group={group} />}
    </Disclosure>
  );
}

/** What became of the findings between two runs; in a single run they are all open. */
function useStandings(findings: readonly Finding[]): string[] {
  const { data, statuses } = useEstate();
  if (!data.comparison) return [];
  return [...new Set(findings.flatMap(({ id }) => statuses.get(id) ?? []))];
}

function CauseBody({ group }: { group: CauseGroup }) {
  return (
    <>
      <section class="mend">
        <h4>Where to mend it</h4>
        <NodeName node={group.cause} />
        <Place at={group.cause.at} />
      </section>
      {group.policies.map((policy) => (
        <Broken
          key={policy}
          policy={policy}
          findings={group.findings.filter((finding) => finding.policy === policy)}
        />
      ))}
    </>
  );
}

function Broken({ policy, findings }: { policy: string; findings: readonly Finding[] }) {
  const meta = useEstate().policies.get(policy)?.meta;
  const first = findings[0];
  if (first === undefined) return null;
  return (
    <section class="broken">
      <h4>
        {meta?.title ?? policy} <SeverityTag severity={first.severity} />
      </h4>
      <p class="muted">
        <a href={hashOf({ view: "policies", search: policy })}>{policy}</a>
      </p>
      {meta === undefined ? null : (
        <>
          <p>{meta.description}</p>
          <p class="remedy">
            <strong>What to do.</strong> {meta.remediation}
          </p>
        </>
      )}
      <Evidence finding={first} more={findings.length - 1} />
      <Consequences findings={findings} />
      {meta === undefined ? null : (
        <footer class="cited">
          <Controls controls={meta.controls} />
          <References references={meta.references} />
        </footer>
      )}
    </section>
  );
}

function Evidence({ finding, more }: { finding: Finding; more: number }) {
  if (finding.evidence.length === 0) return null;
  return (
    <>
      <h5>What shows it{more > 0 ? ", for the first of them" : ""}</h5>
      <More items={finding.evidence} step={12} noun="steps">
        {(steps) => (
          <ol class="evidence">
            {steps.map((step, index) => (
              <li key={index}>
                <span>{step.text}</span>
                {step.node === finding.cause.id ? null : <StepPlace step={step} />}
              </li>
            ))}
          </ol>
        )}
      </More>
    </>
  );
}

/** The cause itself has its place at the top of the card and need not repeat it. */
function StepPlace({ step: { node, at } }: { step: Finding["evidence"][number] }) {
  return (
    <>
      {node === undefined ? null : <code class="muted">{node}</code>}
      {at === undefined ? null : <Place at={at} />}
    </>
  );
}

function Consequences({ findings }: { findings: readonly Finding[] }) {
  return (
    <More items={findings} step={10} noun="findings">
      {(rows) => (
        <Table
          caption={count(findings.length, "finding")}
          heads={["Subject", "What is wrong", "Key", "Where"]}
        >
          {rows.map((finding) => (
            <tr key={finding.id}>
              <td>
                <NodeName node={finding.subject} />
              </td>
              <td>
                {finding.message}
                <Acceptance finding={finding} />
              </td>
              <td>
                <code>{finding.key}</code>
              </td>
              <td class="nowrap">{scopeOf(finding.subject)}</td>
            </tr>
          ))}
        </Table>
      )}
    </More>
  );
}
