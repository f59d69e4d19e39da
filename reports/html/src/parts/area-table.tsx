import type { Tally } from "../../../../src/model/index.js";
import { thousands } from "../../../../src/report/words.js";
import { areaOf, useEstate } from "../estate.js";
import { hashOf } from "../route.js";
import { Table } from "./table.js";

const COLUMNS: readonly (readonly [keyof Tally, string])[] = [
  ["fail", "Fail"],
  ["unknown", "Not judged"],
  ["excepted", "Excepted"],
  ["pass", "Pass"],
  ["notApplicable", "Not applicable"],
];

/** How many subjects ended how, by area of policy. */
export function AreaTable() {
  const { policies } = useEstate().data;
  const areas = new Map<string, Tally & { policies: number }>();
  for (const { meta, tally } of policies) {
    const area = areaOf(meta.id);
    const sum = areas.get(area) ?? {
      policies: 0,
      fail: 0,
      unknown: 0,
      excepted: 0,
      pass: 0,
      notApplicable: 0,
    };
    sum.policies += 1;
    for (const [name] of COLUMNS) sum[name] += tally[name];
    areas.set(area, sum);
  }
  if (areas.size === 0) return null;
  return (
    <>
      <h3 class="plain">Verdicts by area</h3>
      <Table
        caption="Subjects by verdict and area"
        headed
        heads={["Area", "Policies", ...COLUMNS.map(([, name]) => name)]}
        numeric={[1, 2, 3, 4, 5, 6]}
      >
        {[...areas].map(([area, sum]) => (
          <tr key={area}>
            <th scope="row">
              <a href={hashOf({ view: "findings", chosen: { area: [area] } })}>{area}</a>
            </th>
            <td class="number">{thousands(sum.policies)}</td>
            {COLUMNS.map(([name]) => (
              <td key={name} class={`number ${sum[name] === 0 ? "zero" : name}`}>
                {thousands(sum[name])}
              </td>
            ))}
          </tr>
        ))}
      </Table>
    </>
  );
}
