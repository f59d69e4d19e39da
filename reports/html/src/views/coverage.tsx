import { useMemo } from "preact/hooks";
import type { LedgerRow } from "../../../../src/model/index.js";
import { count, thousands } from "../../../../src/report/words.js";
import { useEstate } from "../estate.js";
import { SearchBox } from "../parts/filter-bar.js";
import { More } from "../parts/more.js";
import { Table } from "../parts/table.js";
import { useRouteOf } from "../route.js";

export function CoverageView() {
  const { data } = useEstate();
  const { search } = useRouteOf("coverage");
  const rows = useMemo(() => matching(data.ledger, search), [search]);
  const failed = data.ledger.filter(({ status }) => status !== "ok").length;
  return (
    <section aria-labelledby="coverage">
      <h2 id="coverage">Coverage</h2>
      <p class="lede">
        Every call and every file that this report rests on: {count(data.ledger.length, "entry", "entries")},{" "}
        {failed === 0 ? "all answered." : `${thousands(failed)} without a full answer.`}
      </p>
      <search class="filters">
        <SearchBox label="Search the ledger" hint="call, account, Region, status…" />
      </search>
      <p class="result" role="status">
        {count(rows.length, "entry", "entries")}
      </p>
      <More key={search} items={rows} step={100} noun="entries">
        {(shown) => (
          <Table
            caption="Coverage ledger"
            headed
            heads={[
              "Status",
              "Source",
              "Call or file",
              "Account",
              "Region",
              "Answers",
              "Items",
              "Caller and time",
            ]}
            numeric={[5, 6]}
          >
            {shown.map((row, index) => (
              <Entry key={index} row={row} />
            ))}
          </Table>
        )}
      </More>
    </section>
  );
}

function matching(ledger: readonly LedgerRow[], search: string): LedgerRow[] {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  const bad = (row: LedgerRow) => (row.status === "ok" ? 1 : 0);
  return ledger
    .filter((row) => {
      const text = Object.values(row).join("\n").toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .sort((a, b) => bad(a) - bad(b));
}

function Entry({ row }: { row: LedgerRow }) {
  return (
    <tr>
      <td>
        <span class={row.status === "ok" ? "ok" : "reason"}>{row.status}</span>
      </td>
      <td>{row.source}</td>
      <td class="wide">
        <code>{row.call}</code>
        {row.message === undefined ? null : <span class="note">{row.message}</span>}
      </td>
      <td class="nowrap">{row.account ?? "–"}</td>
      <td class="nowrap">{row.region ?? "–"}</td>
      <td class="number">{thousands(row.answers)}</td>
      <td class="number">{thousands(row.items)}</td>
      <td>
        <code class="muted">{row.principal ?? ""}</code>
        {row.time === undefined ? null : <span class="muted block nowrap">{row.time}</span>}
      </td>
    </tr>
  );
}
