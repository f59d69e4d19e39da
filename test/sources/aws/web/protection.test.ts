import { describe, expect, it } from "vitest";
import { readAnswerFiles } from "../../../../src/sources/aws/index.js";
import { ACCOUNT, arrows, gather, nodeOf, OTHER, read, told } from "../harness.js";
import { BALANCER } from "./waf-answers.js";

const NOWHERE = { region: undefined } as never;
const SUBSCRIPTION = `aws:shield-subscription:${ACCOUNT}`;

describe("Shield Advanced", () => {
  it("tells whether the account subscribes, and who calls whom", () => {
    const state = read("shield:GetSubscriptionState", { SubscriptionState: "ACTIVE" }, NOWHERE);
    expect(nodeOf(state, SUBSCRIPTION).is).toEqual({ state: "active" });
    expect(arrows(state)).toEqual([`${SUBSCRIPTION} -account-> arn:aws:iam::${ACCOUNT}:root`]);
    const Subscription = {
      ...{ EndTime: "2027-01-01T00:00:00.000Z", AutoRenew: "ENABLED", ProactiveEngagementStatus: "PENDING" },
      SubscriptionLimits: {},
    };
    expect(nodeOf(read("shield:DescribeSubscription", { Subscription }, NOWHERE), SUBSCRIPTION).is).toEqual({
      ...{ proactiveEngagement: "pending", renews: true, ends: "2027-01-01T00:00:00.000Z" },
    });
  });

  it("leads from each protection to what it protects, as far as that is known", () => {
    const of = (Id: string, ResourceArn: string, more: object = {}) => ({
      ...{ Id, Name: Id, ResourceArn, ProtectionArn: `arn:aws:shield::${ACCOUNT}:protection/${Id}`, ...more },
    });
    const batch = read(
      "shield:ListProtections",
      {
        Protections: [
          of("a", BALANCER, {
            ApplicationLayerAutomaticResponseConfiguration: { Status: "ENABLED", Action: { Count: {} } },
          }),
          of("b", `arn:aws:ec2:eu-west-1:${ACCOUNT}:eip-allocation/eipalloc-1`),
          of("c", "arn:aws:route53:::hostedzone/Z1"),
        ],
      },
      NOWHERE,
    );
    const id = (name: string) => `arn:aws:shield::${ACCOUNT}:protection/${name}`;
    expect(arrows(batch)).toEqual([
      `${id("a")} -protected-> ${BALANCER}`,
      `${id("b")} -protected-> eipalloc-1`,
    ]);
    expect(nodeOf(batch, id("a")).is).toMatchObject({ automaticResponse: "count" });
    expect(nodeOf(batch, id("c")).is).toMatchObject({
      resource: "arn:aws:route53:::hostedzone/Z1",
      automaticResponse: null,
    });
  });

  it("is asked for protections only where the account subscribes", async () => {
    const files = (SubscriptionState: string) =>
      gather(
        readAnswerFiles([
          { path: `accounts/${ACCOUNT}/global/state.json`, text: JSON.stringify({ SubscriptionState }) },
        ]),
      );
    const missing = async (state: string) =>
      told((await files(state)).gaps).filter((gap) => gap.includes("shield:"));
    expect(await missing("INACTIVE")).toEqual([]);
    expect(await missing("ACTIVE")).toEqual([
      `not-collected: shield:DescribeSubscription was not asked about ${SUBSCRIPTION}`,
      `not-collected: shield:ListProtections was not asked about ${SUBSCRIPTION}`,
    ]);
  });
});

const POLICY = `arn:aws:fms:eu-west-1:${ACCOUNT}:policy/p1`;

describe("Firewall Manager", () => {
  it("tells a policy's scope, and what it says of its service as what it means", () => {
    const batch = read(
      "fms:GetPolicy",
      {
        PolicyArn: POLICY,
        Policy: {
          ...{ PolicyId: "p1", PolicyName: "waf", RemediationEnabled: true, ExcludeResourceTags: true },
          ...{
            ResourceType: "ResourceTypeList",
            ResourceTypeList: ["AWS::ElasticLoadBalancingV2::LoadBalancer"],
          },
          ...{ ResourceTags: [{ Key: "open" }], IncludeMap: { ORG_UNIT: ["ou-1"], ACCOUNT: [OTHER] } },
          SecurityServicePolicyData: {
            Type: "WAFV2",
            ManagedServiceData: '{"type":"WAFV2","defaultAction":{"type":"ALLOW"},"preProcessRuleGroups":[]}',
          },
        },
      },
      { input: { PolicyId: "p1" } },
    );
    expect(nodeOf(batch, POLICY).is).toMatchObject({
      ...{
        name: "waf",
        policyType: "WAFV2",
        remediation: true,
        tagsExclude: true,
        tagsAll: true,
        exclude: null,
      },
      resourceTypes: ["AWS::ElasticLoadBalancingV2::LoadBalancer"],
      resourceTags: [{ key: "open", value: null }],
      include: { accounts: [OTHER], units: ["ou-1"] },
      settings: { type: "WAFV2", defaultAction: { type: "ALLOW" } },
    });
    const broken = {
      Policy: { SecurityServicePolicyData: { Type: "WAFV2", ManagedServiceData: "{" } },
      PolicyArn: POLICY,
    };
    expect(read("fms:GetPolicy", broken).gaps.map(({ touches }) => touches.nodes)).toEqual([[POLICY]]);
  });

  it("tells who administers it", () => {
    const batch = read("fms:GetAdminAccount", { AdminAccount: OTHER, RoleStatus: "READY" }, NOWHERE);
    expect(batch.nodes[0]).toMatchObject({
      kind: "security-administrator",
      is: { service: "firewall-manager", administrator: OTHER, status: "ready" },
    });
  });

  it("is administered by nobody where the API finds no administrator", () => {
    const failure = { Code: "ResourceNotFoundException", Message: "No administrator" };
    expect(read("fms:GetAdminAccount", { Error: failure }, NOWHERE)).toMatchObject({ nodes: [], gaps: [] });
  });
});
