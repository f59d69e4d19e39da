import { describe, expect, it } from "vitest";
import { parseConfig } from "../../src/cli/config-file.js";
import { dataRulesOf } from "../../src/cli/data-rules.js";

const rules = (data: string) => dataRulesOf(parseConfig(`version: 1\ndata: ${data}\n`, "causeway.yaml"));

describe("classes of data in causeway.yaml", () => {
  it("are read as they stand", () => {
    const told = rules(
      "{ classes: { personal: { tags: [data-class=personal], allowed: { jurisdictions: [EU, CH] } } } }",
    );
    expect(told?.classes["personal"]?.allowed?.jurisdictions).toEqual(["EU", "CH"]);
  });

  it("may be absent", () => {
    expect(dataRulesOf({ version: 1 })).toBeUndefined();
  });

  it.each([
    [
      "a jurisdiction that nobody knows",
      "{ classes: { a: { allowed: { jurisdictions: [Europe] } } } }",
      "Europe",
    ],
    ["a member that is misspelt", "{ classes: { a: { alowed: {} } } }", "does not fit"],
    ["a Region that is none", "{ classes: { a: { allowed: { regions: [Frankfurt] } } } }", "does not fit"],
    ["an account that is a number", "{ classes: { a: { accounts: [111122223333] } } }", "does not fit"],
  ])("refuse %s", (_story, data, message) => {
    expect(() => rules(data)).toThrow(message);
  });
});
