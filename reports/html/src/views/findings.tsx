import { useMemo } from "preact/hooks";
import { groupByCause } from "../../../../src/report/groups.js";
import { count } from "../../../../src/report/words.js";
import { useEstate } from "../estate.js";
import { filtered, withDefaults } from "../filter.js";
import { CauseCard } from "../parts/cause-card.js";
import { FilterBar } from "../parts/filter-bar.js";
import { More } from "../parts/more.js";
import { hashOf, useRouteOf } from "../route.js";

export function FindingsView() {
  const { data, findings } = useEstate();
  const route = useRouteOf("findings");
  const key = hashOf(route);
  const rows = useMemo(() => filtered(findings, withDefaults(route, data.comparison)), [findings, key]);
  const groups = useMemo(() => groupByCause(rows.map(({ item }) => item)), [rows]);
  return (
    <section aria-labelledby="findings">
      <h2 id="findings">Findings</h2>
      <p class="lede">Grouped by what has to change: mend the cause, and everything under it is settled.</p>
      <FilterBar rows={findings} noun="findings" />
      <p class="result" role="status">
        {rows.length === 0
          ? "No finding matches."
          : `${count(groups.length, "cause")} with ${count(rows.length, "finding")}`}
      </p>
      <More key={key} items={groups} step={40} noun="causes">
        {(shown) => shown.map((group) => <CauseCard key={group.cause.id} group={group} />)}
      </More>
    </section>
  );
}
