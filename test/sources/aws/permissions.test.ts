import { describe, expect, it } from "vitest";
import { Clients } from "../../../src/sources/aws/fetch/clients.js";
import { PACKAGES } from "../../../src/sources/aws/fetch/packages.js";
import { iamActions, iamPolicy, permissionsDocument } from "../../../src/sources/aws/index.js";
import { REGISTRY } from "../../../src/sources/aws/registry.js";
import { callOf } from "../../../src/sources/aws/resource.js";

const PREFIXES: Record<string, string> = {
  elb: "elasticloadbalancing",
  elbv2: "elasticloadbalancing",
  "sso-admin": "sso",
  accessanalyzer: "access-analyzer",
};
/** Calls whose action is of another service than they are. */
const ACTIONS: Record<string, string> = {
  "s3outposts:ListEndpoints": "s3-outposts:ListEndpoints",
  "s3outposts:ListSharedEndpoints": "s3-outposts:ListSharedEndpoints",
  "s3control:ListRegionalBuckets": "s3-outposts:ListRegionalBuckets",
  "s3control:GetBucketPolicy": "s3-outposts:GetBucketPolicy",
  "s3control:ListAccessPoints": "s3-outposts:ListAccessPoints",
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
      expect(action).toMatch(/^(?:[a-z0-9-]+:(Describe|Get|List|Search)[A-Za-z0-9]+|apigateway:GET)$/);
    expect(iamPolicy()).toMatchObject({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: actions }],
    });
  });

  it("stand in the page for people, as a policy that can be pasted", () => {
    const [, json = ""] = /```json\n([\s\S]*?)\n```/.exec(permissionsDocument()) ?? [];
    expect(JSON.parse(json)).toEqual(iamPolicy());
  });
});
