import * as appsync from "@aws-sdk/client-appsync";
import * as cloudfront from "@aws-sdk/client-cloudfront";
import { expect, it } from "vitest";
import { assemble, type Graph } from "../../../../src/graph/index.js";
import { collectAws } from "../../../../src/sources/aws/index.js";
import { describeWithMoto, withMoto } from "../../../setup/moto-server.js";
import { gather, type Whole } from "../harness.js";

const REGION = "eu-west-1";
const CANARY = "CANARY-origin-header";

async function seedDistribution(): Promise<string> {
  const client = new cloudfront.CloudFrontClient({ region: "us-east-1" });
  const made = await client.send(
    new cloudfront.CreateDistributionCommand({
      DistributionConfig: {
        ...{ CallerReference: "1", Comment: "shop", Enabled: true, DefaultRootObject: "index.html" },
        Origins: {
          Quantity: 1,
          Items: [
            {
              ...{ Id: "o", DomainName: "shop.example.com" },
              CustomHeaders: { Quantity: 1, Items: [{ HeaderName: "X-Key", HeaderValue: CANARY }] },
              CustomOriginConfig: { HTTPPort: 80, HTTPSPort: 443, OriginProtocolPolicy: "https-only" },
            },
          ],
        },
        DefaultCacheBehavior: {
          ...{ TargetOriginId: "o", ViewerProtocolPolicy: "redirect-to-https", MinTTL: 0 },
          ForwardedValues: { QueryString: false, Cookies: { Forward: "none" } },
        },
      },
    }),
  );
  client.destroy();
  return made.Distribution?.ARN ?? "";
}

async function seed() {
  const graphql = new appsync.AppSyncClient({ region: REGION });
  const api = await graphql.send(
    new appsync.CreateGraphqlApiCommand({ name: "g", authenticationType: "API_KEY" }),
  );
  graphql.destroy();
  return {
    cdn: await seedDistribution(),
    graphql: api.graphqlApi?.arn ?? "",
  };
}

describeWithMoto("an account with a distribution and a GraphQL API", () => {
  let made: Awaited<ReturnType<typeof seed>>;
  let whole: Whole;
  let graph: Graph;

  withMoto(async () => {
    made = await seed();
    whole = await gather(collectAws({ regions: [REGION], attempts: 1 }));
    graph = assemble([whole]);
  });

  it("has each, by the id that a web ACL would name it by", () => {
    expect(graph.node(made.cdn)?.is).toMatchObject({
      ...{ entryType: "cdn", rootObject: "index.html", accessLogs: null },
      cdn: { origins: [{ name: "o", protocol: "https-only", headers: ["x-key"] }] },
    });
    expect(graph.node(made.graphql)?.is).toMatchObject({ authentication: [{ type: "api-key" }] });
  });

  it("keeps no header that an origin is sent", () => {
    expect(JSON.stringify(whole)).not.toContain(CANARY);
  });

  it("misses nothing of them", () => {
    const services = /^(?:cloudfront|appsync):/;
    const gaps = whole.gaps.filter(({ at }) => services.test(at.call ?? ""));
    expect(gaps.map(({ message }) => message)).toEqual([]);
  });
});
