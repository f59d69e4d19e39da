import * as waf from "@aws-sdk/client-wafv2";
import { expect, it } from "vitest";
import { assemble, type Graph } from "../../../../src/graph/index.js";
import { collectAws } from "../../../../src/sources/aws/index.js";
import { describeWithMoto, withMoto } from "../../../setup/moto-server.js";
import { gather, type Whole } from "../harness.js";

const REGION = "eu-west-1";
const VisibilityConfig = { SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true, MetricName: "m" };

/** A regional ACL that looks for a set's addresses and a word, logged; another for CloudFront. */
async function seed() {
  const here = new waf.WAFV2Client({ region: REGION });
  const set = await here.send(
    new waf.CreateIPSetCommand({
      ...{ Name: "office", Scope: "REGIONAL", IPAddressVersion: "IPV4", Addresses: ["198.51.100.0/24"] },
    }),
  );
  const ARN = set.Summary?.ARN ?? "";
  const sought = {
    ...{ SearchString: new TextEncoder().encode("/admin"), PositionalConstraint: "STARTS_WITH" as const },
    ...{ FieldToMatch: { UriPath: {} }, TextTransformations: [{ Priority: 0, Type: "NONE" as const }] },
  };
  const made = await here.send(
    new waf.CreateWebACLCommand({
      ...{ Name: "shop", Scope: "REGIONAL", DefaultAction: { Allow: {} }, VisibilityConfig },
      Rules: [
        {
          Name: "in",
          Priority: 1,
          Statement: { IPSetReferenceStatement: { ARN } },
          Action: { Allow: {} },
          VisibilityConfig,
        },
        {
          Name: "admin",
          Priority: 2,
          Statement: { ByteMatchStatement: sought },
          Action: { Block: {} },
          VisibilityConfig,
        },
      ],
    }),
  );
  const acl = made.Summary?.ARN ?? "";
  const LoggingConfiguration = { ResourceArn: acl, LogDestinationConfigs: ["arn:aws:s3:::aws-waf-logs-x"] };
  await here.send(new waf.PutLoggingConfigurationCommand({ LoggingConfiguration }));
  here.destroy();
  const there = new waf.WAFV2Client({ region: "us-east-1" });
  const cdn = await there.send(
    new waf.CreateWebACLCommand({
      ...{ Name: "cdn", Scope: "CLOUDFRONT", DefaultAction: { Block: {} }, VisibilityConfig, Rules: [] },
    }),
  );
  there.destroy();
  return { acl, set: ARN, cdn: cdn.Summary?.ARN ?? "" };
}

describeWithMoto("an account with web ACLs", () => {
  let made: Awaited<ReturnType<typeof seed>>;
  let whole: Whole;
  let graph: Graph;

  withMoto(async () => {
    made = await seed();
    whole = await gather(collectAws({ regions: [REGION], attempts: 1 }));
    graph = assemble([whole]);
  });

  it("has each with its rules, sets and log, wherever it belongs", () => {
    const { acl, set, cdn } = made;
    expect(graph.node(acl)?.is).toMatchObject({ name: "shop", defaultAction: "allow" });
    expect(graph.node(cdn)?.is).toMatchObject({ reach: "global", defaultAction: "block" });
    expect(graph.node(cdn)?.scope).not.toHaveProperty("region");
    expect(graph.step(acl, "rules")?.ids).toEqual([`${acl}#rule/admin`, `${acl}#rule/in`]);
    expect(graph.node(`${acl}#rule/admin`)?.is).toMatchObject({ statement: { text: "/admin" } });
    expect(graph.step(`${acl}#rule/in`, "sets")?.ids).toEqual([set]);
    expect(graph.node(set)?.is).toMatchObject({ entries: ["198.51.100.0/24"] });
    expect(graph.step(acl, "web_logs")?.ids).toEqual([`${acl}#log/customer`]);
  });

  it("lacks what the emulator does not tell, and says so", () => {
    const gaps = whole.gaps.filter(({ at }) => at.call?.startsWith("wafv2:") === true);
    expect([...new Set(gaps.map(({ at }) => at.call))]).toEqual(["wafv2:ListResourcesForWebACL"]);
  });
});
