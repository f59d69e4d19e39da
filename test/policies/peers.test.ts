import { describe, expect, it } from "vitest";
import { coverageDocument } from "../../src/cli/coverage-document.js";
import { coverageOf, peerAreas, peerTotals } from "../../src/cli/peer-coverage.js";
import { policySources } from "./metadata.js";

const areas = peerAreas();
const rows = [...areas].flatMap(([area, each]) => each.map((row) => ({ area, ...row })));

/** Of these areas nobody filled the rows in yet. */
const PENDING = new Set<string>();

describe("the table of what others check", () => {
  it("says of every row by what it is asked, or why it is not", () => {
    const answers = ({ policies, out, missing, pending }: (typeof rows)[number]) =>
      [policies, out, missing, pending].filter((one) => one !== undefined).length;
    expect(rows.filter((row) => answers(row) !== 1).map(({ area, id }) => [area, id])).toEqual([]);
  });

  it("has every row once, and as many as the peers' controls were listed", () => {
    expect(new Set(rows.map(({ area, peer, id }) => `${area} ${peer} ${id}`)).size).toBe(rows.length);
    expect(rows.length).toBe(291);
  });

  it("names policies that there are", () => {
    const known = new Set(policySources().map(({ area, name }) => `${area}/${name}`));
    expect(rows.flatMap(({ policies = [] }) => policies.filter((id) => !known.has(id)))).toEqual([]);
  });

  it("waits for somebody in no other areas than these", () => {
    const waiting = new Set(rows.filter(({ pending }) => pending === true).map(({ area }) => area));
    expect([...waiting].filter((area) => !PENDING.has(area))).toEqual([]);
  });

  it("covers 95 per cent of what is in scope, in every area that is filled in", () => {
    const low = [...areas].flatMap(([area, each]) => {
      const totals = peerTotals(each);
      const per = coverageOf(totals);
      return totals.pending > 0 || per === null || per >= 95 ? [] : [[area, per]];
    });
    expect(low).toEqual([]);
    const filled = peerTotals(rows.filter(({ pending }) => pending !== true));
    expect(coverageOf(filled)).toBeGreaterThanOrEqual(95);
  });

  it("becomes a document with totals, where an open row is never a covered one", () => {
    const text = coverageDocument(
      new Map([
        [
          "WEB",
          [
            { peer: "A", id: "a_b|c", checks: "one", policies: ["web/acls_have_rules"], but: "not all" },
            { peer: "A", id: "d", checks: "two", out: "nobody has it" },
            { peer: "B", id: "e", checks: "three", pending: true },
          ],
        ],
      ]),
    );
    expect(text).toContain("| WEB | 3 | 1 | 2 | 1 | 50 % |");
    expect(text).toContain("| A | a\\_b\\|c | one | `web/acls_have_rules`; but not all |");
    expect(text).toContain("| B | e | three | nobody looked at it yet |");
    expect(text).toContain("| A | d | two | out of scope: nobody has it |");
  });
});
