import type { ServerResponse } from "node:http";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { collect as collectCommand } from "../../src/cli/commands/collect.js";
import type { Io } from "../../src/cli/io.js";
import { withKnown } from "../../src/cli/known-answers.js";
import { assemble, dumpGraph } from "../../src/graph/index.js";
import { canonicalJson, joinBatches, type RawAnswer } from "../../src/model/index.js";
import { openSnapshot } from "../../src/snapshot/index.js";
import { collectAws, type EarlierAnswers, readAnswerFiles } from "../../src/sources/aws/index.js";
import { SavedItems } from "../../src/sources/aws-config/index.js";
import { pointAwsAt } from "../setup/aws-environment.js";
import { emptyAnswer, type QueryCall, startQueryServer } from "../setup/query-server.js";
import { exportedFiles } from "../sources/aws/exported.js";
import { ACCOUNT, gather, OTHER, REGION, type Whole } from "../sources/aws/harness.js";
import { BOTH_WAYS } from "../sources/aws-config/both-ways.js";
import { recorder, result } from "../sources/aws-config/items.js";
import { emptyFolder } from "./causeway.js";

/** All that AWS Config holds in full, of an account that answers nothing itself. */
const RECORDED = BOTH_WAYS.filter(({ part }) => part === undefined);
const RESULTS = [recorder(), ...RECORDED.map(({ type, configuration }) => result(type, configuration))];
const now = () => Math.floor(Date.now() / 1000);

function configAnswer({ call, body }: QueryCall): object | null {
  if (call === "config:SelectAggregateResourceConfig") {
    const { NextToken: token } = JSON.parse(body) as { NextToken?: string };
    const [from, to] = token === undefined ? [0, 10] : [10, RESULTS.length];
    return { Results: RESULTS.slice(from, to), ...(token === undefined ? { NextToken: "more" } : {}) };
  }
  if (call === "config:DescribeConfigurationAggregatorSourcesStatus") {
    const row = {
      SourceId: ACCOUNT,
      SourceType: "ACCOUNT",
      AwsRegion: REGION,
      LastUpdateStatus: "SUCCEEDED",
    };
    return { AggregatedSourceStatusList: [{ ...row, LastUpdateTime: now() }] };
  }
  if (call !== "config:GetAggregateDiscoveredResourceCounts") return null;
  return { GroupedResourceCounts: RECORDED.map(({ type }) => ({ GroupName: type, ResourceCount: 1 })) };
}

let asked: string[] = [];
let events: object[] = [];
const undo: (() => unknown)[] = [];

beforeEach(async () => {
  asked = [];
  events = [];
  const server = await startQueryServer((call: QueryCall, response: ServerResponse) => {
    asked.push(call.call);
    const json = configAnswer(call) ?? (call.call === "cloudtrail:LookupEvents" ? { Events: events } : null);
    const text = json === null ? emptyAnswer(call) : JSON.stringify(json);
    const type = json === null && text?.startsWith("<") ? "text/xml" : "application/x-amz-json-1.1";
    response.writeHead(text === null ? 404 : 200, { "content-type": type }).end(text ?? "{}");
    return true;
  });
  const restore = pointAwsAt(server.endpoint);
  undo.push(restore, () => server.stop());
});
afterEach(async () => {
  for (const step of undo.splice(0)) await step();
});

interface How {
  earlier?: readonly RawAnswer[];
  changed?: boolean;
  account?: string;
  since?: string;
}

function collect({ earlier, changed = false, account, since }: How, aggregated = false): Promise<Whole> {
  const aggregator = { name: "all", region: "us-east-1", ...(account === undefined ? {} : { account }) };
  const find: EarlierAnswers | undefined =
    earlier === undefined
      ? undefined
      : async ({ service, operation, region, input }) =>
          earlier.find(
            (one) =>
              `${one.service}:${one.operation} ${one.region} ${canonicalJson(one.input as never)}` ===
              `${service}:${operation} ${region} ${canonicalJson(input as never)}`,
          );
  const known = { earlier: find, since, changed, aggregator: aggregated ? aggregator : undefined };
  return gather(
    withKnown(known, (answers) =>
      collectAws({
        regions: [REGION],
        attempts: 1,
        now: () => new Date().toISOString(),
        ...(answers === undefined ? {} : { earlier: answers }),
      }),
    ),
  );
}

/** What was collected, written as files and read again. */
const reread = (whole: Whole) => gather(readAnswerFiles(exportedFiles(whole), new SavedItems()));

const dump = (whole: Whole) => dumpGraph(assemble([joinBatches([whole])]));

describe("a collection with AWS Config's aggregator", () => {
  it("reads from it what it holds in full and directly what it lacks, and the ledger tells which", async () => {
    const whole = await collect({}, true);
    expect(whole.nodes.some(({ type }) => type === "aws.nat-gateway")).toBe(true);
    const sourceOf = (call: string) =>
      whole.ledger.filter((row) => row.call === call && row.region === REGION).map(({ source }) => source);
    for (const { call } of RECORDED) {
      expect(asked, call).not.toContain(call);
      expect(sourceOf(call), call).toEqual(["aws-config"]);
    }
    for (const call of ["ec2:DescribeSubnets", "ec2:DescribeSecurityGroupRules"]) {
      expect(asked).toContain(call);
      expect(sourceOf(call)).toEqual(["aws"]);
    }
    expect(whole.ledger).toContainEqual(
      expect.objectContaining({
        source: "aws-config",
        call: "config:SelectAggregateResourceConfig",
        account: ACCOUNT,
        answers: 2,
        items: RESULTS.length,
        status: "ok",
      }),
    );
  });

  it("gives the same estate from its exported answers", async () => {
    const whole = await collect({}, true);
    const again = await reread(whole);
    expect(dump(again)).toBe(dump(whole));
  });

  it("is read directly where the credentials are another account's", async () => {
    const whole = await collect({ account: OTHER }, true);
    expect(asked).toContain("ec2:DescribeVpcs");
    expect(asked.some((call) => /^config:(?:Select|Get)Aggregate/.test(call))).toBe(false);
    expect(whole.ledger).toContainEqual(
      expect.objectContaining({ account: OTHER, source: "aws-config", status: "failed" }),
    );
  });
});

describe("a collection of what changed", () => {
  it("asks again for no more than what may have changed", async () => {
    const before = await collect({});
    const first = asked.length;
    asked = [];
    await collect({ earlier: before.answers, changed: true });
    expect(asked).not.toContain("ec2:DescribeSecurityGroups");
    expect(asked).not.toContain("iam:ListRoles");
    expect(asked).toContain("ec2:DescribeInstances");
    expect(asked.filter((call) => call === "cloudtrail:LookupEvents")).toHaveLength(2);
    expect(asked.length).toBeLessThan(first);
    asked = [];
    events = [{ EventSource: "ec2.amazonaws.com", EventTime: now() }];
    const after = await collect({ earlier: before.answers, changed: true });
    expect(asked).toContain("ec2:DescribeSecurityGroups");
    expect(asked).not.toContain("iam:ListRoles");
    expect(dump(after).replaceAll(/"time":"[^"]*"/g, "")).toBe(
      dump(before).replaceAll(/"time":"[^"]*"/g, ""),
    );
  });

  it("does not look for events behind answers that are young enough", async () => {
    const before = await collect({});
    asked = [];
    await collect({ earlier: before.answers, changed: true, since: "2026-01-01T00:00:00Z" });
    expect(asked).not.toContain("cloudtrail:LookupEvents");
    expect(asked).not.toContain("ec2:DescribeInstances");
  });
});

describe("the command", () => {
  const io = { out: () => undefined, err: () => undefined, progress: () => undefined } as unknown as Io;
  const counts = () => asked.filter((call) => call === "cloudtrail:LookupEvents").length;

  it("looks for what changed, and for who did, only where it is told to", async () => {
    const output = join(emptyFolder(), "estate.duckdb");
    const options = { output, aws: true, regions: [REGION] };
    await collectCommand(options, io);
    expect(counts()).toBe(0);
    asked = [];
    await collectCommand({ ...options, changed: true }, io);
    expect(counts()).toBe(2);
    expect(asked).not.toContain("ec2:DescribeNetworkAcls");
    asked = [];
    await collectCommand({ ...options, changed: true, maxAge: "1h", who: true }, io);
    // Nobody has a rule here whose change could be looked up.
    expect(counts()).toBe(0);
    expect(asked).not.toContain("ec2:DescribeInstances");
    const reader = await openSnapshot(output);
    expect(reader.complete).toBe(true);
    await reader.close();
  });
});
