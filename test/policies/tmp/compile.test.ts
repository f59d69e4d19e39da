import { it } from "vitest";
import { writeFileSync } from "node:fs";
import { compilePolicies, testPolicies } from "/work/main/src/rego/index.js";
import { modulesIn } from "/work/main/src/cli/policy-set.js";
import { evaluateOnce } from "/work/main/src/evaluate/index.js";
it("compiles", async () => {
  const modules = modulesIn("/work/main/policies", "built-in");
  const t = Date.now();
  const compiled = await compilePolicies({ modules });
  console.log("ms", Date.now() - t, compiled.wasm.length);
  for (const p of compiled.manifest.policies) console.log(p.opaque ? "opaque" : "NOT   ", p.id);
  writeFileSync("/tmp/policies/policies.wasm", compiled.wasm);
  writeFileSync("/tmp/policies/manifest.json", JSON.stringify(compiled.manifest));
  writeFileSync("/tmp/policies/data.json", JSON.stringify(compiled.data));
}, 200000);
it("tests", async () => {
  const modules = modulesIn("/work/main/policies", "built-in");
  const results = await testPolicies({ modules, evaluate: evaluateOnce as any });
  const by: any = {};
  for (const r of results) by[r.status] = (by[r.status] ?? 0) + 1;
  console.log(by);
  for (const r of results) if (r.status !== "pass") console.log(r);
}, 600000);
