import type { ServerResponse } from "node:http";
import { describe, expect, it } from "vitest";
import { UsageError } from "../../../src/model/index.js";
import { collectAws, surveyAws } from "../../../src/sources/aws/index.js";
import { REGISTRY, resourceOf } from "../../../src/sources/aws/registry.js";
import { callOf } from "../../../src/sources/aws/resource.js";
import { CANARIES, pointAwsAt } from "../../setup/aws-environment.js";
import { afterEachTest, pointedAt } from "../../setup/ends.js";
import {
  ec2Xml,
  emptyAnswer,
  type Handler,
  type QueryCall,
  startQueryServer,
} from "../../setup/query-server.js";
import { gather, type Whole } from "./harness.js";

const undo = afterEachTest();

/** Collects from an empty account in which some calls are answered in a way of the test's own. */
async function collectFrom(
  odd: (call: QueryCall, response: ServerResponse) => boolean,
): Promise<Whole & { calls: QueryCall[] }> {
  const calls: QueryCall[] = [];
  const handle: Handler = (call, response) => {
    calls.push(call);
    if (odd(call, response)) return true;
    const body = emptyAnswer(call);
    if (body !== null) response.writeHead(200, { "content-type": "text/xml" }).end(body);
    return body !== null;
  };
  pointedAt(await startQueryServer(handle), undo);
  return { ...(await gather(collectAws({ attempts: 2 }))), calls };
}

const isCall = (call: QueryCall, name: string) => call.call === name;
const vpcPage = (ids: string[], token?: string) =>
  ec2Xml(
    "DescribeVpcs",
    `<vpcSet>${ids.map((id) => `<item><vpcId>${id}</vpcId><ownerId>111122223333</ownerId><cidrBlock>10.0.0.0/16</cidrBlock></item>`).join("")}</vpcSet>${token === undefined ? "" : `<nextToken>${token}</nextToken>`}`,
  );
const networks = (whole: Whole) =>
  whole.nodes.filter(({ kind }) => kind === "network").map(({ aliases }) => aliases[0]);
const vpcGaps = (whole: Whole) => whole.gaps.filter(({ message }) => message.includes("DescribeVpcs"));
const vpcRow = (whole: Whole) => whole.ledger.find(({ call }) => call === "ec2:DescribeVpcs");

describe("pages of a list", () => {
  it("are all read, each with the token of the one before, and large", async () => {
    const pages: Record<string, string> = {
      "": vpcPage(["vpc-1", "vpc-2"], "t1"),
      t1: vpcPage([], "t2"),
      t2: vpcPage(["vpc-3"]),
    };
    const whole = await collectFrom((call, response) => {
      if (!isCall(call, "ec2:DescribeVpcs")) return false;
      response.end(pages[call.params.get("NextToken") ?? ""]);
      return true;
    });
    expect(networks(whole)).toEqual(["vpc-1", "vpc-2", "vpc-3"]);
    const asked = whole.calls.filter((call) => isCall(call, "ec2:DescribeVpcs"));
    expect(asked.map(({ params }) => [params.get("NextToken"), params.get("MaxResults")])).toEqual([
      [null, "1000"],
      ["t1", "1000"],
      ["t2", "1000"],
    ]);
    expect(vpcRow(whole)).toMatchObject({ status: "ok", answers: 3, items: 3 });
    expect(vpcGaps(whole)).toEqual([]);
    expect(whole.nodes.filter(({ kind }) => kind === "network").map(({ at }) => at.pointer)).toEqual([
      "/0/output/Vpcs/0",
      "/0/output/Vpcs/1",
      "/2/output/Vpcs/0",
    ]);
  });

  it("whose token comes back are read once, and told", async () => {
    const whole = await collectFrom((call, response) => {
      if (!isCall(call, "ec2:DescribeVpcs")) return false;
      response.end(vpcPage([`vpc-${call.params.get("NextToken") ?? "first"}`], "again"));
      return true;
    });
    expect(networks(whole)).toEqual(["vpc-first", "vpc-again"]);
    expect(vpcGaps(whole)).toMatchObject([
      { reason: "truncated", touches: { kinds: ["network", "resolver-settings"] } },
    ]);
    expect(vpcRow(whole)).toMatchObject({ status: "truncated", answers: 2, items: 2 });
  });

  it("that break off keep what came before, and tell that there is more", async () => {
    const whole = await collectFrom((call, response) => {
      if (!isCall(call, "ec2:DescribeVpcs")) return false;
      if (call.params.has("NextToken"))
        response
          .writeHead(403)
          .end(
            "<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>no</Message></Error></Errors></Response>",
          );
      else response.end(vpcPage(["vpc-1"], "t1"));
      return true;
    });
    expect(networks(whole)).toEqual(["vpc-1"]);
    expect(vpcGaps(whole)).toMatchObject([
      {
        reason: "truncated",
        touches: { kinds: ["network", "resolver-settings"], account: "111122223333", region: "eu-west-1" },
      },
    ]);
    expect(vpcRow(whole)).toMatchObject({
      status: "truncated",
      answers: 1,
      items: 1,
      message: expect.stringContaining("UnauthorizedOperation"),
    });
  });
});

describe("an answer that is none", () => {
  it.each([
    ["a login page with status 200", 200, "<html><body>Please log in</body></html>"],
    ["an unclosed page", 200, "<html><title>x</html>"],
    ["an empty body", 200, ""],
    ["a body cut in the middle", 200, vpcPage(["vpc-1", "vpc-2"]).slice(0, -60)],
    ["a body cut between two items", 200, `${vpcPage(["vpc-1"]).split("</item>")[0]}</item>`],
    ["the page of a broken server", 500, "<!doctype html><title>500</title><p>oops"],
    ["plain text", 200, "try again later"],
  ])("(%s) is a gap, never an empty list", async (_what, status, body) => {
    const whole = await collectFrom((call, response) => {
      if (!isCall(call, "ec2:DescribeVpcs")) return false;
      response.writeHead(status, { "content-type": "text/xml" }).end(body);
      return true;
    });
    expect(networks(whole)).toEqual([]);
    expect(vpcGaps(whole)).toMatchObject([
      {
        reason: "failed",
        touches: { kinds: ["network", "resolver-settings"], account: "111122223333", region: "eu-west-1" },
      },
    ]);
    expect(vpcRow(whole)).toMatchObject({ status: "failed", answers: 0, items: 0 });
  });
});

describe("a collection", () => {
  it("sends nothing but the reading calls of the registry, and logs in once", async () => {
    const whole = await collectFrom(() => false);
    const sent = [...new Set(whole.calls.map(({ call }) => call))].filter(
      (call) => !call.startsWith("account:"),
    );
    for (const call of sent) {
      expect(call).toMatch(/^[\w-]+:(Describe|Get|List|Search|BatchGet)/);
      expect(resourceOf(call), call).toBeDefined();
    }
    // The account is in an organization, of which it may be told more without anything else being there.
    const lists = REGISTRY.filter(
      ({ each, service }) =>
        (each === undefined || each.of === "organizations:DescribeOrganization") && service !== "account",
    );
    expect(sent.sort()).toEqual(lists.map(callOf).sort());
    expect(whole.calls.filter((call) => isCall(call, "sts:GetCallerIdentity"))).toHaveLength(1);
  });

  it("of an account that has nothing finds nothing and misses nothing", async () => {
    const whole = await collectFrom(() => false);
    expect(whole.gaps).toEqual([]);
  });

  it("goes on where the list of Regions is denied, at home, with a gap on the Regions", async () => {
    const whole = await collectFrom((call, response) => {
      if (!isCall(call, "ec2:DescribeRegions")) return false;
      response
        .writeHead(403)
        .end(
          "<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>no</Message></Error></Errors></Response>",
        );
      return true;
    });
    expect(whole.gaps.find(({ at }) => at.call === "ec2:DescribeRegions")).toMatchObject({
      reason: "denied",
      touches: { kinds: ["region"] },
    });
    expect(whole.ledger.filter(({ region }) => region === "eu-west-1")).toHaveLength(
      REGISTRY.filter(({ each, scope }) => each === undefined && scope === "region").length,
    );
  });

  it("goes on where nobody says whose account it is", async () => {
    const whole = await collectFrom((call, response) => {
      if (isCall(call, "sts:GetCallerIdentity")) response.writeHead(500).end("<html>");
      else if (isCall(call, "ec2:DescribeVpcs")) response.end(vpcPage(["vpc-1"]));
      else return false;
      return true;
    });
    expect(whole.nodes.find(({ kind }) => kind === "network")?.id).toBe(
      "arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-1",
    );
    expect(whole.ledger.find(({ call }) => call === "sts:GetCallerIdentity")?.status).toBe("failed");
  });

  it("never hands on credentials, whatever an error says", async () => {
    const whole = await collectFrom((call, response) => {
      if (!isCall(call, "ec2:DescribeVpcs")) return false;
      response
        .writeHead(403)
        .end(
          `<Response><Errors><Error><Code>AuthFailure</Code><Message>bad</Message></Error></Errors><RequestID>x</RequestID></Response>`,
        );
      return true;
    });
    const all = JSON.stringify([whole.nodes, whole.edges, whole.gaps, whole.answers, whole.ledger]);
    for (const canary of CANARIES) expect(all).not.toContain(canary);
  });

  it("without a way to log in says so, and what to do", async () => {
    undo.push(
      pointAwsAt("http://127.0.0.1:9", {
        AWS_ACCESS_KEY_ID: undefined,
        AWS_SECRET_ACCESS_KEY: undefined,
        AWS_SESSION_TOKEN: undefined,
      }),
    );
    await expect(gather(collectAws({ attempts: 1 }))).rejects.toThrow(UsageError);
    await expect(surveyAws({ attempts: 1 })).rejects.toThrow(/no way to log in to AWS/);
  });
});
