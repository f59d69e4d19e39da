import { describe, expect, it } from "vitest";
import { readDocument } from "../../../src/derive/trust/document.js";
import { issuerOf } from "../../../src/derive/trust/issuers.js";
import { summaryOf } from "../../../src/derive/trust/key-summary.js";
import { waysInto } from "../../../src/derive/trust/ways.js";
import type { Json } from "../../../src/model/index.js";

const GITHUB = "token.actions.githubusercontent.com";
const PROVIDER = `arn:aws:iam::111122223333:oidc-provider/${GITHUB}`;

const ways = (...statements: Json[]) =>
  waysInto(readDocument({ Version: "2012-10-17", Statement: statements }));

const github = (Condition: Json) => ({
  ...{ Effect: "Allow", Action: "sts:AssumeRoleWithWebIdentity", Condition },
  Principal: { Federated: PROVIDER },
});

/** The owners of repositories whose tokens a condition takes. */
function owners(condition: Json): string[] | null | undefined {
  const [way] = ways(github(condition));
  return way === undefined ? undefined : issuerOf(GITHUB, way.keys).tenants;
}

const sub = (value: Json, operator = "StringLike") => ({ [operator]: { [`${GITHUB}:sub`]: value } });

describe("whose tokens of a shared issuer will do", () => {
  it.each<[string, Json, string[] | null | undefined]>([
    ["nothing about the subject", { StringEquals: { [`${GITHUB}:aud`]: "sts.amazonaws.com" } }, null],
    ["one repository", sub("repo:octo-org/octo-repo:ref:refs/heads/main", "StringEquals"), ["octo-org"]],
    ["all of one owner", sub("repo:octo-org/*"), ["octo-org"]],
    ["two owners", sub(["repo:a/*", "repo:b/*"]), ["a", "b"]],
    ["owners that begin alike", sub("repo:octo*"), null],
    ["a wildcard where it says nothing", sub("*"), null],
    ["equals takes a star as it is", sub("repo:octo*/x", "StringEquals"), ["octo*"]],
    ["everybody but one", sub("repo:octo-org/*", "StringNotLike"), null],
    ["it may be absent", sub("repo:octo-org/*", "StringLikeIfExists"), null],
    ["another claim pins it", { StringEquals: { [`${GITHUB}:repository_owner`]: "octo-org" } }, ["octo-org"]],
    [
      "what one operator opens another closes",
      {
        StringLike: { [`${GITHUB}:sub`]: "repo:*" },
        StringEquals: { [`${GITHUB}:sub`]: "repo:octo-org/x:pull_request" },
      },
      ["octo-org"],
    ],
    [
      "what nobody can meet is no way",
      { StringLike: { [`${GITHUB}:sub`]: "repo:a/*" }, StringEquals: { [`${GITHUB}:sub`]: "repo:b/x" } },
      undefined,
    ],
  ])("%s", (_story, condition, expected) => {
    expect(owners(condition)).toEqual(expected);
  });
});

describe("denials", () => {
  const any = { Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS: "*" } };

  it("leave what meets none of their conditions", () => {
    const [way, ...others] = ways(any, {
      ...{ Effect: "Deny", Action: "sts:*", Principal: "*" },
      Condition: { StringNotEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } },
    });
    expect(others).toEqual([]);
    const key = way?.keys.get("aws:principalorgid");
    expect(key === undefined ? undefined : summaryOf(key)).toMatchObject({
      required: true,
      values: ["o-a1b2c3d4e5"],
    });
  });

  it("without a condition leave nothing", () => {
    expect(ways(any, { Effect: "Deny", Action: "*", Principal: "*" })).toEqual([]);
  });

  it("of somebody keep that one out", () => {
    const [way] = ways(any, { Effect: "Deny", Action: "sts:AssumeRole", Principal: { AWS: "111122223333" } });
    expect(way?.except.map(({ name }) => name)).toEqual(["111122223333"]);
  });

  it("of everybody but some do not touch these", () => {
    const role = "arn:aws:iam::111122223333:role/ci";
    const allow = { ...any, Principal: { AWS: [role, "arn:aws:iam::111122223333:role/other"] } };
    const left = ways(allow, { Effect: "Deny", Action: "sts:AssumeRole", NotPrincipal: { AWS: role } });
    expect(left.map(({ party }) => party.name)).toEqual([role]);
  });

  it("of other calls change nothing", () => {
    expect(ways(any, { Effect: "Deny", Action: "sts:TagSession", Principal: "*" })).toHaveLength(1);
  });
});

describe("what a request must hold", () => {
  const keyOf = (condition: Json, key: string) => {
    const [way] = ways({
      Effect: "Allow",
      Action: "sts:AssumeRole",
      Principal: { AWS: "111122223333" },
      Condition: condition,
    });
    const admitted = way?.keys.get(key);
    return admitted === undefined ? undefined : summaryOf(admitted);
  };

  it("is an external id where one is asked for", () => {
    expect(keyOf({ StringEquals: { "sts:ExternalId": "x-1" } }, "sts:externalid")).toMatchObject({
      required: true,
      values: ["x-1"],
      any: false,
    });
    expect(keyOf({ StringLike: { "sts:ExternalId": "*" } }, "sts:externalid")).toMatchObject({
      required: true,
      any: true,
    });
    expect(keyOf({ StringEqualsIfExists: { "sts:ExternalId": "x-1" } }, "sts:externalid")).toMatchObject({
      required: false,
    });
  });

  it("is a second factor, unless it may be missing", () => {
    const key = "aws:multifactorauthpresent";
    expect(keyOf({ Bool: { "aws:MultiFactorAuthPresent": "true" } }, key)).toMatchObject({
      required: true,
      values: ["true"],
    });
    expect(keyOf({ BoolIfExists: { "aws:MultiFactorAuthPresent": true } }, key)).toMatchObject({
      required: false,
    });
    expect(keyOf({ Null: { "aws:MultiFactorAuthAge": "false" } }, "aws:multifactorauthage")).toMatchObject({
      required: true,
      any: true,
    });
  });

  it("begins alike where a pattern ends in a wildcard", () => {
    expect(
      keyOf({ ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/ci-*" } }, "aws:principalarn"),
    ).toMatchObject({
      required: true,
      values: null,
      prefix: "arn:aws:iam::",
    });
  });
});
