import { describe, expect, it } from "vitest";
import { MOST_CHARACTERS, sizeOf } from "../../../src/sources/aws/audit-role/policy-documents.js";
import {
  type AuditRole,
  awsServices,
  callerPolicy,
  readPolicies,
  roleInTerraform,
  roleTemplate,
  stackSetTemplate,
} from "../../../src/sources/aws/index.js";
import { REGISTRY } from "../../../src/sources/aws/registry.js";

interface Statement {
  readonly Sid: string;
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource?: string;
  readonly Condition?: unknown;
}
const statements = (documents: readonly { readonly Statement: readonly object[] }[]) =>
  documents.flatMap(({ Statement }) => Statement as readonly Statement[]);
const actionsOf = (services?: readonly string[]) =>
  statements(readPolicies(({ service }) => services?.includes(service) ?? true)).flatMap(
    ({ Action }) => Action,
  );

const role: AuditRole = {
  name: "audit/causeway",
  externalId: "x-42",
  tagged: true,
  policies: readPolicies(),
};

describe("the policies of a collection", () => {
  it("allow every action of the registry, each once, and no other", () => {
    const wanted = new Set(REGISTRY.flatMap(({ actions }) => actions));
    expect(actionsOf()).toEqual([...wanted].sort());
    for (const one of statements(readPolicies()))
      expect(one).toMatchObject({ Effect: "Allow", Resource: "*" });
  });

  it("are each of a size that IAM takes, and of names that it takes", () => {
    const policies = readPolicies();
    for (const policy of policies) {
      expect(sizeOf(policy)).toBeLessThanOrEqual(MOST_CHARACTERS);
      expect(sizeOf(policy)).toBe(JSON.stringify(policy, null, 2).replace(/\n\s*|(?<=":)\s/g, "").length);
    }
    const sids = statements(policies).map(({ Sid }) => Sid);
    expect(new Set(sids).size).toBe(sids.length);
    for (const sid of sids) expect(sid).toMatch(/^[A-Za-z0-9]+$/);
    // A role takes ten managed policies. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
    expect(policies.length).toBeLessThanOrEqual(10);
  });

  it.each(awsServices())(
    "for %s alone allow what it is asked, who we are and where there is anything",
    (service) => {
      const own = REGISTRY.filter((one) => one.service === service).flatMap(({ actions }) => actions);
      expect(actionsOf([service])).toEqual(
        [...new Set([...own, "sts:GetCallerIdentity", "ec2:DescribeRegions"])].sort(),
      );
    },
  );

  it("let whoever runs it enter the one role, and tag sessions only where they are tagged", () => {
    const [enter] = statements([
      callerPolicy({ partition: "aws-cn", role: "audit/causeway", tagged: false }),
    ]);
    expect(enter).toMatchObject({
      Action: ["sts:AssumeRole"],
      Resource: "arn:aws-cn:iam::*:role/audit/causeway",
    });
    const [tags] = statements([callerPolicy({ partition: "aws", role: "c", tagged: true })]);
    expect(tags?.Action).toEqual(["sts:AssumeRole", "sts:TagSession"]);
  });
});

interface Template {
  readonly Parameters: Record<string, { AllowedPattern?: string; Default?: string }>;
  readonly Conditions?: Record<string, unknown>;
  readonly Resources: Record<string, { Type: string; Properties: Record<string, unknown> }>;
}

/** Everything that a template refers to. */
function references(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(references);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === "Ref") return [String(inner)];
    if (key === "Fn::GetAtt") return [String((inner as string[])[0])];
    return references(inner);
  });
}

describe("the role's template", () => {
  const template = roleTemplate(role) as Template;

  it("refers to what is in it, in both forms", () => {
    for (const one of [template, stackSetTemplate(role) as Template]) {
      const known = [
        ...Object.keys(one.Parameters),
        ...Object.keys(one.Resources),
        "AWS::NoValue",
        "AWS::Region",
      ];
      for (const name of references(one)) expect(known).toContain(name);
      const used = references(one);
      for (const name of Object.keys(one.Parameters)) expect(used).toContain(name);
    }
  });

  it("has the policies and nothing else, and trusts one principal with the external id", () => {
    const own = Object.values(template.Resources).filter(({ Type }) => Type === "AWS::IAM::ManagedPolicy");
    expect(own.map(({ Properties }) => Properties["PolicyDocument"])).toEqual(readPolicies());
    const Properties = template.Resources["Role"]?.Properties ?? {};
    expect(Properties).toMatchObject({ RoleName: "causeway", Path: "/audit/" });
    expect(Properties["ManagedPolicyArns"]).toHaveLength(readPolicies().length);
    const trust = statements([Properties["AssumeRolePolicyDocument"] as { Statement: object[] }]);
    expect(trust.map(({ Action }) => Action)).toEqual(["sts:AssumeRole", "sts:TagSession"]);
    for (const one of trust) expect(one).toMatchObject({ Principal: { AWS: { Ref: "AuditorPrincipal" } } });
    expect(JSON.stringify(trust[0]?.Condition)).toContain('"sts:ExternalId":{"Ref":"ExternalId"}');
    expect(template.Parameters["ExternalId"]?.Default).toBe("x-42");
    const principal = new RegExp(template.Parameters["AuditorPrincipal"]?.AllowedPattern ?? "");
    for (const arn of ["arn:aws:iam::111122223333:role/audit", "arn:aws-cn:iam::111122223333:user/a/b"])
      expect(arn).toMatch(principal);
    for (const arn of ["*", "111122223333", "arn:aws:iam::*:root"]) expect(arn).not.toMatch(principal);
  });

  it("is the body of a stack set for units of an organization, of a size that CloudFormation takes", () => {
    const set = (stackSetTemplate(role) as Template).Resources["Roles"];
    expect(JSON.parse(String(set?.Properties["TemplateBody"]))).toEqual(template);
    expect(set).toMatchObject({
      Type: "AWS::CloudFormation::StackSet",
      Properties: {
        PermissionModel: "SERVICE_MANAGED",
        AutoDeployment: { Enabled: true },
        Capabilities: ["CAPABILITY_NAMED_IAM"],
      },
    });
    const handed = set?.Properties["Parameters"] as { ParameterKey: string }[];
    expect(set?.Properties["CallAs"]).toEqual({ Ref: "CallAs" });
    expect(handed.map(({ ParameterKey }) => ParameterKey).sort()).toEqual(
      Object.keys(template.Parameters).sort(),
    );
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
    expect(JSON.stringify(stackSetTemplate(role)).length).toBeLessThan(51_200);
  });

  it("of a role without path, tags or external id says less", () => {
    const bare = roleTemplate({
      name: "causeway",
      externalId: undefined,
      tagged: false,
      policies: readPolicies(({ service }) => service === "sts"),
    });
    expect(bare).toMatchObject({ Parameters: { ExternalId: { Default: "" } } });
    expect(JSON.stringify(bare)).not.toContain("TagSession");
    expect((bare as Template).Resources["Role"]?.Properties).not.toHaveProperty("Path");
  });
});

describe("the role in Terraform", () => {
  it("has the same actions and trust, and braces that close", () => {
    const text = roleInTerraform(role);
    const counted = (pattern: RegExp) => [...text.matchAll(pattern)].length;
    for (const action of actionsOf()) expect(counted(new RegExp(`"${action}"`, "g")), action).toBe(1);
    for (const [open, close] of ["{}", "[]", "()"]) {
      const count = (char: string | undefined) => text.split(char ?? "").length;
      expect(count(open)).toBe(count(close));
    }
    expect(text).toContain('"sts:ExternalId" = var.external_id');
    expect(text).toContain('path                 = "/audit/"');
    expect(counted(/^resource "aws_iam_policy" /gm)).toBe(readPolicies().length);
    expect(counted(/^resource "aws_iam_role_policy_attachment" /gm)).toBe(readPolicies().length);
  });

  it("quotes what would be a template", () => {
    const text = roleInTerraform({ ...role, externalId: `a${"$"}{b}%{c}` });
    expect(text).toContain(`"a${"$$"}{b}%%{c}"`);
  });
});
