import type { ControlResult, FrameworkResult } from "../../../../src/model/index.js";
import { controlTally, restText, STATE_WORDS } from "../../../../src/report/framework-words.js";
import { count, thousands } from "../../../../src/report/words.js";
import { useEstate } from "../estate.js";
import { Disclosure } from "../parts/disclosure.js";
import { Table } from "../parts/table.js";
import { hashOf } from "../route.js";

/** Policies and gaps that are named in a row. */
const NAMED = 4;

export function FrameworksView() {
  const { frameworks } = useEstate().data;
  return (
    <section aria-labelledby="frameworks">
      <h2 id="frameworks">Frameworks</h2>
      <p class="lede">
        A control is met where every policy that cites it holds and judged something. What no policy cites was
        not looked at, and is not met.
      </p>
      {frameworks.length === 0 ? <p>This run was not compared with any framework.</p> : null}
      {frameworks.map((framework) => (
        <FrameworkCard key={framework.id} framework={framework} />
      ))}
    </section>
  );
}

function FrameworkCard({ framework }: { framework: FrameworkResult }) {
  const { id, title, version, date, source, controls } = framework;
  return (
    <Disclosure
      class="policy framework"
      head={
        <>
          <span class="cause-message">
            {title} {version}
          </span>
          <span class="cause-where">
            <code>{id}</code> · {count(controls.length, "control")}
            {date === null ? "" : ` · ${date}`}
          </span>
        </>
      }
      aside={
        <ul class="tally">
          {controlTally(framework).map(([state, number]) => (
            <li key={state} class={`state-${state}`}>
              <strong>{thousands(number)}</strong> {STATE_WORDS[state]}
            </li>
          ))}
        </ul>
      }
    >
      {() => (
        <>
          <p>
            {restText(framework)} Source: <span class="muted">{source}</span>
          </p>
          <Table caption={`Controls of ${id}`} heads={["Control", "What must hold", "State", "By"]}>
            {controls.map((control) => (
              <ControlRow key={control.id} control={control} />
            ))}
          </Table>
        </>
      )}
    </Disclosure>
  );
}

function ControlRow({ control }: { control: ControlResult }) {
  const { id, title, state, failed, undecided, passed } = control;
  return (
    <tr>
      <th scope="row" class="nowrap">
        {id}
      </th>
      <td class="wide">{title}</td>
      <td>
        <strong class={`state state-${state}`}>{STATE_WORDS[state]}</strong>
        {failed > 0 ? <span class="muted block">{thousands(failed)} failing</span> : null}
        {undecided > 0 ? <span class="muted block">{thousands(undecided)} not judged</span> : null}
        {passed > 0 ? <span class="muted block">{thousands(passed)} passing</span> : null}
      </td>
      <td class="wide">
        <Cited control={control} />
      </td>
    </tr>
  );
}

function Cited({ control: { policies, off = [], gaps, moreGaps } }: { control: ControlResult }) {
  const known = useEstate().gaps;
  const without =
    off.length === 0 ? null : (
      <span class="muted block">{count(off.length, "policy", "policies")} switched off</span>
    );
  if (policies.length === 0) return without ?? <span class="muted">no policy</span>;
  return (
    <>
      {without}
      {policies.slice(0, NAMED).map((id) => (
        <a key={id} class="block" href={hashOf({ view: "policies", search: id })}>
          {id}
        </a>
      ))}
      {policies.length > NAMED ? <span class="muted">and {policies.length - NAMED} more</span> : null}
      {gaps.slice(0, NAMED).map((id) => (
        <a key={id} class="block waits" href={hashOf({ view: "undecided", search: id })}>
          waits for: {known.get(id)?.message ?? id}
        </a>
      ))}
      {gaps.length + moreGaps > NAMED ? (
        <span class="muted">
          and for {count(gaps.length - Math.min(gaps.length, NAMED) + moreGaps, "more gap")}
        </span>
      ) : null}
    </>
  );
}
