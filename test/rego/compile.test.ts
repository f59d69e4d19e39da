import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { InputError } from "../../src/model/index.js";
import {
  compilePolicies,
  type PolicyModule,
  RESERVED_WORDS,
  shutdownCompiler,
} from "../../src/rego/index.js";
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
      policy({ body: 'findings contains x if {\n\tx := graphql.parse_query("a")\n}\n' }),
      12,
      /graphql\.parse_query is refused: the WebAssembly engine lacks it/,
    ],
    [
      "a built-in that no policy should want",
      policy({ body: 'findings contains x if {\n\tx := crypto.x509.parse_certificates("a")\n}\n' }),
      12,
      /crypto\.x509\.parse_certificates is refused: a certificate is judged by what the graph says/,
    ],
    [
      "a built-in that there is not",
      policy({ body: 'findings contains x if {\n\tx := crypto.sha257("a")\n}\n' }),
      12,
      /undefined function crypto\.sha257; did you mean crypto\.sha256\?/,
    ],
    [
      "a format with too few values",
      policy({ body: 'findings contains x if {\n\tx := sprintf("%s is %s", ["a"])\n}\n' }),
      12,
      /2 verbs and 1 values/,
    ],
    ["findings as a condition", policy({ body: "findings if true\n" }), 11, /must define findings as a set/],
    [
      "findings by name",
      policy({ body: 'findings["a"] := {"key": "a"}\n' }),
      9,
      /no rule `findings contains/,
    ],
    ["findings as a function", policy({ body: "findings(x) := x\n" }), 11, /must define findings as a set/],
    [
      "one object as findings",
      policy({ body: 'findings := {"key": "a", "message": "m"}\n' }),
      11,
      /gives one object as findings; put it into a set/,
    ],
    [
      "a member of a finding that nobody reads",
      policy({ body: 'findings contains {"key": "a", "mesage": "m"}\n' }),
      11,
      /with `mesage`; did you mean message\?/,
    ],
    ["no findings", policy({ body: "violations contains 1\n" }), 9, /no rule `findings/],
    ["a read that is not declared", policy({ reads: "[]" }), 12, /reads input\.exposure/],
    [
      "a read that is misspelt",
      policy({ body: "findings contains x if {\n\tx := input.exposur\n}\n" }),
      12,
      /reads input\.exposur, but its METADATA reads does not name it; did you mean exposure\?/,
    ],
    [
      "a member of the document by a computed name",
      policy({ body: "findings contains x if {\n\tcount(input[input.subject.type]) > 0\n\tx := 1\n}\n" }),
      12,
      /by a key that is worked out/,
    ],
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

  it.each([
    ["own/some", /`some` is a reserved word of Rego, and the folders of a policy name its package/],
    ["default/one", /`default` is a reserved word of Rego.*policies\.default\.one.*rename the folder/],
    ["own/no-telnet", /`no-telnet` is more than letters, digits and _/],
  ])("says that %s can be no package", async (id, message) => {
    const error = await refused(policy({ id }));
    expect(error.message).toMatch(message);
    expect(error.place).toMatchObject({ path: `own/${id}/policy.rego`, line: 1 });
  });

  it.each(RESERVED_WORDS)("reserves the word %s, as Rego does", async (word) => {
    await expect(refused(policy({ id: `own/${word}` }))).resolves.toBeInstanceOf(InputError);
  });

  it("knows a file of a policy's folder by its package, and misses the policy beside it", async () => {
    const stray = module("own/one/more.rego", "package policies.own.two\n\nx := 1\n");
    expect((await refused(policy(), stray)).message).toMatch(
      /package must be policies\.own\.one or begin with/,
    );
    const lonely = module("own/two/more.rego", "package policies.own.two\n\nx := 1\n");
    expect((await refused(policy(), lonely)).message).toMatch(/there is no own\/two\/policy\.rego/);
  });

  it("finds the file of what OPA says without a place", async () => {
    const body =
      'findings := {{"key": "k", "message": $"<{one.breadth}>"} | some i, one in input.exposure.ingress; i > 0}\n';
    const error = await refused(policy({ id: "own/aaa" }), policy({ body }));
    expect(error.message).toMatch(/var one is undeclared: a template string/);
    expect(error.place.path).toBe("own/own/one/policy.rego");
  });

  it("says which folder to name where the area was named instead", async () => {
    const below = module("one/policy.rego", policy().text);
    expect((await refused(below)).message).toMatch(/name the folder that holds own\/one\/policy\.rego/);
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
