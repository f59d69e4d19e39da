import { describe, expect, it } from "vitest";
import { coverage } from "../../../src/derive/web/coverage.js";
import { assemble } from "../../../src/graph/index.js";
import type { Coverage, EstateNode, Json } from "../../../src/model/index.js";

const at = { source: "test", uri: "test.json" };
const scope = { provider: "aws", account: "111122223333", region: "eu-west-1" };
const node = (kind: string, id: string, is: Json) =>
  ({
    id,
    kind,
    type: `aws.${kind}`,
    label: id,
    aliases: [],
    scope,
    tags: {},
    is,
    native: null,
    at,
  }) as unknown as EstateNode;

/** A rule of the ACL, in the order that they are given. */
interface Given {
  readonly name: string;
  readonly action?: string | null;
  readonly override?: string | null;
  readonly statement: Json;
}

const CORE = {
  ...{ type: "managed-group", vendor: "AWS", name: "AWSManagedRulesCommonRuleSet" },
  ...{ version: null, group: "core", overrides: [], scopeDown: null },
};
const TEXT = { type: "text", text: "/admin", position: "starts-with" };

function covered(rules: readonly Given[], extra: readonly EstateNode[] = []): Coverage {
  const acl = node("web-acl", "acl", { name: "acl", defaultAction: "allow" });
  const group = node("web-rule-group", "core", {
    name: "core",
    managedRules: [
      { rule: "NoUserAgent_HEADER", action: "block" },
      { rule: "SizeRestrictions_BODY", action: "block" },
    ],
  });
  const nodes = rules.map(({ name, action = null, override = null, statement }, order) =>
    node("web-rule", name, { name, order, action, override, statement, unmodelled: [] }),
  );
  const edges = rules.map(({ name }) => ({ from: name, relation: "web_acl", to: "acl", at }));
  const graph = assemble([{ nodes: [acl, group, ...nodes, ...extra], edges, gaps: [] }]);
  return coverage(graph)("acl").value as unknown as Coverage;
}

describe("what a web ACL does in fact", () => {
  it("blocks by the rules of a managed group", () => {
    const [core] = covered([{ name: "core-rules", override: "none", statement: CORE }]).protections;
    expect(core).toMatchObject({
      ...{
        blocking: ["NoUserAgent_HEADER", "SizeRestrictions_BODY"],
        counting: [],
        reached: "all",
        scoped: false,
      },
    });
    expect(core?.detects).toContain("script-injection");
  });

  it("only counts where the whole group is overridden", () => {
    const [core] = covered([{ name: "core-rules", override: "count", statement: CORE }]).protections;
    expect(core).toMatchObject({ blocking: [], counting: ["NoUserAgent_HEADER", "SizeRestrictions_BODY"] });
  });

  it("only counts the rule that is overridden", () => {
    const statement = { ...CORE, overrides: [{ rule: "SizeRestrictions_BODY", action: "count" }] };
    const [core] = covered([{ name: "core-rules", override: "none", statement }]).protections;
    expect(core).toMatchObject({ blocking: ["NoUserAgent_HEADER"], counting: ["SizeRestrictions_BODY"] });
  });

  it("does not look at what a scope-down leaves out", () => {
    const [core] = covered([
      { name: "core-rules", override: "none", statement: { ...CORE, scopeDown: TEXT } },
    ]).protections;
    expect(core?.scoped).toBe(true);
  });

  it("lets go by what an earlier rule allows", () => {
    const [, core] = covered([
      { name: "partners", action: "allow", statement: TEXT },
      { name: "core-rules", override: "none", statement: CORE },
    ]).protections;
    expect(core?.reached).toBe("some");
  });

  it("goes on after what is only counted or blocked", () => {
    const [, , core] = covered([
      { name: "seen", action: "count", statement: TEXT },
      { name: "refused", action: "block", statement: TEXT },
      { name: "core-rules", override: "none", statement: CORE },
    ]).protections;
    expect(core?.reached).toBe("all");
  });

  it("comes to nothing behind a rule that ends every request", () => {
    const all = { type: "or", of: [TEXT, { type: "not", of: [{ type: "address-set", set: "nobody" }] }] };
    const nobody = node("web-set", "nobody", {
      name: "nobody",
      setType: "addresses",
      family: "ipv4",
      entries: [],
    });
    const [, core] = covered(
      [
        { name: "everybody", action: "allow", statement: all },
        { name: "core-rules", override: "none", statement: CORE },
      ],
      [nobody],
    ).protections;
    expect(core?.reached).toBe("none");
  });

  it("tells how many requests a rate limit lets through", () => {
    const statement = { type: "rate-limit", limit: 2000, window: 300, aggregate: "ip", scopeDown: null };
    const [rate] = covered([{ name: "flood", action: "block", statement }]).protections;
    expect(rate).toMatchObject({
      limit: 2000,
      window: 300,
      aggregate: "ip",
      blocking: ["flood"],
      detects: ["rate"],
    });
  });
});
