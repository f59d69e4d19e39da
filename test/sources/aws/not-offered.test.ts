import { expect, it } from "vitest";
import { Tally } from "../../../src/sources/aws/tally.js";
import { answer, read } from "./harness.js";

const failed = (Code: string) => ({ Error: { Code, Message: "getaddrinfo" } });
const row = (region: string, code: string) => {
  const tally = new Tally({ region, call: "apprunner:ListServices" });
  tally.add(answer("apprunner:ListServices", failed(code), { region }));
  return tally.row(undefined).status;
};

it("a service that is not in a Region leaves a note, and nothing unknown", () => {
  const { gaps } = read("apprunner:ListServices", failed("ENOTFOUND"), { region: "eu-north-1" });
  expect(gaps).toMatchObject([
    {
      reason: "unsupported",
      message: "apprunner:ListServices is not offered in eu-north-1",
      touches: { kinds: [], nodes: [] },
    },
  ]);
  expect(row("eu-north-1", "ENOTFOUND")).toBe("unsupported");
});

it.each([
  ["its endpoint has no address where it is offered", "eu-west-1", "ENOTFOUND"],
  ["it fails in another way", "eu-north-1", "ECONNREFUSED"],
  ["the Region is one that nobody knows", "eu-nowhere-9", "ENOTFOUND"],
])("but all of it is unknown where %s", (_why, region, code) => {
  const { gaps } = read("apprunner:ListServices", failed(code), { region });
  expect(gaps).toMatchObject([{ reason: "failed", touches: { kinds: [expect.any(String)], region } }]);
  expect(row(region, code)).toBe("failed");
});
