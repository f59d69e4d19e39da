import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { builtInModules, modulesIn, shippedCache } from "../../src/cli/policy-set.js";
import {
  lintPolicies,
  type PolicyModule,
  type PolicyProblem,
  shutdownCompiler,
} from "../../src/rego/index.js";
import { module, policy, type Written } from "./policies.js";

afterAll(shutdownCompiler);

const REFERENCES = "\n# related_resources:\n#   - https://example.com/why";

/** A policy with references; its rules begin on line 13. */
function sound(written: Written = {}): PolicyModule {
  const plain = policy(written);
  return { ...plain, text: plain.text.replace("A reason", `A reason${REFERENCES}`) };
}

const INTERNET = '{"subject": {"id": "a", "label": "a"}, "exposure": {"ingress": [{"breadth": "internet"}]}}';
const NOTHING = '{"subject": {"id": "a", "label": "a"}, "exposure": {"ingress": []}}';

function tests(documents: readonly string[], id = "own/one"): PolicyModule {
  const name = id.replace("/", ".");
  const rules = documents.map(
    (document, index) =>
      `test_${index} if {\n\tcount(data.policies.${name}.findings) >= 0 with input as ${document}\n}\n`,
  );
  return module(`${id}/policy_test.rego`, `package policies.${name}_test\n\n${rules.join("\n")}`);
}

const BOTH = tests([INTERNET, NOTHING]);
const told = (problems: readonly PolicyProblem[]) =>
  problems.map(
    ({ level, rule, path, line, column }) => `${level} ${rule} ${path.slice(8)}:${line}:${column}`,
  );
const lint = async (...modules: PolicyModule[]) => told(await lintPolicies({ modules }));

describe("lint", () => {
  it("has nothing to say of a sound policy with its tests", async () => {
    expect(await lint(sound(), BOTH)).toEqual([]);
  });

  it("has no error and no warning for the built-in policies", async () => {
    const problems = await lintPolicies({ modules: builtInModules(true), cacheDirs: [shippedCache()] });
    expect(problems.filter(({ level }) => level !== "hint")).toEqual([]);
  }, 240_000);

  it("has none for the policies of the coverage tests either, libraries of one's own included", async () => {
    const modules = modulesIn(join(import.meta.dirname, "covered"), "custom");
    const problems = await lintPolicies({ modules });
    expect(problems.filter(({ level }) => level !== "hint")).toEqual([]);
  });
});

describe("warnings of lint", () => {
  it.each<[string, readonly PolicyModule[], string[]]>([
    ["references that are missing", [policy(), BOTH], ["warning no_references one/policy.rego:1:1"]],
    [
      "references that are not https",
      [{ ...sound(), text: sound().text.replace("https:", "http:") }, BOTH],
      ["warning not_https one/policy.rego:4:3"],
    ],
    [
      "what the skeleton wrote",
      [{ ...sound(), text: sound().text.replace("A title", "Say in one sentence what must hold") }, BOTH],
      ["warning placeholder one/policy.rego:2:3"],
    ],
    ["a policy without tests", [sound()], ["warning untested one/policy.rego:11:1"]],
    [
      "tests that never find anything",
      [sound(), tests([NOTHING])],
      ["warning never_fires one/policy.rego:11:1"],
    ],
    ["tests that always do", [sound(), tests([INTERNET])], ["warning always_fires one/policy.rego:11:1"]],
    [
      "a read at which the policy never looks",
      [sound({ reads: "[exposure, rules, tags]" }), BOTH],
      ["warning unread one/policy.rego:9:5", "warning unread one/policy.rego:9:5"],
    ],
    [
      "a step of a path at which it never looks",
      [
        sound({ reads: "[exposure, interfaces.subnet]", body: BODY("count(input.interfaces) >= 0") }),
        tests([INTERNET.replace("{", '{"interfaces": [], '), NOTHING]),
      ],
      ["warning unread one/policy.rego:9:5"],
    ],
    [
      "a parameter that nothing reads",
      [sound({ more: "\n#   parameters:\n#     most: {description: d, default: 1}" }), BOTH],
      ["warning unused_parameter one/policy.rego:12:7"],
    ],
    [
      "a finding of absence that does not say complete",
      [
        sound({ reads: "[rules]", body: BODY("count(input.rules) == 0", "") }),
        tests(['{"subject": {"id": "a", "label": "a"}, "rules": []}', '{"subject": {}, "rules": [1]}']),
      ],
      ["warning incomplete one/policy.rego:14:2"],
    ],
    [
      "what opa fmt would write otherwise",
      [{ ...sound(), text: sound().text.replace("some cause", "some  cause") }, BOTH],
      ["warning format one/policy.rego:14:1"],
    ],
    [
      "nothing but a hint where it is only slower",
      [sound({ body: BODY('startswith(input.subject.id, "a")') }), BOTH],
      ["hint not_opaque one/policy.rego:14:2"],
    ],
    [
      "nothing where every subject is a finding",
      [
        sound({
          reads: "[]",
          body: 'findings contains {"key": "k", "message": "m", "evidence": [input.subject.id]}\n',
        }),
        tests([INTERNET]),
      ],
      [],
    ],
  ])("name %s", async (_name, modules, expected) => {
    expect(await lint(...modules)).toEqual(expected);
  });
});

function BODY(
  condition: string,
  exposure = '\tsome cause in input.exposure.ingress\n\tcause.breadth == "internet"\n',
) {
  return `findings contains finding if {\n\t${condition}\n${exposure}\tfinding := {"key": "k", "message": sprintf("%s", [input.subject.label])}\n}\n`;
}

describe("errors of lint", () => {
  const broken = (id: string, body: string, more: Written = {}) => sound({ id, body, ...more });

  it("are those of every file and every stage of the check, at once", async () => {
    const found = await lint(
      broken("own/a", 'findings contains {"key": "k", "message": "m"} if some x in\n'),
      broken(
        "own/b",
        'findings contains {"key": x, "message": "m"} if true\n\nf(a) := a + "1"\n\ng := nowhere(1)\n',
      ),
      broken("own/c", 'findings contains {"key": "k", "message": http.send({})} if true\n'),
      broken("own/d", BODY("input.rules != null")),
      broken("own/e", BODY("true"), { subject: "filtre" }),
      broken("own/f", 'findings contains {"key": "k", "message": sprintf("%s %s", ["a"])} if true\n'),
    );
    expect(found.filter((text) => text.startsWith("error"))).toEqual([
      "error rego_parse_error a/policy.rego:13:58",
      "error rego_unsafe_var_error b/policy.rego:13:27",
      "error rego_type_error b/policy.rego:15:9",
      "error rego_type_error b/policy.rego:17:6",
      "error builtin c/policy.rego:13:43",
      "error reads d/policy.rego:14:8",
      "error metadata e/policy.rego:8:5",
      "error sprintf f/policy.rego:13:43",
    ]);
  });

  it("do not name what only follows from a file that cannot be read", async () => {
    const lib = module("lib/words.rego", "package lib.words\n\nf(x) := if x\n");
    const leaning = broken("own/one", BODY('data.lib.words.f(input.subject.type) == "a"'));
    const errors = (await lint(lib, leaning, BOTH)).filter((text) => text.startsWith("error"));
    expect([...new Set(errors)]).toEqual(["error rego_parse_error words.rego:3:9"]);
  });

  it("say what to do next", async () => {
    const [first] = await lintPolicies({ modules: [broken("own/one", BODY("input.rules != null"))] });
    expect(first).toMatchObject({ rule: "reads", next: expect.stringContaining("METADATA") });
  });
});
