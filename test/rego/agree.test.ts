import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { modulesIn } from "../../src/cli/policy-set.js";
import { evaluateOnce } from "../../src/evaluate/index.js";
import { shutdownCompiler, testPolicies } from "../../src/rego/index.js";
import { module, policy } from "./policies.js";

const ROOT = join(import.meta.dirname, "../..");
const OPA = join(ROOT, ".tools/bin/opa");
const here = existsSync(OPA);
if (!here && process.env["CI"] === "true")
  throw new Error("opa is not in .tools/bin: run test/setup/prepare.sh");

afterAll(shutdownCompiler);

describe("tests of policies", () => {
  it("pass, fail and are skipped as they are written", async () => {
    const test = module(
      "own/one/policy_test.rego",
      'package policies.own.one_test\n\nimport data.policies.own.one\n\ntest_fires if {\n\tcount(one.findings) == 1 with input as {"subject": {"id": "a", "label": "a"}, "exposure": {"ingress": [{"breadth": "internet"}]}}\n}\n\ntest_wrong if {\n\tcount(one.findings) == 7 with input as {"subject": {}, "exposure": {"ingress": []}}\n}\n\ntodo_test_later if false\n',
    );
    const results = await testPolicies({ modules: [policy(), test], evaluate: evaluateOnce });
    expect(results.map(({ test: name, status, line }) => [name.split(".").at(-1), status, line])).toEqual([
      ["test_fires", "pass", 5],
      ["test_wrong", "fail", 9],
      ["todo_test_later", "skip", 13],
    ]);
  });

  it("of the built-in policies pass on the engine that judges", async () => {
    const results = await testPolicies({
      modules: modulesIn(join(ROOT, "policies"), "built-in"),
      evaluate: evaluateOnce,
    });
    expect(results.length).toBeGreaterThan(200);
    expect(results.filter(({ status }) => status !== "pass")).toEqual([]);
  });

  it.skipIf(!here)("are as many, and pass, by opa test (skipped where opa cannot be had)", async () => {
    const results = await testPolicies({
      modules: modulesIn(join(ROOT, "policies"), "built-in"),
      evaluate: evaluateOnce,
    });
    const { stdout, status } = spawnSync(OPA, ["test", "policies", "--format", "json"], {
      cwd: ROOT,
      encoding: "utf8",
      maxBuffer: 64 << 20,
    });
    expect(status).toBe(0);
    expect((JSON.parse(stdout) as unknown[]).length).toBe(results.length);
  });
});
