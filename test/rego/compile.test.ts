import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { InputError } from "../../src/model/index.js";
import { compilePolicies, type PolicyModule, shutdownCompiler } from "../../src/rego/index.js";
import { module, policy } from "./policies.js";

afterAll(shutdownCompiler);

async function refused(...modules: PolicyModule[]): Promise<InputError> {
  try {
    await compilePolicies({ modules });
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error("the policies were compiled");
}

describe("policies that compile", () => {
  it("give WASM, entry points by kind, metadata and the defaults of parameters", async () => {
    const more =
      "\n#   types: [aws.security-group]\n#   parameters:\n#     ports: { description: which, default: [22] }";
    const { wasm, manifest, data } = await compilePolicies({
      modules: [
        policy({ more }),
        policy({ id: "own/two", subject: "network", reads: "[]", body: "findings := set()\n" }),
      ],
    });
    expect([...wasm.subarray(0, 4)]).toEqual([0, 0x61, 0x73, 0x6d]);
    expect(manifest.entrypoints.map(({ kind, policies }) => [kind, policies])).toEqual([
      ["filter", ["own/one"]],
      ["network", ["own/two"]],
    ]);
    expect(manifest.policies[0]).toMatchObject({
      id: "own/one",
      title: "A title",
      severity: "medium",
      types: ["aws.security-group"],
      file: "own/own/one/policy.rego",
    });
    expect(data.params).toEqual({ own: { one: { ports: [22] } } });
  });

  it("are the same bytes each time, in whatever order the files come", async () => {
    const modules = [
      policy(),
      policy({ id: "own/two" }),
      module("lib/x.rego", "package lib.x\n\nf(a) := a + 1\n"),
    ];
    const first = await compilePolicies({ modules });
    const second = await compilePolicies({ modules: [...modules].reverse() });
    expect(Buffer.from(second.wasm).equals(Buffer.from(first.wasm))).toBe(true);
  });

  it("leave tests out", async () => {
    const test = module(
      "own/one/policy_test.rego",
      "package policies.own.one_test\n\ntest_x if { nonsense(1) }\n",
    );
    await expect(compilePolicies({ modules: [policy(), test] })).resolves.toBeDefined();
  });

  it("come from the cache the second time, and are compiled anew where the cache is damaged", async () => {
    const cache = mkdtempSync(join(tmpdir(), "causeway-cache-"));
    const { wasm } = await compilePolicies({ modules: [policy()], cacheDirs: [cache] });
    const [name = ""] = readdirSync(cache).filter((file) => file.endsWith(".wasm"));
    writeFileSync(join(cache, name), "damaged");
    const again = await compilePolicies({ modules: [policy()], cacheDirs: [cache] });
    expect(Buffer.from(again.wasm).equals(Buffer.from(wasm))).toBe(true);
    expect(readdirSync(cache)).toHaveLength(2);
  });
});

describe("policies that are refused, with file, line and reason", () => {
  it.each<[string, PolicyModule, number, RegExp]>([
    [
      "a line that does not parse",
      policy({ body: "findings contains x if {\n\tx := ]\n}\n" }),
      12,
      /unexpected/,
    ],
    [
      "an unsafe variable",
      policy({ body: 'findings contains {"key": y, "message": ""} if { true }\n' }),
      11,
      /unsafe/,
    ],
    [
      "a rule that is not there",
      policy({ body: "findings contains x if {\n\tx := data.lib.nowhere.y(1)\n}\n" }),
      12,
      /undefined function/,
    ],
    [
      "a call over the network",
      policy({
        body: 'findings contains x if {\n\tx := http.send({"method": "get", "url": "http://x"})\n}\n',
      }),
      12,
      /http\.send is refused/,
    ],
    [
      "the clock",
      policy({ body: "findings contains x if {\n\tx := time.now_ns()\n}\n" }),
      12,
      /time\.now_ns is refused/,
    ],
    [
      "a built-in that WebAssembly lacks",
      policy({ body: 'findings contains x if {\n\tx := crypto.sha256("a")\n}\n' }),
      12,
      /crypto\.sha256 is refused/,
    ],
    ["no findings", policy({ body: "violations contains 1\n" }), 9, /no rule `findings/],
    ["a read that is not declared", policy({ reads: "[]" }), 12, /reads input\.exposure/],
    [
      "tags that are not declared",
      policy({ body: "findings contains x if {\n\tx := input.subject.tags.a\n}\n" }),
      12,
      /tags, but its METADATA reads does not name it/,
    ],
    [
      "the whole document",
      policy({ body: "findings contains x if {\n\tx := input\n}\n" }),
      11,
      /passes input on as a whole/,
    ],
    [
      "a member by a worked-out name",
      policy({ body: 'findings contains x if {\n\tsome k in ["a"]\n\tx := input[k]\n}\n' }),
      13,
      /reads does not name it/,
    ],
    [
      "a relation that is not there",
      policy({ reads: "[exposure, interfases]" }),
      7,
      /did you mean interfaces/,
    ],
    [
      "a member of a view that is not there",
      policy({ body: "findings contains x if {\n\tx := input.subject.is.statefull\n}\n" }),
      12,
      /did you mean stateful/,
    ],
  ])("%s", async (...row) => {
    const [, file, line, message] = row;
    const error = await refused(file);
    expect(error.message).toMatch(message);
    expect(error.place).toMatchObject({ path: file.shown, line });
  });

  it("names the read of a library function that the policy calls", async () => {
    const library = module("lib/x.rego", "package lib.x\n\nopen if some cause in input.exposure.ingress\n");
    const error = await refused(
      library,
      policy({ reads: "[]", body: 'findings contains {"key": "a", "message": "b"} if data.lib.x.open\n' }),
    );
    expect(error.message).toMatch(/reads input\.exposure/);
  });

  it("says that a package is not where its path says", async () => {
    const wrong = module("own/two/policy.rego", policy().text);
    expect((await refused(wrong)).message).toMatch(/package must be policies\.own\.two/);
  });

  it("tells all that is wrong at once", async () => {
    const error = await refused(policy({ reads: "[]" }), policy({ id: "own/two", reads: "[]" }));
    expect(error.message).toMatch(/also own\/own\/two\/policy\.rego:12/);
  });
});
