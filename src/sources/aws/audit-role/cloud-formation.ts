import type { PolicyDocument } from "./policy-documents.js";

/** The role that templates make in each account. */
export interface AuditRole {
  readonly name: string;
  readonly externalId: string | undefined;
  /** Sessions carry tags. */
  readonly tagged: boolean;
  readonly policies: readonly PolicyDocument[];
}

/**
 * A template that makes the role in one account, with a trust on one principal. As the body of a stack set it makes it in
 * every account of an organization. https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-role.html
 */
export function roleTemplate(role: AuditRole): object {
  const names = role.policies.map((_policy, index) => `Reads${index + 1}`);
  const policies = role.policies.map((document, index) => [
    names[index],
    {
      Type: "AWS::IAM::ManagedPolicy",
      Properties: { Description: "What causeway reads; nothing that writes.", PolicyDocument: document },
    },
  ]);
  return {
    AWSTemplateFormatVersion: "2010-09-09",
    Description: "The role by which causeway reads this account.",
    Parameters: parameters(role),
    Conditions: { HasExternalId: { "Fn::Not": [{ "Fn::Equals": [{ Ref: "ExternalId" }, ""] }] } },
    Resources: {
      ...Object.fromEntries(policies),
      Role: {
        Type: "AWS::IAM::Role",
        Properties: {
          ...nameAndPath(role.name),
          Description: "Read by causeway.",
          MaxSessionDuration: 3600,
          AssumeRolePolicyDocument: trust(role),
          ManagedPolicyArns: names.map((name) => ({ Ref: name })),
        },
      },
    },
    Outputs: { RoleArn: { Value: { "Fn::GetAtt": ["Role", "Arn"] } } },
  };
}

/**
 * A template that deploys the role to the accounts of an organization, new ones too, from its management account or a
 * delegated administrator. The management account itself is not reached by a stack set: it takes the role's own template.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-stackset.html
 */
export function stackSetTemplate(role: AuditRole): object {
  const handed = ["AuditorPrincipal", "ExternalId"];
  return {
    AWSTemplateFormatVersion: "2010-09-09",
    Description: "Deploys the role by which causeway reads to the accounts of an organization.",
    Parameters: {
      ...parameters(role),
      OrganizationalUnits: {
        Type: "CommaDelimitedList",
        Description: "Ids of the root (r-ab12) or of units whose accounts get the role.",
      },
      CallAs: {
        Type: "String",
        Description: "DELEGATED_ADMIN where this is not the management account.",
        AllowedValues: ["SELF", "DELEGATED_ADMIN"],
        Default: "SELF",
      },
    },
    Resources: {
      Roles: {
        Type: "AWS::CloudFormation::StackSet",
        Properties: {
          StackSetName: "causeway-role",
          Description: "The role by which causeway reads.",
          PermissionModel: "SERVICE_MANAGED",
          CallAs: { Ref: "CallAs" },
          AutoDeployment: { Enabled: true, RetainStacksOnAccountRemoval: false },
          Capabilities: ["CAPABILITY_NAMED_IAM"],
          ManagedExecution: { Active: true },
          OperationPreferences: { FailureTolerancePercentage: 100, MaxConcurrentPercentage: 100 },
          Parameters: handed.map((name) => ({ ParameterKey: name, ParameterValue: { Ref: name } })),
          StackInstancesGroup: [
            {
              DeploymentTargets: { OrganizationalUnitIds: { Ref: "OrganizationalUnits" } },
              // A role belongs to no Region: one is enough.
              Regions: [{ Ref: "AWS::Region" }],
            },
          ],
          TemplateBody: JSON.stringify(roleTemplate(role)),
        },
      },
    },
  };
}

function parameters({ externalId }: AuditRole): object {
  return {
    AuditorPrincipal: {
      Type: "String",
      Description: "ARN of the role or user that runs causeway.",
      AllowedPattern: "^arn:[a-z-]+:iam::\\d{12}:(root|(role|user)/.+)$",
    },
    ExternalId: {
      Type: "String",
      Description: "What sources.aws.role.externalId says; empty for none.",
      AllowedPattern: "^$|^[\\w+=,.@:/-]{2,1224}$",
      Default: externalId ?? "",
    },
  };
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html */
function trust({ tagged }: AuditRole): object {
  const principal = { Effect: "Allow", Principal: { AWS: { Ref: "AuditorPrincipal" } } };
  const same = { StringEquals: { "sts:ExternalId": { Ref: "ExternalId" } } };
  const enter = {
    ...principal,
    Action: "sts:AssumeRole",
    Condition: { "Fn::If": ["HasExternalId", same, { Ref: "AWS::NoValue" }] },
  };
  // Tags go with a session that is assumed; by itself this lets nobody in.
  const tags = tagged ? [{ ...principal, Action: "sts:TagSession" }] : [];
  return { Version: "2012-10-17", Statement: [enter, ...tags] };
}

function nameAndPath(name: string): object {
  const cut = name.lastIndexOf("/");
  const path = name.slice(0, cut + 1).replace(/^\/?/, "/");
  return { RoleName: name.slice(cut + 1), ...(path === "/" ? {} : { Path: path }) };
}
