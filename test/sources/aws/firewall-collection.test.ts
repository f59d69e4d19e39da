import type { ServerResponse } from "node:http";
import { describe, expect, it } from "vitest";
import { assemble } from "../../../src/graph/index.js";
import { collectAws, exportPath, readAnswerFiles } from "../../../src/sources/aws/index.js";
import { afterEachTest, pointedAt } from "../../setup/ends.js";
import { emptyAnswer, type QueryCall, startQueryServer } from "../../setup/query-server.js";
import { expectSameFromFiles } from "./exported.js";
import { gather, told, type Whole } from "./harness.js";

const ACCOUNT = "111122223333";
const NFW = `arn:aws:network-firewall:eu-west-1:${ACCOUNT}`;
const FIREWALL = `${NFW}:firewall/guard`;
const POLICY = `${NFW}:firewall-policy/guard`;
const [USED, IDLE] = [`${NFW}:stateful-rulegroup/used`, `${NFW}:stateful-rulegroup/idle`];
const MANAGED = "arn:aws:network-firewall:eu-west-1:aws-managed:stateful-rulegroup/Threats";

const group = (RuleGroupArn: string, RulesString?: string) => ({
  UpdateToken: "1",
  ...(RulesString === undefined ? {} : { RuleGroup: { RulesSource: { RulesString } } }),
  RuleGroupResponse: { RuleGroupArn, RuleGroupName: RuleGroupArn.split("/").at(-1), Type: "STATEFUL" },
});

/** What the API answers, by operation and what is asked about. */
const ANSWERS: Readonly<Record<string, object>> = {
  ListFirewalls: { Firewalls: [{ FirewallName: "guard", FirewallArn: FIREWALL }] },
  [`DescribeFirewall ${FIREWALL}`]: {
    UpdateToken: "1",
    Firewall: { FirewallName: "guard", FirewallArn: FIREWALL, FirewallPolicyArn: POLICY, VpcId: "vpc-1" },
    FirewallStatus: { Status: "READY", ConfigurationSyncStateSummary: "IN_SYNC", SyncStates: {} },
  },
  [`DescribeLoggingConfiguration ${FIREWALL}`]: {
    FirewallArn: FIREWALL,
    LoggingConfiguration: {
      LogDestinationConfigs: [
        { LogType: "FLOW", LogDestinationType: "S3", LogDestination: { bucketName: "logs" } },
      ],
    },
  },
  ListFirewallPolicies: { FirewallPolicies: [{ Name: "guard", Arn: POLICY }] },
  [`DescribeFirewallPolicy ${POLICY}`]: {
    UpdateToken: "1",
    FirewallPolicyResponse: { FirewallPolicyName: "guard", FirewallPolicyArn: POLICY, FirewallPolicyId: "1" },
    FirewallPolicy: {
      StatelessDefaultActions: ["aws:forward_to_sfe"],
      StatelessFragmentDefaultActions: ["aws:forward_to_sfe"],
      StatefulRuleGroupReferences: [{ ResourceArn: USED }, { ResourceArn: MANAGED }],
    },
  },
  ListRuleGroups: {
    RuleGroups: [
      { Name: "idle", Arn: IDLE },
      { Name: "used", Arn: USED },
    ],
  },
  [`DescribeRuleGroup ${USED}`]: group(USED, "drop tcp any any -> any 22 (sid:1;)"),
  [`DescribeRuleGroup ${IDLE}`]: group(IDLE, "pass ip any any -> any any (sid:1;)"),
  [`DescribeRuleGroup ${MANAGED}`]: group(MANAGED),
};

const undo = afterEachTest();

function asked({ call, body }: QueryCall): string | null {
  const operation = /^network-firewall:(?!ListTLS|ListVpc)(\w+)$/.exec(call)?.[1];
  if (operation === undefined) return null;
  const input = JSON.parse(body) as Record<string, string>;
  const about = input["FirewallArn"] ?? input["FirewallPolicyArn"] ?? input["RuleGroupArn"];
  return about === undefined ? operation : `${operation} ${about}`;
}

async function collected(denied: readonly string[] = []): Promise<Whole & { questions: string[] }> {
  const questions: string[] = [];
  const handle = (call: QueryCall, response: ServerResponse): boolean => {
    const question = asked(call);
    const answer = question === null ? undefined : ANSWERS[question];
    if (question !== null) questions.push(question);
    if (question !== null && denied.includes(question))
      response
        .writeHead(400, { "content-type": "application/x-amz-json-1.0" })
        .end('{"__type":"AccessDeniedException","message":"no"}');
    else if (answer !== undefined) response.end(JSON.stringify(answer));
    else response.end(emptyAnswer(call) ?? "");
    return true;
  };
  pointedAt(await startQueryServer(handle), undo);
  return { ...(await gather(collectAws({ attempts: 1 }))), questions };
}

const firewallGaps = ({ gaps }: Pick<Whole, "gaps">) =>
  gaps.filter(({ at }) => at.call?.startsWith("network-firewall:") === true);

describe("a collection of Network Firewall", () => {
  it("asks about each firewall, each policy, and each group once, whoever names it", async () => {
    const whole = await collected();
    expect(whole.questions.sort()).toEqual(Object.keys(ANSWERS).sort());
    expect(firewallGaps(whole)).toEqual([]);
    const rows = whole.ledger.filter(({ call }) => call.startsWith("network-firewall:"));
    expect(rows.map(({ call, answers, status }) => [call, answers, status]).sort()).toEqual([
      ["network-firewall:DescribeFirewall", 1, "ok"],
      ["network-firewall:DescribeFirewallPolicy", 1, "ok"],
      ["network-firewall:DescribeLoggingConfiguration", 1, "ok"],
      ["network-firewall:DescribeRuleGroup", 3, "ok"],
      ["network-firewall:ListFirewallPolicies", 1, "ok"],
      ["network-firewall:ListFirewalls", 1, "ok"],
      ["network-firewall:ListRuleGroups", 1, "ok"],
      ["network-firewall:ListTLSInspectionConfigurations", 1, "ok"],
      ["network-firewall:ListVpcEndpointAssociations", 1, "ok"],
    ]);
    const graph = assemble([whole]);
    expect(graph.step(POLICY, "filters")?.ids).toEqual([USED, MANAGED].sort());
    expect(graph.step(FIREWALL, "flow_logs")?.ids).toEqual([`${FIREWALL}#log/flow`]);
  });

  it("leaves a gap on the very group, policy or log that was denied", async () => {
    const whole = await collected([`DescribeRuleGroup ${USED}`, `DescribeLoggingConfiguration ${FIREWALL}`]);
    const gaps = firewallGaps(whole).map(({ reason, touches }) => [reason, touches.nodes, touches.relations]);
    expect(gaps.sort()).toEqual([
      ["denied", [FIREWALL], ["flow_logs"]],
      ["denied", [USED], undefined],
    ]);
    const blind = await collected(["ListRuleGroups", "ListFirewallPolicies"]);
    expect(firewallGaps(blind).map(({ reason, touches }) => [reason, touches.kinds])).toEqual([
      ["denied", ["firewall-policy"]],
      ["denied", ["firewall-policy"]],
    ]);
  });

  it("exported and read from the files is the same graph", async () => {
    const whole = await collected();
    const path = `accounts/${ACCOUNT}/eu-west-1/network-firewall.DescribeRuleGroup.json`;
    expect(whole.answers.map(exportPath)).toContain(path);
    await expectSameFromFiles(whole, /network-firewall/);
  });
});

describe("saved answers of Network Firewall", () => {
  const files = (some: readonly string[]) =>
    gather(
      readAnswerFiles(
        some.map((name, index) => ({ path: `dump/${index}.json`, text: JSON.stringify(ANSWERS[name]) })),
      ),
    );

  it("say by their ARNs what they are of, without an envelope", async () => {
    const whole = await files(Object.keys(ANSWERS));
    expect(whole.answers.map(({ service, account, region }) => [service, account, region])).toEqual(
      Object.keys(ANSWERS).map(() => ["network-firewall", ACCOUNT, "eu-west-1"]),
    );
    const gaps = whole.gaps.filter(({ message }) => !/was (?:not )?collected in/.test(message));
    expect(told(gaps)).toEqual([]);
    const graph = assemble([whole]);
    expect([USED, MANAGED].map((id) => graph.step(id, "rules")?.ids)).toEqual([
      [`${USED}#sid/1`],
      [`${MANAGED}#rule/0`],
    ]);
  });

  it("tell what was named and not asked about", async () => {
    const whole = await files([
      "ListFirewalls",
      `DescribeFirewallPolicy ${POLICY}`,
      `DescribeRuleGroup ${USED}`,
    ]);
    const gaps = whole.gaps.filter(({ message }) => message.includes("was not asked about"));
    expect(told(gaps)).toEqual([
      `not-collected: network-firewall:DescribeFirewall was not asked about ${FIREWALL}`,
      `not-collected: network-firewall:DescribeLoggingConfiguration was not asked about ${FIREWALL}`,
      `not-collected: network-firewall:DescribeRuleGroup was not asked about ${MANAGED}`,
    ]);
  });

  it("are known in envelopes, by the names of services and operations that people write", async () => {
    const [path, output] = ["fw.json", ANSWERS[`DescribeFirewall ${FIREWALL}`]];
    for (const [service, operation] of [
      ["network-firewall", "DescribeFirewall"],
      ["NetworkFirewall", "describe-firewall"],
    ]) {
      const text = JSON.stringify({ service, operation, input: { FirewallName: "guard" }, output });
      const whole = await gather(readAnswerFiles([{ path, text }]));
      expect(whole.answers).toMatchObject([{ service: "network-firewall", operation: "DescribeFirewall" }]);
      expect(whole.nodes.map(({ id }) => id)).toContain(FIREWALL);
    }
  });

  it("are not those of web ACLs", async () => {
    const text = JSON.stringify({ RuleGroups: [{ Name: "x", Id: "1", ARN: "arn:aws:wafv2:x" }] });
    const whole = await gather(readAnswerFiles([{ path: "waf.json", text }]));
    expect(whole.answers).toMatchObject([{ service: "wafv2", operation: "ListRuleGroups" }]);
  });
});
