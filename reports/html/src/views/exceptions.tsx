import type { PolicyException } from "../../../../src/model/index.js";
import { thousands } from "../../../../src/report/words.js";
import { type Estate, useEstate } from "../estate.js";
import { More } from "../parts/more.js";
import { Table } from "../parts/table.js";

export function ExceptionsView() {
  const estate = useEstate();
  const { expired, unmatched } = estate.data.exceptions;
  const active = activeIn(estate);
  const none = active.length + expired.length + unmatched.length === 0;
  return (
    <section aria-labelledby="exceptions">
      <h2 id="exceptions">Exceptions</h2>
      <p class="lede">
        Findings that somebody has accepted, with a reason and an end. An expired exception hides nothing.
      </p>
      {none ? <p class="result">There are none.</p> : null}
      <Rows title="Active" rows={active} />
      <Rows title="Expired" rows={expired.map((exception) => ({ exception }))} />
      <Rows title="Unmatched" rows={unmatched.map((exception) => ({ exception }))} />
    </section>
  );
}

interface Row {
  readonly exception: PolicyException;
  /** How many findings it hides; not known for what matched nothing. */
  readonly hides?: number;
}

function activeIn({ findings }: Estate): Row[] {
  const rows = new Map<string, { exception: PolicyException; hides: number }>();
  for (const { item, status } of findings) {
    if (item.exception === undefined || status !== "excepted") continue;
    const { policy, subject = "", key = "", ticket } = item.exception;
    const name = JSON.stringify([policy, subject, key, ticket]);
    const row = rows.get(name) ?? { exception: item.exception, hides: 0 };
    rows.set(name, { ...row, hides: row.hides + 1 });
  }
  return [...rows.values()];
}

function Rows({ title, rows }: { title: string; rows: readonly Row[] }) {
  if (rows.length === 0) return null;
  const counted = rows.some(({ hides }) => hides !== undefined);
  const heads = ["Policy", "Subject", "Until", "Owner", "Ticket", "Reason"];
  return (
    <>
      <h3 class="plain">{title}</h3>
      <More items={rows} step={50} noun="exceptions">
        {(shown) => (
          <Table
            caption={`${title} exceptions`}
            headed
            heads={counted ? [...heads, "Hides"] : heads}
            numeric={[6]}
          >
            {shown.map(({ exception, hides }, index) => (
              <tr key={index}>
                <td>
                  <code>{exception.policy}</code>
                </td>
                <td>
                  <code>{exception.subject ?? "any"}</code>
                  {exception.key === undefined ? null : <code class="muted block">{exception.key}</code>}
                </td>
                <td class="nowrap">{exception.expires}</td>
                <td>{exception.owner}</td>
                <td>{exception.ticket}</td>
                <td>{exception.reason}</td>
                {hides === undefined ? null : <td class="number">{thousands(hides)}</td>}
              </tr>
            ))}
          </Table>
        )}
      </More>
    </>
  );
}
