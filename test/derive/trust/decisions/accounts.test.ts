import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../../../src/model/index.js";
import {
  aRole,
  arn,
  aUser,
  chainsOf,
  document,
  node,
  OWN,
  role,
  root,
  SECOND,
  trusted,
  user,
} from "../chain-estate.js";
import { conditionOf, principalOf, rowsOf } from "./table.js";

type Row = readonly [page: string, trust: string, who: string, holds: string, outcome: string];

const AWAY = new Set(["far", "away"]);

function nameOf(text: string): string {
  const [kind, name = ""] = text.split(":");
  const account = AWAY.has(name) ? SECOND : OWN;
  if (text === "own") return root(OWN);
  if (text === "other") return root(SECOND);
  if (text === "target" || text === "other-role") return role(text);
  if (kind === "user") return user(name, account);
  if (kind === "role") return role(name, account);
  return kind === "session" ? `arn:aws:sts::${OWN}:assumed-role/${name}` : text;
}

/** "… if Operator key value": the rest, and the condition with names of the table spelled out. */
function split(text: string): [string, JsonObject] {
  const [said = "", condition] = text.trim().split(" if ");
  if (condition === undefined) return [said.trim(), {}];
  const [, head = "", value = ""] = /^(\S+ \S+) (.*)$/.exec(condition) ?? [];
  const account = /Account$/.test(head) ? { own: OWN, other: SECOND }[value] : undefined;
  return [said.trim(), { Condition: conditionOf(`${head} ${account ?? nameOf(value)}`) }];
}

function trustOf(text: string): Json[] {
  return text.split(" ; ").map((each) => {
    const [said, over] = split(each);
    const [, deny, not, names = ""] = /^(deny )?(not )?(.*)$/.exec(said) ?? [];
    const { Principal, ...rest } = trusted(principalOf(names, nameOf), over);
    const effect = deny === undefined ? {} : { Effect: "Deny" };
    return { ...rest, ...effect, [not === undefined ? "Principal" : "NotPrincipal"]: Principal } as Json;
  });
}

function statementOf(text: string): Json {
  const [said, over] = split(text);
  const [verb = "", action = "", resource = "*"] = said.split(" ");
  const element = verb.endsWith("-not") ? "NotAction" : "Action";
  return {
    Effect: verb.startsWith("deny") ? "Deny" : "Allow",
    [element]: action,
    Resource: nameOf(resource),
    ...over,
  };
}

function outcomeOf(trust: readonly Json[], who: string, holds: string): string {
  const said = holds === "" ? [] : holds.split(" ; ");
  const under = (word: string) =>
    said.filter((one) => one.startsWith(word)).map((one) => statementOf(one.slice(word.length).trim()));
  const [bound, guard] = [under("boundary"), under("guard")];
  const own = said.filter((one) => !/^(?:boundary|guard)/.test(one)).map(statementOf);
  const [kind, name = ""] = who.split(" ");
  const account = AWAY.has(name) ? SECOND : OWN;
  const is = bound.length === 0 ? {} : { boundary: arn("policy/bound") };
  const caller =
    kind === "user" ? aUser(user(name, account), own, is) : aRole(role(name, account), [], own, is);
  const accounts = [OWN, SECOND].map((id, index) =>
    node(
      "account",
      `aws:account:${id}`,
      { organization: { id: `x/o-${index + 1}`, managementAccount: "0", allFeatures: true } } as Json,
      { aliases: [id] },
    ),
  );
  const policies = [node("identity-policy", arn("policy/bound"), { document: document(...bound) } as Json)];
  const guards =
    guard.length === 0
      ? []
      : [
          node("organization-policy", "p", {
            policyType: "service-control",
            document: document(...guard),
          } as Json),
        ];
  const { engine } = chainsOf({
    nodes: [
      ...accounts,
      ...policies,
      ...guards,
      aRole(role("target"), trust),
      aUser(user("someone", SECOND)),
      { ...caller, tags: { team: "red" } },
    ],
    edges: guards.map(() => ["p", "targets", `aws:account:${OWN}`] as const),
  });
  const chain = engine.between(engine.named(caller.id), engine.named(role("target"))[0] ?? -1);
  if (chain === null) return "no";
  const asks = chain.steps.flatMap((step) => step.asks).map((key) => `+${key}`);
  return `yes${chain.sure ? "" : "?"}${asks.join("")}`;
}

describe("who asks becomes the role", () => {
  it.each(rowsOf<Row>("accounts"))("%s: %s, asked by %s with %s: %s", (...[, trust, who, holds, outcome]) => {
    expect(outcomeOf(trustOf(trust), who, holds)).toBe(outcome);
  });
});

const NARROWER: readonly Json[] = [
  { StringEquals: { "sts:ExternalId": "x" } },
  { Bool: { "aws:MultiFactorAuthPresent": "true" } },
  { StringEquals: { "aws:PrincipalOrgID": "o-1" } },
  { StringEquals: { "aws:PrincipalOrgID": "o-9" } },
  { ArnLike: { "aws:PrincipalArn": user("a*") } },
  { StringNotEquals: { "aws:PrincipalAccount": OWN } },
  { IpAddress: { "aws:SourceIp": "10.0.0.0/8" } },
];
const PRINCIPALS = ["*", root(OWN), root(SECOND), user("ann"), user("far", SECOND)];
const WHO = ["user ann", "user bob", "user far", "role app"];
/** From nobody to everybody for sure. */
const rank = (outcome: string) => (outcome === "no" ? 0 : outcome.startsWith("yes?") ? 1 : 2);

describe("laws of trust", () => {
  const trust = fc.record({ principal: fc.constantFrom(...PRINCIPALS), who: fc.constantFrom(...WHO) });
  const may = fc.constantFrom("", "allow sts:AssumeRole *", "allow sts:AssumeRole target");

  it("a narrower condition never lets more in", () => {
    fc.assert(
      fc.property(trust, may, fc.constantFrom(...NARROWER), ({ principal, who }, holds, Condition) => {
        const wide = outcomeOf([trusted({ AWS: principal })], who, holds);
        const narrow = outcomeOf([trusted({ AWS: principal }, { Condition })], who, holds);
        expect(rank(narrow)).toBeLessThanOrEqual(rank(wide));
      }),
      { numRuns: 60 },
    );
  });

  it("a denial never lets more in, and a further statement never fewer", () => {
    fc.assert(
      fc.property(trust, trust, may, (one, other, holds) => {
        const first = trusted({ AWS: one.principal });
        const second = trusted({ AWS: other.principal });
        const alone = rank(outcomeOf([first], one.who, holds));
        expect(rank(outcomeOf([first, { ...second, Effect: "Deny" }], one.who, holds))).toBeLessThanOrEqual(
          alone,
        );
        expect(rank(outcomeOf([first, second], one.who, holds))).toBeGreaterThanOrEqual(alone);
      }),
      { numRuns: 60 },
    );
  });

  it("what a caller may no longer do never helps", () => {
    fc.assert(
      fc.property(
        trust,
        fc.constantFrom("deny sts:* *", "boundary allow s3:* *", "guard allow s3:* *"),
        ({ principal, who }, less) => {
          const may = "allow sts:AssumeRole *";
          const wide = outcomeOf([trusted({ AWS: principal })], who, may);
          expect(rank(outcomeOf([trusted({ AWS: principal })], who, `${may} ; ${less}`))).toBeLessThanOrEqual(
            rank(wide),
          );
        },
      ),
      { numRuns: 40 },
    );
  });
});
