import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../../src/model/index.js";
import { RECORDED } from "../../../../src/sources/aws/changes/recorded-calls.js";
import { type Ask, Asker, Changes } from "../../../../src/sources/aws/index.js";
import { resourceOf } from "../../../../src/sources/aws/registry.js";
import { pointAwsAt } from "../../../setup/aws-environment.js";
import { startQueryServer } from "../../../setup/query-server.js";
import { ACCOUNT, answer, OTHER, REGION } from "../harness.js";

const NOW = Date.parse("2026-03-02T12:00:00Z");
const TIME = "2026-03-01T12:00:00Z";
const event = (EventSource: string, EventTime: string) => ({ EventName: "x", EventSource, EventTime });
const GROUPS = answer("ec2:DescribeSecurityGroups", {}, { time: TIME });

function changes(output: JsonObject) {
  const asked: JsonObject[] = [];
  const ask: Ask = async ({ service, operation }, input, { region, account }) => {
    asked.push({ region, ...input });
    return [{ service, operation, input, output, account: account ?? "", region, source: "aws", uri: "" }];
  };
  return { asked, changes: new Changes(ask, { account: ACCOUNT, now: NOW }) };
}

const unchanged = (events: JsonObject[], given = GROUPS) =>
  changes({ Events: events }).changes.isUnchanged(given);

describe("an answer that was given before", () => {
  it("still holds where nothing was written since, and one look at a Region does for all of it", async () => {
    const { asked, changes: seen } = changes({
      Events: [event("ec2.amazonaws.com", "2026-03-01T11:44:00Z")],
    });
    expect(await seen.isUnchanged(GROUPS)).toBe(true);
    expect(await seen.isUnchanged(answer("ec2:DescribeVpcs", {}, { time: TIME }))).toBe(true);
    expect(asked).toEqual([
      {
        region: REGION,
        LookupAttributes: [{ AttributeKey: "ReadOnly", AttributeValue: "false" }],
        StartTime: Date.parse("2026-03-01T11:00:00Z") / 1000,
      },
    ]);
    expect(seen.told().ledger).toEqual([
      expect.objectContaining({ call: "cloudtrail:LookupEvents", status: "ok", items: 1, region: REGION }),
    ]);
  });

  it("does not where its service was written to, up to a quarter of an hour before it too", async () => {
    expect(await unchanged([event("ec2.amazonaws.com", "2026-03-01T11:46:00Z")])).toBe(false);
    expect(await unchanged([event("ec2.amazonaws.com", "2026-03-02T11:00:00Z")])).toBe(false);
    expect(await unchanged([event("iam.amazonaws.com", "2026-03-02T11:00:00Z")])).toBe(true);
  });

  it("does not where a write event may have changed anything, or nobody knows what", async () => {
    for (const source of ["tagging.amazonaws.com", "ram.amazonaws.com", "rds.amazonaws.com", "new.example"])
      expect(await unchanged([event(source, "2026-03-02T11:00:00Z")])).toBe(false);
    expect(await unchanged([{ EventName: "x", EventTime: "2026-03-02T11:00:00Z" }])).toBe(false);
    expect(await unchanged([{ EventSource: "ec2.amazonaws.com" }])).toBe(false);
  });

  it("does not where events cannot be read, and the ledger says so", async () => {
    const denied = { Error: { Code: "AccessDeniedException", Message: "no" } };
    const { changes: seen } = changes(denied);
    expect(await seen.isUnchanged(GROUPS)).toBe(false);
    expect(seen.told().ledger[0]).toMatchObject({ status: "denied" });
    expect(seen.told().ledger[0]?.message).toContain("everything there is asked again");
  });

  it("does not where it is another account's, too old for the history, without a time, or not recorded", async () => {
    const others = [
      { ...GROUPS, account: OTHER },
      { ...GROUPS, time: "2025-11-01T00:00:00Z" },
      { ...GROUPS, time: "2026-03-03T00:00:00Z" },
      { ...GROUPS, source: "aws-config" },
      answer("ec2:DescribeSecurityGroups", {}),
      answer("ec2:DescribeRouteTables", {}, { time: TIME }),
      answer("ec2:DescribeInstances", {}, { time: TIME }),
    ];
    for (const other of others) expect(await unchanged([], other)).toBe(false);
  });

  it("is looked for in us-east-1 where it belongs to no Region", async () => {
    const { asked, changes: seen } = changes({ Events: [] });
    const { region: _none, ...roles } = answer("iam:ListRoles", {}, { time: TIME });
    expect(await seen.isUnchanged(roles)).toBe(true);
    expect(asked.map(({ region }) => region)).toEqual(["us-east-1"]);
  });

  it("is of a call that is made", () => {
    for (const call of RECORDED.keys()) expect(resourceOf(call), call).toBeDefined();
  });
});

describe("write events over the wire", () => {
  it("are asked for from a time on, page by page", async () => {
    const bodies: JsonObject[] = [];
    const server = await startQueryServer(({ call, body }, response) => {
      expect(call).toBe("cloudtrail:LookupEvents");
      bodies.push(JSON.parse(body) as JsonObject);
      const page = { Events: [{ EventSource: "sns.amazonaws.com", EventTime: 1_772_400_000 }] };
      const more = bodies.length === 1 ? { NextToken: "two" } : {};
      response
        .writeHead(200, { "content-type": "application/x-amz-json-1.1" })
        .end(JSON.stringify({ ...page, ...more }));
      return true;
    });
    const undo = pointAwsAt(server.endpoint);
    const asker = new Asker(() => TIME);
    try {
      const seen = new Changes(asker.ask, { account: ACCOUNT, now: NOW });
      expect(await seen.isUnchanged(GROUPS)).toBe(true);
      expect(bodies).toEqual([
        expect.objectContaining({ StartTime: Date.parse("2026-03-01T11:00:00Z") / 1000, MaxResults: 50 }),
        expect.objectContaining({ NextToken: "two" }),
      ]);
      expect(seen.told().ledger[0]).toMatchObject({ status: "ok", answers: 2, items: 2 });
    } finally {
      await asker.close();
      undo();
      await server.stop();
    }
  });
});
