import { describe, expect, it } from "vitest";
import { assemble } from "../../../../src/graph/index.js";
import { type JsonObject, joinBatches, type RawAnswer } from "../../../../src/model/index.js";
import { type Ask, LastChanges } from "../../../../src/sources/aws/index.js";
import { ACCOUNT, arn, gather, nodeOf, OTHER, REGION, read } from "../harness.js";

const ADA = "arn:aws:sts::111122223333:assumed-role/admin/ada";
const KEY = "AKIAIOSFODNN7EXAMPLE";

function event(EventName: string, EventTime: string, more: JsonObject): JsonObject {
  const record = {
    eventName: EventName,
    eventTime: EventTime,
    sourceIPAddress: "198.51.100.7",
    userIdentity: { type: "AssumedRole", arn: ADA, accessKeyId: KEY, sessionContext: { secret: "session" } },
    ...more,
  };
  return {
    EventId: `${EventName} ${EventTime}`,
    EventName,
    EventTime,
    EventSource: "ec2.amazonaws.com",
    AccessKeyId: KEY,
    Username: "ada",
    CloudTrailEvent: JSON.stringify(record),
  };
}

const RULE_SET = { securityGroupRuleSet: { items: [{ groupId: "sg-1", securityGroupRuleId: "sgr-1" }] } };
const EVENTS: Record<string, JsonObject[]> = {
  AuthorizeSecurityGroupIngress: [
    event("AuthorizeSecurityGroupIngress", "2026-02-01T00:00:00Z", { responseElements: RULE_SET }),
    event("AuthorizeSecurityGroupIngress", "2026-02-09T00:00:00Z", {
      errorCode: "Client.UnauthorizedOperation",
      responseElements: RULE_SET,
    }),
  ],
  ModifySecurityGroupRules: [
    event("ModifySecurityGroupRules", "2026-02-03T00:00:00Z", {
      requestParameters: {
        ModifySecurityGroupRulesRequest: { SecurityGroupRule: { SecurityGroupRuleId: "sgr-1" } },
      },
    }),
  ],
  CreateNetworkAclEntry: [
    event("CreateNetworkAclEntry", "2026-02-04T00:00:00Z", {
      userIdentity: { type: "AWSService", invokedBy: "cloudformation.amazonaws.com" },
      requestParameters: { networkAclId: "acl-1", ruleNumber: 100, egress: false },
    }),
  ],
};

const RULES = read("ec2:DescribeSecurityGroupRules", {
  SecurityGroupRules: [
    {
      SecurityGroupRuleId: "sgr-1",
      GroupId: "sg-1",
      GroupOwnerId: ACCOUNT,
      IsEgress: false,
      IpProtocol: "tcp",
      FromPort: 22,
      ToPort: 22,
      CidrIpv4: "0.0.0.0/0",
    },
  ],
});
const ACLS = read("ec2:DescribeNetworkAcls", {
  NetworkAcls: [
    {
      NetworkAclId: "acl-1",
      OwnerId: ACCOUNT,
      Entries: [
        { RuleNumber: 100, Egress: false, RuleAction: "allow", Protocol: "-1", CidrBlock: "0.0.0.0/0" },
        { RuleNumber: 100, Egress: true, RuleAction: "allow", Protocol: "-1", CidrBlock: "0.0.0.0/0" },
      ],
    },
  ],
});

function lastChanges(account = ACCOUNT, output?: JsonObject) {
  const ask: Ask = async ({ service, operation }, input, { region }): Promise<RawAnswer[]> => {
    const [{ AttributeValue: name }] = input["LookupAttributes"] as [{ AttributeValue: string }];
    const uri = `accounts/${account}/${region}/cloudtrail.LookupEvents.json`;
    const events = output ?? { Events: EVENTS[name] ?? [] };
    return [{ service, operation, input, output: events, account, region, source: "aws", uri }];
  };
  const changes = new LastChanges(ask, account);
  changes.see([...RULES.nodes, ...ACLS.nodes]);
  return gather(changes.told());
}

describe("who changed a rule last", () => {
  it("is what the newest event that worked says, and joins the rule", async () => {
    const told = await lastChanges();
    const graph = assemble([joinBatches([RULES, ACLS, told])]);
    const rule = graph.node(`${arn("security-group/sg-1")}#ingress/6/22-22/0.0.0.0/0`);
    expect(rule?.is).toMatchObject({
      direction: "ingress",
      lastChange: {
        who: ADA,
        when: "2026-02-03T00:00:00Z",
        from: "198.51.100.7",
        event: "ModifySecurityGroupRules",
      },
    });
    const entry = graph.node(`${arn("network-acl/acl-1")}#ingress/100`);
    expect(entry?.is).toMatchObject({ lastChange: { who: "cloudformation.amazonaws.com" } });
    expect(graph.node(`${arn("network-acl/acl-1")}#egress/100`)?.is).not.toHaveProperty("lastChange");
    expect(graph.gaps.filter(({ reason }) => reason === "conflict")).toEqual([]);
  });

  it("is cited by its event, and neither keys nor sessions are kept", async () => {
    const told = await lastChanges();
    expect(nodeOf(told, `${arn("security-group/sg-1")}#ingress/6/22-22/0.0.0.0/0`).at).toMatchObject({
      uri: `accounts/${ACCOUNT}/${REGION}/cloudtrail.LookupEvents.json`,
      call: "cloudtrail:LookupEvents",
      pointer: "/3/output/Events/0",
    });
    expect(JSON.stringify(told)).not.toContain(KEY);
    expect(JSON.stringify(told)).not.toContain("sessionContext");
    expect(told.answers).toHaveLength(5);
    expect(told.ledger).toEqual([expect.objectContaining({ status: "ok", items: 4, region: REGION })]);
  });

  it("is not told where events are denied, nor of another account's rules", async () => {
    const denied = await lastChanges(ACCOUNT, { Error: { Code: "AccessDenied", Message: "no" } });
    expect(denied.nodes).toEqual([]);
    expect(denied.ledger[0]).toMatchObject({ status: "denied" });
    expect((await lastChanges(OTHER)).ledger).toEqual([]);
  });
});
