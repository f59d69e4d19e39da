import { describe, expect, it } from "vitest";
import { type Context, type Decision, decide } from "../../../src/derive/trust/decide.js";
import { readDocument } from "../../../src/derive/trust/document.js";
import type { Json } from "../../../src/model/index.js";

/** A policy variable. */
const variable = (inside: string) => `$${"{"}${inside}}`;
const USER = variable("aws:username");

type Row = readonly [story: string, condition: Json, context: Record<string, string[] | null>, Decision];

const contextOf =
  (held: Record<string, string[] | null>): Context =>
  (key) =>
    Object.hasOwn(held, key) ? held[key] : undefined;

function decided(condition: Json, held: Record<string, string[] | null>, version = "2012-10-17"): Decision {
  const statement = { Effect: "Allow", Action: "s3:GetObject", Resource: "*", Condition: condition };
  const document = readDocument({ Version: version, Statement: [statement] });
  const resource = "arn:aws:s3:::bucket/key";
  return decide(document, { action: "s3:GetObject", resource, context: contextOf(held) });
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
const ROWS: readonly Row[] = [
  ["equal", { StringEquals: { "aws:PrincipalTag/team": "a" } }, { "aws:principaltag/team": ["a"] }, "allow"],
  ["not equal in case", { StringEquals: { "aws:username": "Bob" } }, { "aws:username": ["bob"] }, "none"],
  [
    "equal but for case",
    { StringEqualsIgnoreCase: { "aws:username": "Bob" } },
    { "aws:username": ["BOB"] },
    "allow",
  ],
  ["one of several", { StringEquals: { "aws:username": ["a", "b"] } }, { "aws:username": ["b"] }, "allow"],
  ["none of several", { StringNotEquals: { "aws:username": ["a", "b"] } }, { "aws:username": ["b"] }, "none"],
  [
    "a star is no wildcard of equals",
    { StringEquals: { "aws:username": "a*" } },
    { "aws:username": ["ab"] },
    "none",
  ],
  ["a star", { StringLike: { "aws:username": "a*" } }, { "aws:username": ["ab"] }, "allow"],
  [
    "a question mark is one character",
    { StringLike: { "aws:username": "a?" } },
    { "aws:username": ["a"] },
    "none",
  ],
  [
    "an absent key equals nothing",
    { StringEquals: { "aws:username": "a" } },
    { "aws:username": null },
    "none",
  ],
  [
    "an absent key is not equal",
    { StringNotEquals: { "aws:username": "a" } },
    { "aws:username": null },
    "allow",
  ],
  [
    "if it exists, and it does not",
    { StringEqualsIfExists: { "aws:username": "a" } },
    { "aws:username": null },
    "allow",
  ],
  [
    "if it exists, and does",
    { StringEqualsIfExists: { "aws:username": "a" } },
    { "aws:username": ["b"] },
    "none",
  ],
  ["absent as asked", { Null: { "aws:TokenIssueTime": "true" } }, { "aws:tokenissuetime": null }, "allow"],
  [
    "present and not absent",
    { Null: { "aws:TokenIssueTime": "true" } },
    { "aws:tokenissuetime": ["x"] },
    "none",
  ],
  ["present as asked", { Null: { "aws:TokenIssueTime": false } }, { "aws:tokenissuetime": ["x"] }, "allow"],
  [
    "all tags are allowed ones",
    { "ForAllValues:StringEquals": { "aws:TagKeys": ["a", "b"] } },
    { "aws:tagkeys": ["a"] },
    "allow",
  ],
  [
    "one tag is not",
    { "ForAllValues:StringEquals": { "aws:TagKeys": ["a", "b"] } },
    { "aws:tagkeys": ["a", "c"] },
    "none",
  ],
  [
    "no tags are all allowed",
    { "ForAllValues:StringEquals": { "aws:TagKeys": ["a"] } },
    { "aws:tagkeys": null },
    "allow",
  ],
  [
    "any tag",
    { "ForAnyValue:StringEquals": { "aws:TagKeys": ["a"] } },
    { "aws:tagkeys": ["b", "a"] },
    "allow",
  ],
  [
    "any of no tags",
    { "ForAnyValue:StringEquals": { "aws:TagKeys": ["a"] } },
    { "aws:tagkeys": null },
    "none",
  ],
  [
    "no tag is forbidden",
    { "ForAllValues:StringNotEquals": { "aws:TagKeys": ["a"] } },
    { "aws:tagkeys": ["b"] },
    "allow",
  ],
  [
    "a number",
    { NumericLessThanEquals: { "aws:MultiFactorAuthAge": "3600" } },
    { "aws:multifactorauthage": ["3600"] },
    "allow",
  ],
  [
    "too large a number",
    { NumericLessThan: { "aws:MultiFactorAuthAge": 3600 } },
    { "aws:multifactorauthage": ["3600"] },
    "none",
  ],
  [
    "no number",
    { NumericGreaterThan: { "aws:MultiFactorAuthAge": "1" } },
    { "aws:multifactorauthage": ["x"] },
    "none",
  ],
  [
    "before a date",
    { DateLessThan: { "aws:CurrentTime": "2026-01-01T00:00:00Z" } },
    { "aws:currenttime": ["2025-12-31T23:59:59Z"] },
    "allow",
  ],
  [
    "a date as seconds",
    { DateGreaterThan: { "aws:EpochTime": "1577836800" } },
    { "aws:epochtime": ["1577836801"] },
    "allow",
  ],
  ["true", { Bool: { "aws:SecureTransport": "true" } }, { "aws:securetransport": ["true"] }, "allow"],
  [
    "false is not true",
    { Bool: { "aws:SecureTransport": true } },
    { "aws:securetransport": ["false"] },
    "none",
  ],
  [
    "an address in a block",
    { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } },
    { "aws:sourceip": ["203.0.113.9"] },
    "allow",
  ],
  [
    "an address outside",
    { IpAddress: { "aws:SourceIp": ["203.0.113.0/24"] } },
    { "aws:sourceip": ["198.51.100.1"] },
    "none",
  ],
  [
    "an address that must be outside",
    { NotIpAddress: { "aws:SourceIp": "203.0.113.0/24" } },
    { "aws:sourceip": ["198.51.100.1"] },
    "allow",
  ],
  [
    "an address of IPv6",
    { IpAddress: { "aws:SourceIp": "2001:db8::/32" } },
    { "aws:sourceip": ["2001:db8::1"] },
    "allow",
  ],
  [
    "an ARN",
    { ArnLike: { "aws:SourceArn": "arn:aws:sns:*:111122223333:*" } },
    { "aws:sourcearn": ["arn:aws:sns:eu-west-1:111122223333:t"] },
    "allow",
  ],
  [
    "an ARN equals with wildcards too",
    { ArnEquals: { "aws:SourceArn": "arn:aws:sns:*:111122223333:t" } },
    { "aws:sourcearn": ["arn:aws:sns:eu-west-1:111122223333:t"] },
    "allow",
  ],
  [
    "a wildcard of an ARN stays in its part",
    { ArnLike: { "aws:SourceArn": "arn:aws:sns:*:t" } },
    { "aws:sourcearn": ["arn:aws:sns:eu-west-1:111122223333:t"] },
    "none",
  ],
  [
    "a variable",
    { StringEquals: { "aws:RequestTag/owner": USER } },
    { "aws:requesttag/owner": ["bob"], "aws:username": ["bob"] },
    "allow",
  ],
  [
    "a variable that is not known",
    { StringEquals: { "aws:RequestTag/owner": USER } },
    { "aws:requesttag/owner": ["bob"] },
    "unknown",
  ],
  [
    "a variable without a value",
    { StringEquals: { "aws:RequestTag/owner": USER } },
    { "aws:requesttag/owner": ["bob"], "aws:username": null },
    "none",
  ],
  [
    "a variable with a default",
    { StringEquals: { "aws:RequestTag/owner": variable("aws:username, 'bob'") } },
    { "aws:requesttag/owner": ["bob"], "aws:username": null },
    "allow",
  ],
  [
    "a star written out",
    { StringLike: { "aws:username": `a${variable("*")}` } },
    { "aws:username": ["ab"] },
    "none",
  ],
  [
    "a star that is a star",
    { StringLike: { "aws:username": `a${variable("*")}` } },
    { "aws:username": ["a*"] },
    "allow",
  ],
  ["a key that is not known", { StringEquals: { "aws:username": "a" } }, {}, "unknown"],
  [
    "two keys that both hold",
    { StringEquals: { "aws:username": "a", "aws:userid": "b" } },
    { "aws:username": ["a"], "aws:userid": ["b"] },
    "allow",
  ],
  [
    "two keys of which one does not",
    { StringEquals: { "aws:username": "a", "aws:userid": "b" } },
    { "aws:username": ["a"], "aws:userid": ["c"] },
    "none",
  ],
  [
    "two operators on one key",
    { StringLike: { "aws:username": "a*" }, StringNotEquals: { "aws:username": "ab" } },
    { "aws:username": ["ab"] },
    "none",
  ],
  [
    "names of keys have no case",
    { stringequals: { "AWS:UserName": "a" } },
    { "aws:username": ["a"] },
    "allow",
  ],
  [
    "an operator that there is not",
    { StringMatches: { "aws:username": "a" } },
    { "aws:username": ["a"] },
    "unknown",
  ],
];

describe("a condition decides", () => {
  it.each(ROWS)("%s", (...[, condition, held, expected]) => {
    expect(decided(condition, held)).toBe(expected);
  });

  it("variables of an old policy are texts", () => {
    const condition = { StringEquals: { "aws:RequestTag/owner": USER } };
    const held = { "aws:requesttag/owner": [USER], "aws:username": ["bob"] };
    expect(decided(condition, held, "2008-10-17")).toBe("allow");
  });
});

describe("statements decide together", () => {
  const ask = (statements: Json, action = "s3:GetObject", resource = "arn:aws:s3:::b/k") =>
    decide(readDocument({ Version: "2012-10-17", Statement: statements }), {
      action,
      resource,
      context: () => undefined,
    });
  const allow = (over: object = {}) => ({ Effect: "Allow", Action: "*", Resource: "*", ...over });

  it.each<[string, Json, Decision]>([
    ["nothing", [], "none"],
    ["one that allows", [allow()], "allow"],
    ["one that denies", [allow(), { ...allow(), Effect: "Deny" }], "deny"],
    ["a single statement without a list", allow(), "allow"],
    ["another action", [allow({ Action: "s3:Put*" })], "none"],
    ["an action without its case", [allow({ Action: "S3:getobject" })], "allow"],
    ["all actions but some", [{ Effect: "Allow", NotAction: "iam:*", Resource: "*" }], "allow"],
    ["all actions but this", [{ Effect: "Allow", NotAction: "s3:*", Resource: "*" }], "none"],
    ["another resource", [allow({ Resource: "arn:aws:s3:::c/*" })], "none"],
    ["all resources but this", [{ Effect: "Allow", Action: "*", NotResource: "arn:aws:s3:::b/*" }], "none"],
    ["an ARN that is cut short", [allow({ Resource: "arn:aws:s3" })], "allow"],
    ["a star at the end of a part goes on", [allow({ Resource: "arn:aws:s3*" })], "allow"],
    ["a star inside a part does not", [allow({ Resource: "arn:aws:s*x:::b/k" })], "none"],
    [
      "a denial under a condition",
      [allow(), { ...allow(), Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": "false" } } }],
      "unknown",
    ],
    ["a statement that cannot be read", [allow(), { Effect: "Maybe", Action: "*" }], "unknown"],
    [
      "a denial counts although another cannot be read",
      [{ ...allow(), Effect: "Deny" }, { Effect: "Maybe" }],
      "deny",
    ],
  ])("%s", (_story, statements, expected) => {
    expect(ask(statements)).toBe(expected);
  });
});
