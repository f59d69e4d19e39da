import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { assemble, dumpGraph } from "../../../src/graph/index.js";
import { type CollectOptions, collectAws } from "../../../src/sources/aws/index.js";
import { pointAwsAt } from "../../setup/aws-environment.js";
import type { FaultRule } from "../../setup/model-server/faults.js";
import { type ModelServer, startModelServer } from "../../setup/model-server/server.js";
import { gather, type Whole } from "./harness.js";

let server: ModelServer;
let undo: () => void;
let calm: Whole;

const collected = (options: CollectOptions = {}) =>
  gather(collectAws({ attempts: 4, concurrency: 16, ...options }));

async function during(faults: readonly FaultRule[], options?: CollectOptions): Promise<Whole> {
  server.restart(faults);
  return collected(options);
}

beforeAll(async () => {
  server = await startModelServer({
    regions: ["eu-west-1", "us-east-1"],
    items: 2,
    pageSize: 1,
    seed: 20261121,
  });
  undo = pointAwsAt(server.endpoint);
  calm = await collected();
});
afterAll(async () => {
  undo();
  await server.stop();
});

const graphOf = (whole: Whole) => dumpGraph(assemble([whole]));

it.each([
  ["throttle", { fault: "throttle", share: 1 / 3, times: 1 }],
  ["internal", { fault: "internal", share: 1 / 3, times: 2 }],
  ["unavailable", { fault: "unavailable", share: 1 / 3, times: 2 }],
  ["html", { fault: "html", share: 1 / 3, times: 2 }],
  ["reset", { fault: "reset", share: 1 / 3, times: 2 }],
  ["cut", { fault: "cut", share: 1 / 3, times: 2 }],
  ["half", { fault: "half", share: 1 / 3, times: 2 }],
] as const)("%s", async (name, rule) => {
  const t = Date.now();
  const whole = await during([rule]);
  const bad = whole.ledger.filter(({ status }) => status !== "ok");
  console.log(
    name,
    Date.now() - t,
    server.calls().length,
    graphOf(whole) === graphOf(calm),
    bad.length,
    bad.slice(0, 8).map((r) => `${r.call} ${r.status} ${r.message}`),
  );
});
