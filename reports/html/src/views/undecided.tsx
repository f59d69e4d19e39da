import { useMemo } from "preact/hooks";
import type { Undecided } from "../../../../src/model/index.js";
import { type Blindness, byBlindness } from "../../../../src/report/tallies.js";
import { count } from "../../../../src/report/words.js";
import { useEstate } from "../estate.js";
import { filtered, withDefaults } from "../filter.js";
import { Disclosure } from "../parts/disclosure.js";
import { FilterBar } from "../parts/filter-bar.js";
import { More } from "../parts/more.js";
import { NodeName, Place, scopeOf } from "../parts/place.js";
import { SeverityTag } from "../parts/severity.js";
import { Table } from "../parts/table.js";
import { hashOf, useRouteOf } from "../route.js";

export function UndecidedView() {
  const { data, undecided } = useEstate();
  const route = useRouteOf("undecided");
  const key = hashOf(route);
  const rows = useMemo(
    () => filtered(undecided, withDefaults(route, data.comparison)).map(({ item }) => item),
    [undecided, key],
  );
  const blind = useMemo(() => byBlindness(data.gaps, rows), [rows]);
  const telling = blind.filter((row) => row.undecided > 0);
  const idle = useMemo(
    () =>
      idleGaps(
        data.gaps,
        undecided.map(({ item }) => item),
      ),
    [undecided],
  );
  return (
    <section aria-labelledby="undecided">
      <h2 id="undecided">Not judged</h2>
      <p class="lede">
        What could not be seen cannot pass. These verdicts stay open until the gap is closed.
      </p>
      {undecided.length === 0 ? null : <FilterBar rows={undecided} noun="open verdicts" />}
      <p class="result" role="status">
        {rows.length === 0
          ? "No open verdict."
          : `${count(rows.length, "open verdict")}, behind ${count(telling.length, "gap")}`}
      </p>
      <More key={key} items={telling} step={30} noun="gaps">
        {(shown) => shown.map((row) => <GapCard key={row.gap.id} row={row} undecided={rows} />)}
      </More>
      <IdleGaps rows={idle} />
    </section>
  );
}

function idleGaps(gaps: Parameters<typeof byBlindness>[0], undecided: readonly Undecided[]): Blindness[] {
  return byBlindness(gaps, undecided).filter((row) => row.undecided === 0);
}

function GapCard({
  row: { gap, undecided: waiting },
  undecided,
}: {
  row: Blindness;
  undecided: readonly Undecided[];
}) {
  const brought = useEstate().data.broughtGaps.includes(gap.id);
  return (
    <Disclosure
      class="gap"
      head={
        <>
          <span class="reason">{gap.reason}</span>
          <span class="cause-message">{gap.message}</span>
          <span class="cause-where">
            {count(waiting, "verdict")} {waiting === 1 ? "waits" : "wait"} for it
            {brought ? " · brought by the change" : ""}
          </span>
        </>
      }
    >
      {() => (
        <>
          <p>
            <Place at={gap.at} />
          </p>
          <Waiting items={undecided.filter(({ gaps }) => gaps.includes(gap.id))} />
        </>
      )}
    </Disclosure>
  );
}

function Waiting({ items }: { items: readonly Undecided[] }) {
  const { policies } = useEstate();
  return (
    <More items={items} step={20} noun="verdicts">
      {(rows) => (
        <Table caption="Verdicts that wait for it" heads={["Severity", "Policy", "Subject", "Where"]}>
          {rows.map((item) => (
            <tr key={item.id}>
              <td>
                <SeverityTag severity={item.severity} />
              </td>
              <td>
                {policies.get(item.policy)?.meta.title ?? item.policy}
                <code class="muted block">{item.policy}</code>
              </td>
              <td>
                <NodeName node={item.subject} />
              </td>
              <td class="nowrap">{scopeOf(item.subject)}</td>
            </tr>
          ))}
        </Table>
      )}
    </More>
  );
}

function IdleGaps({ rows }: { rows: readonly Blindness[] }) {
  if (rows.length === 0) return null;
  return (
    <>
      <h3 class="plain">Also not seen</h3>
      <p class="muted">No verdict of this run waits for these.</p>
      <More items={rows} step={30} noun="gaps">
        {(shown) => (
          <Table caption="Gaps that no verdict waits for" headed heads={["Reason", "What", "Where"]}>
            {shown.map(({ gap }) => (
              <tr key={gap.id}>
                <td>
                  <span class="reason">{gap.reason}</span>
                </td>
                <td>{gap.message}</td>
                <td>
                  <Place at={gap.at} />
                </td>
              </tr>
            ))}
          </Table>
        )}
      </More>
    </>
  );
}
