import { useMemo } from "preact/hooks";
import type { PolicyMeta, Tally } from "../../../../src/model/index.js";
import { count, thousands } from "../../../../src/report/words.js";
import { useEstate } from "../estate.js";
import { Disclosure } from "../parts/disclosure.js";
import { SearchBox } from "../parts/filter-bar.js";
import { More } from "../parts/more.js";
import { Controls, References } from "../parts/references.js";
import { SeverityTag } from "../parts/severity.js";
import { Table } from "../parts/table.js";
import { hashOf, useRouteOf } from "../route.js";

type Row = { readonly meta: PolicyMeta; readonly tally: Tally };

export function PoliciesView() {
  const { data } = useEstate();
  const { search } = useRouteOf("policies");
  const rows = useMemo(() => matching(data.policies, search), [search]);
  return (
    <section aria-labelledby="policies">
      <h2 id="policies">Policies</h2>
      <p class="lede">What must hold, how many subjects keep it, and what to do where they do not.</p>
      <search class="filters">
        <SearchBox label="Search policies" hint="title, id, framework, control…" />
      </search>
      <p class="result" role="status">
        {count(rows.length, "policy", "policies")}
      </p>
      <More key={search} items={rows} step={60} noun="policies">
        {(shown) => shown.map((row) => <PolicyCard key={row.meta.id} row={row} />)}
      </More>
      <SwitchedOff />
    </section>
  );
}

/** What was not judged because somebody chose so: by the reason, for there may be very many. */
function SwitchedOff() {
  const { switchedOff } = useEstate().data;
  if (switchedOff.length === 0) return null;
  return (
    <>
      <h3 class="plain">Switched off</h3>
      <p class="muted">
        {count(switchedOff.length, "policy", "policies")} took no part: nothing is said of what they look at.
      </p>
      <More items={switchedOff} step={20} noun="policies">
        {(shown) => (
          <Table caption="Policies that were switched off" headed heads={["Policy", "Why"]}>
            {shown.map(({ policy, why }) => (
              <tr key={policy}>
                <td>
                  <code>{policy}</code>
                </td>
                <td>{why}</td>
              </tr>
            ))}
          </Table>
        )}
      </More>
    </>
  );
}

function matching(policies: readonly Row[], search: string): Row[] {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  return policies.filter(({ meta }) => {
    const text =
      `${meta.id}\n${meta.title}\n${meta.severity}\n${JSON.stringify(meta.controls)}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

const WORDS: readonly (readonly [keyof Tally, string])[] = [
  ["fail", "fail"],
  ["unknown", "not judged"],
  ["excepted", "excepted"],
  ["pass", "pass"],
  ["notApplicable", "not applicable"],
];

function PolicyCard({ row: { meta, tally } }: { row: Row }) {
  return (
    <Disclosure
      class="policy"
      head={
        <>
          <SeverityTag severity={meta.severity} />
          <span class="cause-message">{meta.title}</span>
          <span class="cause-where">
            <code>{meta.id}</code>
          </span>
        </>
      }
      aside={
        <ul class="tally">
          {WORDS.filter(([name]) => tally[name] > 0).map(([name, word]) => (
            <li key={name} class={name}>
              <strong>{thousands(tally[name])}</strong> {word}
            </li>
          ))}
        </ul>
      }
    >
      {() => <PolicyBody meta={meta} tally={tally} />}
    </Disclosure>
  );
}

function PolicyBody({ meta, tally }: Row) {
  return (
    <>
      <p>{meta.description}</p>
      <p class="remedy">
        <strong>What to do.</strong> {meta.remediation}
      </p>
      {tally.fail > 0 ? (
        <p>
          <a href={hashOf({ view: "findings", search: meta.id })}>{count(tally.fail, "failing subject")}</a>
        </p>
      ) : null}
      <dl class="facts">
        <dt>Judges</dt>
        <dd>
          each {meta.subject}
          {meta.types.length > 0 ? ` of type ${meta.types.join(", ")}` : ""}
        </dd>
        <dt>Reads</dt>
        <dd>{meta.reads.join(", ") || "the subject alone"}</dd>
        <dt>Written in</dt>
        <dd>
          <code>
            {meta.file}:{meta.line}
          </code>{" "}
          ({meta.origin})
        </dd>
      </dl>
      <Parameters meta={meta} />
      <footer class="cited">
        <Controls controls={meta.controls} />
        <References references={meta.references} />
      </footer>
    </>
  );
}

function Parameters({ meta }: { meta: PolicyMeta }) {
  const parameters = Object.entries(meta.parameters);
  if (parameters.length === 0) return null;
  return (
    <Table caption="Parameters" heads={["Name", "What it is", "Default"]}>
      {parameters.map(([name, parameter]) => (
        <tr key={name}>
          <td>
            <code>{name}</code>
          </td>
          <td>{parameter.description}</td>
          <td>
            <code>{JSON.stringify(parameter.default)}</code>
          </td>
        </tr>
      ))}
    </Table>
  );
}
