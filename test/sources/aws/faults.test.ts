import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assemble, dumpGraph } from "../../../src/graph/index.js";
import { type CollectOptions, collectAws } from "../../../src/sources/aws/index.js";
import { pointAwsAt } from "../../setup/aws-environment.js";
import type { FaultRule } from "../../setup/model-server/faults.js";
import { type ModelServer, startModelServer } from "../../setup/model-server/server.js";
import { newGaps, unexplained, untrue } from "./blindness.js";
import { gather, type Whole } from "./harness.js";

let server: ModelServer;
let undo: () => void;
let calm: Whole;

async function during(faults: readonly FaultRule[], options: CollectOptions = {}): Promise<Whole> {
  server.restart(faults);
  return gather(collectAws({ attempts: 3, concurrency: 16, ...options }));
}

beforeAll(async () => {
  server = await startModelServer({
    regions: ["eu-west-1", "us-east-1"],
    items: 2,
    pageSize: 1,
    seed: 20261121,
  });
  undo = pointAwsAt(server.endpoint);
  calm = await during([]);
});
afterAll(async () => {
  undo();
  await server.stop();
});

const graphOf = (whole: Whole) => dumpGraph(assemble([whole]));
const rows = ({ ledger }: Whole) => ledger.map((row) => JSON.stringify(Object.entries(row).sort())).sort();
/** One service of each protocol: a client that is throttled waits long, as it should. */
const SOME = /^(?:elbv2|directconnect|apigateway|route53):/;

describe("a fault that passes", () => {
  it.each([
    ["a third of the calls throttled", { fault: "throttle", share: 1 / 3, times: 1, calls: SOME }],
    ["internal errors", { fault: "internal", share: 1 / 5, times: 1 }],
    ["services away", { fault: "unavailable", share: 1 / 5, times: 1 }],
    ["pages of a broken server", { fault: "html", share: 1 / 3, times: 1 }],
    ["connections reset", { fault: "reset", share: 1 / 3, times: 1 }],
    ["bodies shorter than said", { fault: "cut", share: 1 / 3, times: 1 }],
    ["bodies that end early and say nothing", { fault: "half", share: 1 / 8, times: 1 }],
  ] as const)("(%s) leaves the same graph, gaps and ledger", async (_what, rule) => {
    const whole = await during([rule]);
    const tried = server.calls().filter(({ tries }) => tries > 1).length;
    expect(tried).toBeGreaterThan(20);
    expect(server.calls().filter(({ answered }) => answered !== 1)).toEqual([]);
    expect(rows(whole)).toEqual(rows(calm));
    expect(graphOf(whole)).toBe(graphOf(calm));
  });

  it("(an item listed that cannot be described yet) is asked about once more", async () => {
    const rule = {
      fault: "vanished",
      times: 1,
      calls: /:(?:DescribeListeners|DescribeFirewall|GetHostedZone)$/,
    } as const;
    const whole = await during([rule]);
    expect(server.calls().filter(({ tries }) => tries === 2)).toHaveLength(14);
    expect(graphOf(whole)).toBe(graphOf(calm));
  });
});

describe("a fault that stays", () => {
  it.each([
    ["denied here and there", { fault: "denied", share: 1 / 8 }],
    ["a service denied", { fault: "denied", calls: /^elbv2:/ }],
    ["throttled for good", { fault: "throttle", share: 1 / 15, calls: SOME }],
    ["broken for good", { fault: "html", share: 1 / 15 }],
    ["cut for good", { fault: "half", share: 1 / 8 }],
    ["no answer in time", { fault: "hang", share: 1 / 40 }],
    ["credentials that end soon", { fault: "expired", after: 30 }],
    ["credentials that end midway", { fault: "expired", after: 300 }],
    ["credentials that end late", { fault: "expired", after: 900 }],
    ["no subscription", { fault: "opt-in", calls: /^(?:network-firewall|apprunner):/ }],
    ["actions that nobody knows", { fault: "unknown-action", calls: /^(?:ec2:DescribeV|cognito)/ }],
    [
      "things that vanish after they were listed",
      // To these services "not found" is an answer: there is no organization, or no administrator.
      { fault: "vanished", share: 1 / 6, calls: /^(?!organizations:|fms:GetAdminAccount)/ },
    ],
  ] as const)("(%s) accounts for all that is not seen, and the ledger adds up", async (_what, rule) => {
    const whole = await during([rule], { attempts: 2, answerTimeout: 1_500 });
    expect(newGaps(whole, calm).length).toBeGreaterThan(0);
    expect(unexplained(whole, calm)).toEqual([]);
    expect(untrue(whole)).toEqual([]);
  });
});
