import type { ServerResponse } from "node:http";
import { describe, expect, it } from "vitest";
import { assemble } from "../../../../src/graph/index.js";
import { collectAws, exportPath, readAnswerFiles } from "../../../../src/sources/aws/index.js";
import { afterEachTest, pointedAt } from "../../../setup/ends.js";
import { emptyAnswer, type QueryCall, startQueryServer } from "../../../setup/query-server.js";
import { expectSameFromFiles } from "../exported.js";
import { ACCOUNT, gather, told, type Whole } from "../harness.js";
import { ACL, ANSWERS, CDN_ACL, COMMON, GROUP, question, SHARED } from "./waf-answers.js";

const undo = afterEachTest();

async function collected(denied: readonly string[] = []): Promise<Whole & { questions: string[] }> {
  const questions: string[] = [];
  const handle = (call: QueryCall, response: ServerResponse): boolean => {
    const [service = "", operation = ""] = call.call.split(":");
    if (service !== "wafv2") return response.end(emptyAnswer(call) ?? "") !== undefined;
    const asked = question(operation, JSON.parse(call.body));
    questions.push(`${asked} in ${call.region}`);
    if (denied.includes(asked))
      response
        .writeHead(400, { "content-type": "application/x-amz-json-1.1" })
        .end('{"__type":"AccessDeniedException","message":"no"}');
    else response.end(JSON.stringify(ANSWERS[asked] ?? {}));
    return true;
  };
  pointedAt(await startQueryServer(handle), undo);
  return { ...(await gather(collectAws({ attempts: 1 }))), questions };
}

const wafGaps = ({ gaps }: Pick<Whole, "gaps">) =>
  gaps.filter(({ at }) => at.call?.startsWith("wafv2:") === true);

describe("a collection of web ACLs", () => {
  it("asks each Region for its own and us-east-1 for what protects CloudFront, each question once", async () => {
    const whole = await collected();
    const where = (asked: string) => (asked.includes("CLOUDFRONT") ? "us-east-1" : "eu-west-1");
    expect(whole.questions.sort()).toEqual(
      Object.keys(ANSWERS)
        .map((asked) => `${asked} in ${where(asked)}`)
        .sort(),
    );
    expect(told(wafGaps(whole))).toEqual([]);
    const graph = assemble([whole]);
    expect(graph.step(ACL, "rules")?.ids).toEqual([
      `${ACL}#first/fms`,
      `${ACL}#rule/common`,
      `${ACL}#rule/office`,
      `${ACL}#rule/own`,
    ]);
    expect(graph.step(`${ACL}#rule/own`, "rule_group")?.ids).toEqual([GROUP]);
    expect(graph.step(`${ACL}#first/fms`, "rule_group")?.ids).toEqual([SHARED]);
    expect(graph.step(`${COMMON}@Version_1.3`, "family")?.ids).toEqual([COMMON]);
    expect(graph.step(ACL, "web_logs")?.ids).toEqual([`${ACL}#log/customer`]);
    const cdn = whole.answers.filter(({ input }) => input["Scope"] === "CLOUDFRONT");
    expect(new Set(cdn.map(({ region }) => region))).toEqual(new Set([undefined]));
    expect(graph.node(`${CDN_ACL}#rule/common`)?.scope).not.toHaveProperty("region");
  });

  it("leaves a gap on the very group or set that was denied", async () => {
    const whole = await collected([
      `GetRuleGroup ${SHARED}`,
      "DescribeManagedRuleGroup REGIONAL Version_1.3",
    ]);
    expect(wafGaps(whole).map(({ reason, touches }) => [reason, touches.nodes])).toEqual(
      expect.arrayContaining([
        ["denied", [SHARED]],
        ["denied", [`${COMMON}@Version_1.3`]],
      ]),
    );
    expect(wafGaps(whole)).toHaveLength(2);
  });

  it("exported and read from the files is the same graph", async () => {
    const whole = await collected();
    expect(whole.answers.map(exportPath)).toContain(`accounts/${ACCOUNT}/global/wafv2.GetWebACL.json`);
    const again = await expectSameFromFiles(whole, /wafv2/);
    expect(told(wafGaps(again))).toEqual([]);
  });
});

describe("saved answers of web ACLs", () => {
  const bare = (some: readonly string[]) =>
    gather(
      readAnswerFiles(
        some.map((name, index) => ({ path: `dump/${index}.json`, text: JSON.stringify(ANSWERS[name]) })),
      ),
    );

  it("say by their ARNs what they are of, without an envelope", async () => {
    const names = Object.keys(ANSWERS).filter((name) => /^(?:List(?:Web|Rule|IP|Regex|Log)|Get)/.test(name));
    // A group that another account shares is told by its own ARN to be of that account.
    const regional = names.filter((name) => !name.includes("CLOUDFRONT") && !name.includes(SHARED));
    const whole = await bare([...regional, "ListWebACLs CLOUDFRONT", "GetWebACL CLOUDFRONT cdn"]);
    const known = (cdn: boolean) =>
      whole.answers.filter(({ output }) => JSON.stringify(output).includes(CDN_ACL) === cdn);
    expect(new Set(known(true).map(({ region }) => region))).toEqual(new Set([undefined]));
    expect(new Set(known(false).map(({ region }) => region))).toEqual(new Set(["eu-west-1"]));
    expect(whole.answers.every(({ service, account }) => service === "wafv2" && account === ACCOUNT)).toBe(
      true,
    );
    expect(told(whole.gaps).filter((gap) => /ambiguous|conflict|unrecognized/.test(gap))).toEqual([]);
  });

  it("tell what was named and not asked about, and that logs were not listed", async () => {
    const whole = await bare([
      "ListWebACLs REGIONAL",
      "GetWebACL REGIONAL shop",
      "GetRuleGroup REGIONAL own",
    ]);
    const gaps = told(whole.gaps).filter((gap) => gap.includes("wafv2:") && !gap.includes("ListResources"));
    expect(gaps).toEqual([
      `not-collected: wafv2:DescribeManagedRuleGroup was not asked about ${COMMON}@Version_1.3`,
      `not-collected: wafv2:GetRuleGroup was not asked about ${SHARED}`,
      `not-collected: wafv2:ListAvailableManagedRuleGroupVersions was not asked about ${COMMON}`,
      `not-collected: wafv2:ListLoggingConfigurations was not collected in eu-west-1 of account ${ACCOUNT}`,
    ]);
    expect(told(whole.gaps).filter((gap) => gap.includes("ListResourcesForWebACL"))).toHaveLength(6);
  });

  it("are known in envelopes, by the names of services and operations that people write", async () => {
    for (const [service, operation] of [
      ["wafv2", "GetWebACL"],
      ["WAFV2", "get-web-acl"],
    ]) {
      const text = JSON.stringify({
        service,
        operation,
        input: {},
        output: ANSWERS["GetWebACL REGIONAL shop"],
      });
      const whole = await gather(readAnswerFiles([{ path: "acl.json", text }]));
      expect(whole.nodes.map(({ id }) => id)).toContain(ACL);
    }
  });
});
