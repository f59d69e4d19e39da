import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exportPath, toEnvelopes } from "../../../src/sources/aws/index.js";
import { ACCOUNT, answer } from "./harness.js";

describe("exporting answers", () => {
  it("puts each call of a scope into a file of its own, below no other folder", () => {
    expect(exportPath(answer("ec2:DescribeVpcs", {}))).toBe(
      `accounts/${ACCOUNT}/eu-west-1/ec2.DescribeVpcs.json`,
    );
    expect(exportPath({ service: "sts", operation: "GetCallerIdentity", account: ACCOUNT })).toBe(
      `accounts/${ACCOUNT}/global/sts.GetCallerIdentity.json`,
    );
    expect(exportPath({ service: "ec2", operation: "../../etc/passwd", account: "..", region: "/" })).toBe(
      "accounts/_/_/ec2.__.._etc_passwd.json",
    );
  });

  it("gives the pages of a question one after the other, in whatever order they were kept", () => {
    const page = (token: string | null, next: string | null) =>
      answer(
        "ec2:DescribeVpcs",
        { Vpcs: [{ VpcId: `vpc-${token}` }], ...(next === null ? {} : { NextToken: next }) },
        { input: { MaxResults: 1000, ...(token === null ? {} : { NextToken: token }) } },
      );
    const pages = [page(null, "z"), page("z", "m"), page("m", "a"), page("a", null)];
    fc.assert(
      fc.property(fc.shuffledSubarray(pages, { minLength: 4 }), (shuffled) => {
        expect(toEnvelopes(shuffled).map(({ output }) => output)).toEqual(pages.map(({ output }) => output));
      }),
    );
  });

  it("keeps every answer once, also pages that nothing leads to", () => {
    const inputs = fc.record(
      { NextToken: fc.constantFrom("a", "b", "c"), PrefixListId: fc.constantFrom("pl-1", "pl-2") },
      { requiredKeys: [] },
    );
    const outputs = fc.record(
      { Entries: fc.constant([]), NextToken: fc.constantFrom("a", "b", "c") },
      { requiredKeys: ["Entries"] },
    );
    const one = fc
      .tuple(inputs, outputs)
      .map(([input, output]) => answer("ec2:GetManagedPrefixListEntries", output, { input }));
    fc.assert(
      fc.property(fc.array(one, { maxLength: 8 }), (answers) => {
        const text = (list: readonly { input: object; output: object }[]) =>
          list.map(({ input, output }) => JSON.stringify([input, output])).sort();
        expect(text(toEnvelopes(answers))).toEqual(text(answers));
        expect(toEnvelopes([...answers].reverse())).toEqual(toEnvelopes(answers));
      }),
    );
  });
});
