import { describe, expect, it } from "vitest";
import { assemble } from "../../../../src/graph/index.js";
import { collectAws } from "../../../../src/sources/aws/index.js";
import { afterEachTest, pointedAt } from "../../../setup/ends.js";
import { emptyAnswer, startQueryServer } from "../../../setup/query-server.js";
import { gather } from "../harness.js";

/** What API Gateway answers by paths, as it goes over the wire: without capitals, and `item` for lists of the older API. */
const ANSWERS: Readonly<Record<string, object>> = {
  "/restapis?limit=500": {
    item: [{ id: "a1", name: "shop", apiKeySource: "HEADER", endpointConfiguration: { types: ["EDGE"] } }],
  },
  "/restapis/a1/stages": { item: [{ stageName: "prod", variables: { key: "CANARY-stage" } }] },
  "/restapis/a1/authorizers?limit=500": {
    item: [{ id: "1", name: "l", type: "TOKEN", authorizerUri: "arn:x" }],
  },
  "/restapis/a1/resources?embed=methods&limit=500": {
    item: [{ id: "r", path: "/", resourceMethods: { GET: { authorizationType: "NONE" } } }],
    position: "next",
  },
  "/restapis/a1/resources?embed=methods&limit=500&position=next": { item: [] },
  "/v2/apis?maxResults=500": { items: [{ apiId: "h1", name: "h", protocolType: "HTTP" }] },
  "/v2/apis/h1/stages?maxResults=500": { items: [{ stageName: "$default" }] },
  "/v2/apis/h1/authorizers?maxResults=500": { items: [] },
  "/v2/apis/h1/routes?maxResults=500": { items: [{ routeKey: "GET /open", authorizationType: "NONE" }] },
};

const undo = afterEachTest();

describe("a collection of APIs", () => {
  it("asks each for stages, authorizers and what is open, page after page", async () => {
    const asked: string[] = [];
    const server = await startQueryServer((call, response) => {
      const [path, query] = (call.request.url ?? "").split("?");
      const url = [path, ...(query === undefined ? [] : [query.split("&").sort().join("&")])].join("?");
      const answer = ANSWERS[url];
      if (/^\/(?:restapis|v2\/)/.test(url)) asked.push(url);
      if (answer !== undefined) response.setHeader("content-type", "application/json");
      return (
        response.end(answer === undefined ? (emptyAnswer(call) ?? "") : JSON.stringify(answer)) !== undefined
      );
    });
    pointedAt(server, undo);
    const whole = await gather(collectAws({ attempts: 1 }));
    expect(asked.sort()).toEqual(Object.keys(ANSWERS).sort());
    const gaps = whole.gaps.filter(({ at }) => at.call?.startsWith("apigateway") === true);
    expect(gaps.map(({ message }) => message)).toEqual([]);
    expect(JSON.stringify(whole)).not.toContain("CANARY-stage");
    const graph = assemble([whole]);
    const [rest, http] = ["restapis/a1", "apis/h1"].map((end) => `arn:aws:apigateway:eu-west-1::/${end}`);
    expect(graph.node(rest ?? "")?.is).toMatchObject({
      ...{ public: true, endpointTypes: ["edge"] },
      authorizers: [{ type: "token", name: "l", source: "arn:x" }],
    });
    expect(graph.step(rest ?? "", "stages")?.ids).toEqual([`${rest}/stages/prod`]);
    expect(graph.node(http ?? "")?.is).toMatchObject({ name: "h", openRoutes: ["GET /open"] });
    expect(graph.step(http ?? "", "stages")?.ids).toEqual([`${http}/stages/$default`]);
    // Open methods of two pages are told twice, and which telling holds nobody says.
    expect(graph.gaps.map(({ reason }) => reason)).toContain("conflict");
  });
});
