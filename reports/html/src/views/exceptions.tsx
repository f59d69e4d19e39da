import type { PolicyException } from "../../../../src/model/index.js";
import { thousands } from "../../../../src/report/words.js";
import { type Estate, useEstate } from "../estate.js";
import { More } from "../parts/more.js";
import { Table } from "../parts/table.js";

export function ExceptionsView() {
  const estate = useEstate();
  const { expired, unmatched } = estate.data.exceptions;
  const active = rowsOf(estate, (row) => (row.status === "excepted" ? row.item.exception : undefined));
  const reopened = rowsOf(estate, (row) => (row.status === "fixed" ? undefined : row.item.reopened));
  const none = active.length + reopened.length + expired.length + unmatched.length === 0;
  return (
    <section aria-labelledby="exceptions">
      <h2 id="exceptions">Exceptions</h2>
      <p class="lede">
        Findings that somebody has accepted, with a reason and an end. An expired exception hides nothing, nor
        does one that was made for another state of what it is about.
      </p>
      {none ? <p class="result">There are none.</p> : null}
      <Rows title="Active" rows={active} />
      <Rows title="Reopened" counts="Findings" rows={reopened} />
      <Rows title="Expired" rows={expired.map((exception) => ({ exception }))} />
      <Rows title="Unmatched" rows={unmatched.map((exception) => ({ exception }))} />
    </section>
  );
}

interface Row {
  readonly exception: PolicyException;
  /** How many findings it hides, or did; not known for what matched nothing. */
  readonly hides?: number;
}

function rowsOf(
  { findings }: Estate,
  exceptionOf: (row: Estate["findings"][number]) => PolicyException | undefined,
): Row[] {
  const rows = new Map<string, Row & { readonly hides: number }>();
  for (const each of findings) {
    const exception = exceptionOf(each);
    if (exception === undefined) continue;
    const { policy, subject = "", key = "", state = "", ticket } = exception;
    const name = JSON.stringify([policy, subject, key, state, ticket]);
    const row = rows.get(name) ?? { exception, hides: 0 };
    rows.set(name, { ...row, hides: row.hides + 1 });
  }
  return [...rows.values()];
}

interface RowsProps {
  readonly title: string;
  readonly rows: readonly Row[];
  /** What the last column counts. */
  readonly counts?: string;
}

function Rows({ title, rows, counts = "Hides" }: RowsProps) {
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
            heads={counted ? [...heads, counts] : heads}
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
