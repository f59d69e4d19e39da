import { describe, expect, it } from "vitest";
import { REMOVED, withoutSecrets } from "../../../../src/sources/aws/secrets.js";
import { ACCOUNT, answer, arrows, nodeOf, OTHER, read, told } from "../harness.js";
import {
  ACL,
  ADDRESSES,
  aclAnswer,
  BALANCER,
  CDN_ACL,
  COMMON,
  GROUP,
  listed,
  managed,
  PATTERNS,
  refers,
  rule,
  SHARED,
  seen,
} from "./waf-answers.js";

/** Facts, whatever the kind. */
const facts = ({ is }: { is: object }) => is as Record<string, unknown>;
const acl = (more: object, arn = ACL) => read("wafv2:GetWebACL", aclAnswer(arn, more));
const statement = (one: object) =>
  facts(nodeOf(acl({ Rules: [rule("r", 0, one)] }), `${ACL}#rule/r`))["statement"];
const looked = { FieldToMatch: { UriPath: {} }, TextTransformations: [{ Priority: 0, Type: "NONE" }] };
const path = { field: { part: "path" }, transforms: [] };
const base64 = (text: string) => Buffer.from(text).toString("base64");

describe("a web ACL", () => {
  it("is told with what it does to requests that no rule ends", () => {
    const batch = acl({
      DefaultAction: { Block: { CustomResponse: { ResponseCode: 404 } } },
      TokenDomains: ["b.example.com", "a.example.com"],
      AssociationConfig: { RequestBody: { API_GATEWAY: { DefaultSizeInspectionLimit: "KB_64" } } },
      ChallengeConfig: { ImmunityTimeProperty: { ImmunityTime: 300 } },
      OnSourceDDoSProtectionConfig: { ALBLowReputationMode: "ACTIVE_UNDER_DDOS" },
      RetrofittedByFirewallManager: true,
      DataProtectionConfig: {
        DataProtections: [
          { Field: { FieldType: "SINGLE_HEADER", FieldKeys: ["authorization"] }, Action: "HASH" },
        ],
      },
    });
    expect(nodeOf(batch, ACL)).toMatchObject({
      kind: "web-acl",
      type: "aws.web-acl",
      label: "shop",
      scope: { account: ACCOUNT, region: "eu-west-1" },
      is: {
        ...{ name: "shop", reach: "regional", defaultAction: "block", capacity: 725, metrics: true },
        tokenDomains: ["a.example.com", "b.example.com"],
        bodyLimits: { "api-gateway": 65536 },
        ...{ challengeSeconds: 300, captchaSeconds: null, addressReputation: "under-attack" },
        centrallyManaged: true,
        protectedFields: [{ part: "single-header", names: ["authorization"], how: "hash" }],
        unmodelled: [],
      },
    });
    expect(batch.gaps).toEqual([]);
  });

  it("that protects CloudFront belongs to no Region", () => {
    const batch = read("wafv2:ListWebACLs", { WebACLs: [listed(CDN_ACL)] });
    expect(nodeOf(batch, CDN_ACL).scope).toEqual({ provider: "aws", partition: "aws", account: ACCOUNT });
    expect(nodeOf(batch, CDN_ACL).is).toMatchObject({ reach: "global" });
  });

  it("is asked rule by rule: Firewall Manager's first, its own by priority, Firewall Manager's last", () => {
    const fms = (Name: string, Priority: number) => ({
      ...{ Name, Priority, OverrideAction: { Count: {} }, VisibilityConfig: seen(Name) },
      FirewallManagerStatement: managed(),
    });
    const batch = acl({
      Rules: [refers("b", 7, managed()), rule("a", 3, { GeoMatchStatement: { CountryCodes: ["XX"] } })],
      PreProcessFirewallManagerRuleGroups: [fms("p2", 2), fms("p1", 1)],
      PostProcessFirewallManagerRuleGroups: [fms("z", 0)],
    });
    const rules = batch.nodes.filter(({ kind }) => kind === "web-rule");
    expect(
      rules.map((one) => [
        one.id.slice(ACL.length),
        facts(one)["order"],
        facts(one)["action"],
        facts(one)["override"],
      ]),
    ).toEqual([
      ["#first/p1", 0, null, "count"],
      ["#first/p2", 1, null, "count"],
      ["#rule/a", 2, "block", null],
      ["#rule/b", 3, null, "none"],
      ["#last/z", 4, null, "count"],
    ]);
    expect(rules[2]?.at).toMatchObject({ id: "a", pointer: "/output/WebACL/Rules/1" });
    expect(arrows(batch).filter((arrow) => arrow.includes("-web_acl->"))).toHaveLength(5);
  });

  it("leads to the groups and sets that its rules name, wherever in the rule", () => {
    const set = { IPSetReferenceStatement: { ARN: ADDRESSES } };
    const patterns = { RegexPatternSetReferenceStatement: { ARN: PATTERNS, ...looked } };
    const batch = acl({
      Rules: [
        refers(
          "common",
          1,
          managed({ Version: "Version_1.3", ScopeDownStatement: { NotStatement: { Statement: set } } }),
        ),
        rule("both", 2, {
          AndStatement: { Statements: [set, { OrStatement: { Statements: [patterns, set] } }] },
        }),
        refers("shared", 3, { RuleGroupReferenceStatement: { ARN: SHARED } }),
      ],
    });
    const from = (name: string) => `${ACL}#rule/${name}`;
    expect(arrows(batch).filter((arrow) => !arrow.includes("-web_acl->"))).toEqual(
      [
        `${from("common")} -rule_group-> ${COMMON}@Version_1.3`,
        `${COMMON}@Version_1.3 -family-> ${COMMON}`,
        `${from("common")} -sets-> ${ADDRESSES}`,
        `${from("both")} -sets-> ${ADDRESSES}`,
        `${from("both")} -sets-> ${PATTERNS}`,
        `${from("shared")} -rule_group-> ${SHARED}`,
      ].sort(),
    );
    expect(nodeOf(batch, SHARED).scope.account).toBe(OTHER);
  });

  it("knows what Shield put into it for the provider's own, of which nothing can be seen", () => {
    const arn = "arn:aws:wafv2:eu-west-1:153427709519:regional/rulegroup/ShieldMitigationRuleGroup_1_2/x";
    const batch = acl({ Rules: [refers("s", 10000000, { RuleGroupReferenceStatement: { ARN: arn } })] });
    expect(nodeOf(batch, arn).is).toEqual({
      name: "ShieldMitigationRuleGroup_1_2",
      vendor: "AWS",
      version: null,
    });
  });

  it.each([
    ["a default action", { DefaultAction: { Tarpit: {} } }, "An action of a web rule is not known here"],
    [
      "a statement",
      { Rules: [rule("r", 0, { MoonPhaseStatement: {} })] },
      "A statement of a web rule is not known",
    ],
    [
      "two statements",
      { Rules: [rule("r", 0, { GeoMatchStatement: {}, LabelMatchStatement: {} })] },
      "is not known",
    ],
    [
      "an action",
      { Rules: [{ ...rule("r", 0, { GeoMatchStatement: {} }), Action: { Shout: {} } }] },
      "is not known here",
    ],
    [
      "no action",
      { Rules: [{ ...rule("r", 0, { GeoMatchStatement: {} }), Action: null }] },
      "without its action",
    ],
    ["no statement", { Rules: [{ Name: "r", Priority: 1, Action: { Block: {} } }] }, "without its statement"],
    [
      "a part",
      { Rules: [rule("r", 0, { XssMatchStatement: { FieldToMatch: { Trailers: {} } } })] },
      "is not known here",
    ],
    [
      "a body limit",
      { AssociationConfig: { RequestBody: { APP: { DefaultSizeInspectionLimit: "ALL" } } } },
      "is not known",
    ],
  ])("with %s that is not known is told with a gap", (_what, more, message) => {
    const batch = acl(more);
    expect(batch.gaps.map((gap) => gap.message).join()).toContain(message);
    const [id] = batch.gaps[0]?.touches.nodes ?? [];
    expect(batch.nodes.map((node) => node.id)).toContain(id);
  });

  it("names settings that came later", () => {
    expect(facts(nodeOf(acl({ NewConfig: {} }), ACL))["unmodelled"]).toEqual(["NewConfig"]);
  });
});

describe("a statement of a web rule", () => {
  it.each([
    [
      "looks for text in a part, after transformations in their order",
      {
        ByteMatchStatement: {
          SearchString: base64("badbot"),
          PositionalConstraint: "CONTAINS_WORD",
          FieldToMatch: { SingleHeader: { Name: "User-Agent" } },
          TextTransformations: [
            { Priority: 1, Type: "LOWERCASE" },
            { Priority: 0, Type: "URL_DECODE" },
          ],
        },
      },
      {
        ...{ type: "text", text: "badbot", position: "contains-word" },
        ...{ field: { part: "header", name: "user-agent" }, transforms: ["url-decode", "lowercase"] },
      },
    ],
    [
      "bounds the size of a body, and says what becomes of what is larger than can be looked at",
      {
        SizeConstraintStatement: {
          ...{ ComparisonOperator: "GT", Size: 8192, TextTransformations: [] },
          FieldToMatch: { Body: { OversizeHandling: "NO_MATCH" } },
        },
      },
      {
        ...{ type: "size", comparison: "gt", bytes: 8192, transforms: [] },
        field: { part: "body", oversize: "no-match" },
      },
    ],
    [
      "looks for injections in a JSON body",
      {
        SqliMatchStatement: {
          SensitivityLevel: "HIGH",
          TextTransformations: [],
          FieldToMatch: {
            JsonBody: {
              ...{ MatchPattern: { IncludedPaths: ["/a"] }, MatchScope: "VALUE" },
              ...{ InvalidFallbackBehavior: "EVALUATE_AS_STRING", OversizeHandling: "CONTINUE" },
            },
          },
        },
      },
      {
        ...{ type: "sql-injection", sensitivity: "high", transforms: [] },
        field: {
          ...{ part: "json-body", oversize: "continue", fallback: "as-text", scope: "value", only: ["/a"] },
          except: [],
        },
      },
    ],
    [
      "matches a pattern",
      { RegexMatchStatement: { RegexString: "^/admin", ...looked } },
      { type: "pattern", pattern: "^/admin", ...path },
    ],
    [
      "names countries, as a header tells them",
      {
        GeoMatchStatement: {
          CountryCodes: ["US", "DE"],
          ForwardedIPConfig: { HeaderName: "X-Forwarded-For", FallbackBehavior: "MATCH" },
        },
      },
      {
        type: "country",
        countries: ["DE", "US"],
        forwarded: { header: "x-forwarded-for", fallback: "match" },
      },
    ],
    [
      "names networks by number",
      { AsnMatchStatement: { AsnList: [64513, 64512] } },
      { type: "as-number", asNumbers: [64512, 64513], forwarded: null },
    ],
    [
      "names a label",
      { LabelMatchStatement: { Scope: "NAMESPACE", Key: "awswaf:x:" } },
      { type: "label", label: "awswaf:x:", namespace: true },
    ],
    [
      "limits a rate, in five minutes where nothing is said, and only of some requests",
      {
        RateBasedStatement: {
          ...{ Limit: 2000, AggregateKeyType: "CUSTOM_KEYS" },
          CustomKeys: [{ IP: {} }, { Header: { Name: "x-api", TextTransformations: [] } }],
          ScopeDownStatement: {
            NotStatement: { Statement: { GeoMatchStatement: { CountryCodes: ["DE"] } } },
          },
        },
      },
      {
        ...{ type: "rate-limit", limit: 2000, window: 300, aggregate: "keys", forwarded: null },
        keys: [
          { key: "ip", name: null },
          { key: "header", name: "x-api" },
        ],
        scopeDown: { type: "not", of: [{ type: "country", countries: ["DE"], forwarded: null }] },
      },
    ],
  ])("%s", (_what, one, expected) => {
    expect(statement(one)).toEqual(expected);
  });

  it("refers to a vendor's group, with actions of single rules in place of the vendor's", () => {
    const more = {
      ExcludedRules: [{ Name: "Z" }],
      RuleActionOverrides: [{ Name: "A", ActionToUse: { Challenge: {} } }],
      ManagedRuleGroupConfigs: [{ AWSManagedRulesBotControlRuleSet: { InspectionLevel: "TARGETED" } }],
    };
    expect(statement(managed(more))).toEqual({
      ...{ type: "managed-group", vendor: "AWS", name: "AWSManagedRulesCommonRuleSet", version: null },
      overrides: [
        { rule: "A", action: "challenge" },
        { rule: "Z", action: "count" },
      ],
      settings: { inspection: "targeted", machineLearning: true },
      scopeDown: null,
    });
  });
});

describe("rule groups, sets and logs of web ACLs", () => {
  it("tell an own group's rules", () => {
    const batch = read("wafv2:GetRuleGroup", {
      RuleGroup: {
        ...listed(GROUP),
        Capacity: 5,
        Rules: [rule("r", 0, { GeoMatchStatement: { CountryCodes: [] } })],
      },
    });
    expect(nodeOf(batch, GROUP).is).toMatchObject({ capacity: 5, vendor: null, managedRules: [] });
    expect(arrows(batch)).toEqual([`${GROUP}#rule/r -group-> ${GROUP}`]);
  });

  it("tell a vendor's rules by name and action, and the versions that may be chosen", () => {
    const input = { VendorName: "AWS", Name: "AWSManagedRulesCommonRuleSet", Scope: "REGIONAL" };
    const about = (call: string, output: object, more = {}) =>
      read(`wafv2:${call}`, output, { input: { ...input, ...more } });
    const rules = {
      Rules: [{ Name: "NoUserAgent_HEADER", Action: { Block: {} } }],
      LabelNamespace: "n:",
      VersionName: "Version_1.3",
    };
    expect(
      nodeOf(
        about("DescribeManagedRuleGroup", rules, { VersionName: "Version_1.3" }),
        `${COMMON}@Version_1.3`,
      ).is,
    ).toMatchObject({
      managedRules: [{ rule: "NoUserAgent_HEADER", action: "block" }],
      ...{ version: "Version_1.3", describedVersion: "Version_1.3" },
    });
    const versions = {
      Versions: [
        { Name: "Version_2.0", LastUpdateTimestamp: "2026-01-02T00:00:00.000Z" },
        { Name: "Version_1.9" },
      ],
      CurrentDefaultVersion: "Version_2.0",
    };
    expect(nodeOf(about("ListAvailableManagedRuleGroupVersions", versions), COMMON).is).toEqual({
      ...{
        name: "AWSManagedRulesCommonRuleSet",
        vendor: "AWS",
        version: null,
        defaultVersion: "Version_2.0",
      },
      availableVersions: [
        { version: "Version_1.9", updated: null },
        { version: "Version_2.0", updated: "2026-01-02T00:00:00.000Z" },
      ],
    });
    expect(told(read("wafv2:DescribeManagedRuleGroup", rules).gaps)).toEqual([
      "unrecognized: An answer to wafv2:DescribeManagedRuleGroup does not say what was asked about",
    ]);
  });

  it("tell a set's entries, canonical; what is none is a gap on the set", () => {
    const batch = read("wafv2:GetIPSet", {
      IPSet: {
        ...listed(ADDRESSES),
        IPAddressVersion: "IPV6",
        Addresses: ["2001:DB8:0::/32", "10.0.0.1/8", "home"],
      },
    });
    expect(nodeOf(batch, ADDRESSES).is).toMatchObject({
      family: "ipv6",
      entries: ["10.0.0.0/8", "2001:db8::/32"],
    });
    expect(batch.gaps.map(({ touches }) => touches.nodes)).toEqual([[ADDRESSES]]);
    const patterns = {
      ...listed(PATTERNS),
      RegularExpressionList: [{ RegexString: "b" }, { RegexString: "a" }],
    };
    const set = read("wafv2:GetRegexPatternSet", { RegexPatternSet: patterns });
    expect(nodeOf(set, PATTERNS).is).toMatchObject({ setType: "patterns", entries: ["a", "b"] });
  });

  it("tell where an ACL's log goes, what is left out of it and what is hidden in it", () => {
    const batch = read("wafv2:ListLoggingConfigurations", {
      LoggingConfigurations: [
        {
          ResourceArn: ACL,
          LogDestinationConfigs: [
            "arn:aws:logs:eu-west-1:111122223333:log-group:aws-waf-logs-shop:*",
            "arn:aws:firehose:eu-west-1:111122223333:deliverystream/aws-waf-logs-shop",
          ],
          RedactedFields: [{ SingleHeader: { Name: "Authorization" } }],
          LoggingFilter: {
            DefaultBehavior: "DROP",
            Filters: [
              {
                ...{ Behavior: "KEEP", Requirement: "MEETS_ANY" },
                Conditions: [
                  { ActionCondition: { Action: "EXCLUDED_AS_COUNT" } },
                  { LabelNameCondition: { LabelName: "awswaf:1:x" } },
                ],
              },
            ],
          },
        },
      ],
    });
    expect(nodeOf(batch, `${ACL}#log/customer`).is).toEqual({
      owner: "customer",
      destinations: [
        { type: "log-group", name: "aws-waf-logs-shop" },
        { type: "stream", name: "aws-waf-logs-shop" },
      ],
      keeps: "drop",
      filters: [{ keep: true, all: false, actions: ["excluded-as-count"], labels: ["awswaf:1:x"] }],
      redacted: [{ part: "header", name: "authorization" }],
      centrallyManaged: false,
    });
    expect(arrows(batch)).toEqual([`${ACL}#log/customer -logs-> ${ACL}`]);
  });

  it("tell whom an ACL protects", () => {
    const stage = "arn:aws:apigateway:eu-west-1::/restapis/a1/stages/prod";
    const batch = read(
      "wafv2:ListResourcesForWebACL",
      { ResourceArns: [BALANCER, stage] },
      { input: { WebACLArn: ACL, ResourceType: "API_GATEWAY" } },
    );
    expect(arrows(batch)).toEqual([`${stage} -web_acl-> ${ACL}`, `${BALANCER} -web_acl-> ${ACL}`].sort());
  });

  it("a denied association hides ACLs of the account's Region, whomever they protect", () => {
    const denied = { Error: { Code: "AccessDeniedException", Message: "no" } };
    const input = { WebACLArn: ACL, ResourceType: "APPSYNC" };
    const [gap] = read("wafv2:ListResourcesForWebACL", denied, { input }).gaps;
    expect(gap?.message).toContain(`of ${ACL} for APPSYNC was denied`);
    expect(gap?.touches).toMatchObject({
      kinds: ["web-acl"],
      nodes: [],
      account: ACCOUNT,
      region: "eu-west-1",
    });
    const [own] = read("wafv2:GetWebACL", denied, {
      input: { Name: "shop", Id: "a-1", Scope: "REGIONAL" },
    }).gaps;
    expect(own?.touches.nodes).toEqual([ACL]);
    const [all] = read("wafv2:ListWebACLs", denied, { input: { Scope: "CLOUDFRONT" } }).gaps;
    expect(all?.touches.kinds).toEqual(["web-acl", "web-rule", "web-rule-group"]);
  });
});

describe("what may be a secret in a web ACL", () => {
  it("is not kept: values of headers that are added, and what is sought in headers of somebody's own", () => {
    const canary = "CANARY-origin-secret";
    const sought = (FieldToMatch: object) => ({
      ByteMatchStatement: {
        SearchString: base64(canary),
        PositionalConstraint: "EXACTLY",
        FieldToMatch,
        TextTransformations: [],
      },
    });
    const handling = { CustomRequestHandling: { InsertHeaders: [{ Name: "x-key", Value: canary }] } };
    const whole = withoutSecrets(
      answer(
        "wafv2:GetWebACL",
        aclAnswer(ACL, {
          Rules: [
            {
              ...rule("a", 0, sought({ SingleHeader: { Name: "x-origin-verify" } })),
              Action: { Allow: handling },
            },
            rule("b", 1, sought({ SingleQueryArgument: { Name: "key" } })),
          ],
        }),
      ).output as never,
    );
    const batch = read("wafv2:GetWebACL", whole);
    expect(JSON.stringify(batch)).not.toContain(canary);
    expect(JSON.stringify(batch)).not.toContain(base64(canary));
    expect(JSON.stringify(batch)).toContain(REMOVED);
    expect(facts(nodeOf(batch, `${ACL}#rule/a`))["statement"]).toMatchObject({
      text: null,
      position: "exactly",
    });
    expect(batch.gaps).toEqual([]);
  });
});
