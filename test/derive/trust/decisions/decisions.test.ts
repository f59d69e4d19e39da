import { describe, expect, it } from "vitest";
import { type Context, decide, names } from "../../../../src/derive/trust/decide.js";
import { readDocument, type Statement } from "../../../../src/derive/trust/document.js";
import { issuerOf } from "../../../../src/derive/trust/issuers.js";
import { listsAction } from "../../../../src/derive/trust/listed-actions.js";
import { partyOf } from "../../../../src/derive/trust/party.js";
import { waysInto } from "../../../../src/derive/trust/ways.js";
import type { Json } from "../../../../src/model/index.js";
import { conditionOf, principalOf, rowsOf } from "./table.js";

type Row = readonly [page: string, said: string, asked: string, outcome: string];

const WORDS = new Map<unknown, string>([
  [true, "yes"],
  [false, "no"],
  [null, "unknown"],
]);

function requestOf(text: string): Context {
  const held = new Map<string, readonly string[] | null>();
  for (const part of text.split(" & ")) {
    const [, key = "", sign, values = ""] = /^(\S+?)([=!])(.*)$/.exec(part.trim()) ?? [];
    held.set(key, sign === "!" ? null : values === "" ? [] : values.split(" / "));
  }
  return (key) => held.get(key);
}

const only = (statement: Json): Statement =>
  readDocument({ Version: "2012-10-17", Statement: [statement] }).statements[0] as Statement;

describe("a condition decides", () => {
  it.each(rowsOf<Row>("conditions"))("%s: %s for %s", (...[, condition, request, outcome]) => {
    const statement = { Effect: "Allow", Action: "*", Resource: "*", Condition: conditionOf(condition) };
    const document = readDocument({ Version: "2012-10-17", Statement: [statement] });
    const asked = { action: "s3:GetObject", resource: "arn:aws:s3:::b/k", context: requestOf(request) };
    expect(decide(document, asked)).toBe(outcome);
  });
});

describe("a statement names", () => {
  it.each(rowsOf<Row>("names"))("%s: %s, asked by %s", (...[, said, asked, outcome]) => {
    const not = said.startsWith("not ");
    const named = principalOf(not ? said.slice("not ".length) : said);
    const statement = only({
      Effect: "Allow",
      Action: "*",
      ...(not ? { NotPrincipal: named } : { Principal: named }),
    });
    const [, kind = "", name = ""] = /^(\S+) (.*)$/.exec(asked) ?? [];
    expect(WORDS.get(names(statement, partyOf(kind, name)))).toBe(outcome);
  });
});

describe("a statement lists", () => {
  it.each(rowsOf<Row>("lists"))("%s: %s, asked for %s", (...[, said, asked, outcome]) => {
    const [, element = "", texts = ""] = /^(\S+) (.*)$/.exec(said) ?? [];
    const statement = { Effect: "Allow", Action: "*", Resource: "*", [element]: texts.split(" / ") };
    if (element.startsWith("Not")) delete (statement as Record<string, unknown>)[element.slice("Not".length)];
    if (element.endsWith("Action")) {
      expect(WORDS.get(listsAction(only(statement).actions, asked))).toBe(outcome);
      return;
    }
    const document = readDocument({ Version: "2012-10-17", Statement: [statement] });
    const decision = decide(document, { action: "s3:GetObject", resource: asked, context: () => undefined });
    expect(decision).toBe(outcome === "yes" ? "allow" : "none");
  });
});

describe("tokens of an issuer are held to tenants", () => {
  it.each(rowsOf<readonly [string, string, string]>("issuers"))("%s: %s", (issuer, condition, outcome) => {
    const claims = condition.split(" & ").map((part) => part.replace(/^(\S+) (\S+)/, `$1 ${issuer}:$2`));
    const social = /^(?:accounts\.google|cognito-identity|www\.amazon|graph\.facebook)/.test(issuer);
    const provider = social ? issuer : `arn:aws:iam::111122223333:oidc-provider/${issuer}`;
    const statement = {
      ...{ Effect: "Allow", Action: "sts:AssumeRoleWithWebIdentity", Principal: { Federated: provider } },
      Condition: conditionOf(claims.join(" & ")),
    };
    const [way] = waysInto(readDocument({ Version: "2012-10-17", Statement: [statement] }));
    const tenants = way === undefined ? ["never"] : issuerOf(issuer, way.keys).tenants;
    expect(tenants === null ? "anybody" : tenants.join(", ")).toBe(outcome);
  });
});
