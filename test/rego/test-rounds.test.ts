import { afterAll, describe, expect, it } from "vitest";
import { builtInModules } from "../../src/cli/policy-set.js";
import { evaluateOnce } from "../../src/evaluate/index.js";
import { type PolicyModule, shutdownCompiler, TestRounds, testUnits } from "../../src/rego/index.js";
import { module, policy } from "./policies.js";

afterAll(shutdownCompiler);

const all = () => true;
const names = (modules: readonly PolicyModule[]) => modules.map(({ path }) => path);
const test = (id: string, more = "") =>
  module(
    `${id}/policy_test.rego`,
    `package policies.${id.replace("/", ".")}_test\n\ntest_it if count(data.policies.${id.replace("/", ".")}.findings) == 0 with input as {"subject": {}, "exposure": {"ingress": []}}\n${more}`,
  );
const lib = (name: string, text = "x := 1\n") => module(`lib/${name}.rego`, `package lib.${name}\n\n${text}`);

describe("what is tested together", () => {
  const one = [policy({ id: "own/one" }), test("own/one")];

  it("is one policy with its tests, and what they lean on", () => {
    const leaning = [policy({ id: "own/two" }), test("own/two", "\ny := data.lib.a.x\n")];
    const units = testUnits([...one, ...leaning, lib("a", "x := data.lib.b.x\n"), lib("b"), lib("c")], all);
    expect(units.map(({ own }) => names(own))).toContainEqual(names(one));
    const two = units.find(({ own }) => own.includes(leaning[0] as PolicyModule));
    expect(names(two?.needed ?? [])).toEqual([...names(leaning), "lib/a.rego", "lib/b.rego"]);
  });

  it("are two policies where one names the other", () => {
    const two = [policy({ id: "own/two" }), test("own/two", "\ny := data.policies.own.one.findings\n")];
    const unit = testUnits([...one, ...two], all).find(({ own }) => own.includes(two[0] as PolicyModule));
    expect(names(unit?.needed ?? [])).toEqual(["own/one/policy.rego", ...names(two)]);
  });

  it.each(["data.lib[name]", "data[name]", "data.policies[a][b]"])(
    "is everything that %s may mean",
    (text) => {
      const two = [policy({ id: "own/two" }), test("own/two", `\ny := ${text}\n`)];
      const unit = testUnits([...one, ...two, lib("a")], all).find(({ own }) =>
        own.includes(two[0] as PolicyModule),
      );
      const hidden = text.startsWith("data.policies") ? names(one) : ["lib/a.rego"];
      expect(names(unit?.needed ?? [])).toEqual(expect.arrayContaining(hidden));
    },
  );

  it.each([
    ['# what the data says\ny := "data.lib.a"\n', []],
    ['y := "a # b"; z := data.lib.a.x\n', ["lib/a.rego"]],
    ['y := $"{data.lib.a.x} of data"\n', ["lib/a.rego", "lib/b.rego"]],
    ['y := `"`\n\nz := data.lib.a.x\n', ["lib/a.rego"]],
  ])("takes texts and comments for what they are: %j", (text, expected) => {
    const units = testUnits(
      [policy({ id: "own/two" }), test("own/two", text), lib("a"), lib("b")],
      ({ path }) => path.startsWith("own"),
    );
    expect(names(units[0]?.needed ?? []).slice(2)).toEqual(expected);
  });

  it("are files of one package, wherever they lie", () => {
    const stray = module("own/stray_test.rego", "package policies.own.one_test\n\nx := 1\n");
    expect(testUnits([...one, stray], all)).toHaveLength(1);
  });

  it("of the built-in policies is each file once, and no unit is taken for another", () => {
    const modules = builtInModules(true);
    const units = testUnits(modules, all);
    expect(names(units.flatMap(({ own }) => own)).sort()).toEqual(names(modules).sort());
    expect(new Set(units.map(({ key }) => key)).size).toBe(units.length);
  });

  it("takes a policy that takes no part for its parameters alone", () => {
    const declared = { ...policy({ id: "far/away", body: "x := data.lib.b.x\n" }), declares: true };
    const two = [policy({ id: "own/two", body: "x := data.params.far.away.most\n" })];
    const units = testUnits(
      [...two, declared, lib("b")],
      (one) => !one.declares && one.path.startsWith("own"),
    );
    expect(names(units[0]?.needed ?? [])).toEqual(["own/two/policy.rego", "far/away/policy.rego"]);
  });
});

describe("a round of tests", () => {
  const modules = [policy({ id: "own/a" }), test("own/a"), policy({ id: "own/b" }), test("own/b")];

  it("runs again only what changed, and tells all", async () => {
    const run: string[] = [];
    const rounds = new TestRounds((wasm, entrypoint, data) => {
      run.push(entrypoint);
      return evaluateOnce(wasm, entrypoint, data);
    });
    expect((await rounds.run(modules, all)).results.map(({ status }) => status)).toEqual(["pass", "pass"]);
    const changed = modules.map((one) =>
      one.path === "own/b/policy_test.rego" ? { ...one, text: one.text.replace("== 0", "== 1") } : one,
    );
    run.length = 0;
    const { results } = await rounds.run(changed, all);
    expect(results.map(({ test: name, status }) => [name, status])).toEqual([
      ["policies.own.a_test.test_it", "pass"],
      ["policies.own.b_test.test_it", "fail"],
    ]);
    expect(run).toEqual(["policies/own/b_test/test_it"]);
  });

  it("tells the tests of both of two policies that lean on each other", async () => {
    const both = [
      ["own/a", "b"],
      ["own/b", "a"],
    ].flatMap(([id = "", other]) => [
      policy({ id }),
      test(id, `\ny := 1\n\nx := data.policies.own.${other}_test.y\n`),
    ]);
    const { results } = await new TestRounds(evaluateOnce).run(both, all);
    expect(results.map(({ test: name }) => name)).toEqual([
      "policies.own.a_test.test_it",
      "policies.own.b_test.test_it",
    ]);
  });

  it("fails while something does not compile, and goes on when it does", async () => {
    const rounds = new TestRounds(evaluateOnce);
    const broken = [...modules, module("own/c/policy.rego", "package policies.own.c\n\nx := {\n")];
    await expect(rounds.run(broken, all)).rejects.toThrow(/do not compile/);
    expect((await rounds.run(modules, all)).results).toHaveLength(2);
  });

  it("says of a file what its change does to those that lean on it", async () => {
    const rounds = new TestRounds(evaluateOnce);
    const leaning = test("own/a", "\ntest_lib if data.lib.a.x == 1\n");
    const with_ = (text: string) => [policy({ id: "own/a" }), leaning, lib("a", text)];
    await rounds.run(with_("x := 1\n"), all);
    const { results } = await rounds.run(with_("x := 2\n"), all);
    expect(results.map(({ status }) => status)).toEqual(["pass", "fail"]);
  });
});
