import { describe, expect, it } from "vitest";
import { Clients } from "../../../src/sources/aws/fetch/clients.js";
import { PACKAGES } from "../../../src/sources/aws/fetch/packages.js";
import { iamActions, permissionsDocument, readPolicies } from "../../../src/sources/aws/index.js";
import { REGISTRY } from "../../../src/sources/aws/registry.js";
import { callOf } from "../../../src/sources/aws/resource.js";

const PREFIXES: Record<string, string> = {
  elb: "elasticloadbalancing",
  elbv2: "elasticloadbalancing",
  "sso-admin": "sso",
  accessanalyzer: "access-analyzer",
  opensearch: "es",
  efs: "elasticfilesystem",
  s3control: "s3",
};
/** Actions whose names are not those of their calls. https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html */
const ACTIONS: Record<string, string> = {
  "s3:ListBuckets": "s3:ListAllMyBuckets",
  "s3:GetBucketReplication": "s3:GetReplicationConfiguration",
  "s3:GetBucketEncryption": "s3:GetEncryptionConfiguration",
  "s3:GetPublicAccessBlock": "s3:GetBucketPublicAccessBlock",
  "s3:GetBucketLifecycleConfiguration": "s3:GetLifecycleConfiguration",
  "s3:GetObjectLockConfiguration": "s3:GetBucketObjectLockConfiguration",
  "s3:GetBucketNotificationConfiguration": "s3:GetBucketNotification",
  "s3control:GetPublicAccessBlock": "s3:GetAccountPublicAccessBlock",
  "s3outposts:ListEndpoints": "s3-outposts:ListEndpoints",
  "s3outposts:ListSharedEndpoints": "s3-outposts:ListSharedEndpoints",
  "s3control:ListRegionalBuckets": "s3-outposts:ListRegionalBuckets",
  "s3control:GetBucketPolicy": "s3-outposts:GetBucketPolicy",
};
const limits = { attempts: 1, connectTimeout: 1, answerTimeout: 1 };

describe("the calls we make", () => {
  it("are commands of the SDK, and read only", async () => {
    for (const { service, operation } of REGISTRY) {
      expect(await PACKAGES[service].load(), service).toHaveProperty(`${operation}Command`);
      expect(operation).toMatch(/^(Describe|Get|List|Search|Select|Lookup|BatchGet)[A-Z]/);
    }
  });

  it("cannot be others: a client refuses what may write", async () => {
    const clients = new Clients(limits);
    for (const operation of ["TerminateInstances", "DeleteVpc", "Describe", "GetterOf", "describeVpcs"])
      if (!/^(Describe|Get|List|Search|Select|Lookup|BatchGet)[A-Z]/.test(operation))
        await expect(clients.send("ec2", operation, { region: "eu-west-1", input: {} })).rejects.toThrow(
          "may not only read",
        );
  });

  it("are each named once", () => {
    expect(new Set(REGISTRY.map(callOf)).size).toBe(REGISTRY.length);
  });

  it("need the action of their own name, and each list of items is a call that we make", () => {
    for (const { service, operation, actions, each } of REGISTRY) {
      // API Gateway's actions are the verbs of its resources.
      const own = ACTIONS[`${service}:${operation}`] ?? `${PREFIXES[service] ?? service}:${operation}`;
      expect(actions).toEqual([service.startsWith("apigateway") ? "apigateway:GET" : own]);
      if (each !== undefined) expect(REGISTRY.map(callOf)).toContain(each.of);
    }
  });
});

describe("the permissions", () => {
  it("are sorted, distinct, without a wildcard, and all of them read", () => {
    const actions = iamActions();
    expect(actions).toEqual([...new Set(actions)].sort());
    for (const action of actions)
      expect(action).toMatch(
        /^(?:[a-z0-9-]+:(Describe|Get|List|Search|BatchGet)[A-Za-z0-9]+|apigateway:GET)$/,
      );
  });

  it("stand in the page for people, as policies that can be pasted", () => {
    const pasted = [...permissionsDocument().matchAll(/```json\n([\s\S]*?)\n```/g)].map(([, json = ""]) =>
      JSON.parse(json),
    );
    expect(pasted).toEqual(readPolicies());
  });
});
