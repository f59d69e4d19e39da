import { afterAll, describe, expect, it } from "vitest";
import { Engine } from "../../src/evaluate/runtime.js";
import { Module } from "../../src/evaluate/web-assembly.js";
import { type PolicyModule, shutdownCompiler } from "../../src/rego/index.js";
import { compiled } from "../evaluate/world.js";
import { module, policy } from "./policies.js";

afterAll(shutdownCompiler);

const opening = (port: number) => ({ protocol: "tcp", from: port, to: port });
const DOCUMENT = {
  subject: {
    id: "sg-1",
    label: "web",
    kind: "filter",
    type: "aws.security-group",
    is: { name: "web", isDefault: false },
  },
  exposure: {
    ingress: [
      {
        breadth: "internet",
        family: "ipv4",
        openings: [opening(22), opening(443)],
        rules: [{ id: "r1", label: "one" }],
      },
      { breadth: "private", family: "ipv6", openings: [opening(80)], rules: [{ id: "r2", label: "two" }] },
    ],
    egress: [],
  },
};

/** What the policy own/one says of the document: key and message of each finding. */
async function said(...modules: PolicyModule[]): Promise<string[]> {
  const { wasm, data, manifest } = await compiled(modules);
  const [{ name } = { name: "" }] = manifest.entrypoints;
  const text = new Engine(new Module(wasm), data).judge(name, JSON.stringify(DOCUMENT));
  const [{ result }] = JSON.parse(text);
  const found: { key: string; message: string }[] = result.f["own/one"] ?? [];
  return found.map(({ key, message }) => `${key}: ${message}`).sort();
}

const PARAMETERS = "\n#   parameters:\n#     ports: { description: which, default: [22, 80] }";

describe("a policy may be written as a", () => {
  it.each<[string, string, readonly string[]]>([
    [
      "set with several definitions",
      'findings contains {"key": "a", "message": "first"}\n\nfindings contains {"key": "b", "message": "second"} if input.subject.is.name == "web"\n',
      ["a: first", "b: second"],
    ],
    ["set that is given as a whole", 'findings := {{"key": "a", "message": "m"}}\n', ["a: m"]],
    ["empty set", "findings := set()\n", []],
    ["empty list", "findings := []\n", []],
    [
      "comprehension of a set",
      'findings := {{"key": cause.family, "message": "m"} | some cause in input.exposure.ingress}\n',
      ["ipv4: m", "ipv6: m"],
    ],
    [
      "comprehension of a list",
      'findings := [{"key": cause.family, "message": "m"} | some cause in input.exposure.ingress]\n',
      ["ipv4: m", "ipv6: m"],
    ],
    [
      "default that a rule takes the place of",
      'default findings := set()\n\nfindings := {{"key": "a", "message": "m"}} if input.subject.is.name == "web"\n',
      ["a: m"],
    ],
    [
      "default alone",
      "default findings := []\n\nfindings := x if {\n\tx := input.exposure.egress[0].family\n}\n",
      [],
    ],
    [
      "chain of else",
      'findings := set() if {\n\tinput.subject.is.name == "db"\n} else := {{"key": "a", "message": "m"}} if {\n\tinput.subject.is.name == "web"\n} else := []\n',
      ["a: m"],
    ],
    [
      "value that another rule works out",
      'findings := worked_out\n\nworked_out contains {"key": "a", "message": "m"}\n',
      ["a: m"],
    ],
  ])("%s", async (_name, body, expected) => {
    expect(await said(policy({ reads: "[exposure]", body }))).toEqual(expected);
  });
});

const rule = (conditions: string, message = '"m"') =>
  `findings contains {"key": key, "message": message} if {\n\t${conditions}\n\tmessage := ${message}\n}\n`;

describe("a policy may use", () => {
  it.each<[string, string, readonly string[]]>([
    ["import rego.v1", `import rego.v1\n\n${rule('key := "a"')}`, ["a: m"]],
    [
      "some with an index",
      rule("some i, cause in input.exposure.ingress\n\tkey := sprintf(`%d-%s`, [i, cause.family])"),
      ["0-ipv4: m", "1-ipv6: m"],
    ],
    ["some with names", rule("some i\n\tkey := input.exposure.ingress[i].family"), ["ipv4: m", "ipv6: m"]],
    ["an iteration without a name", rule("key := input.exposure.ingress[_].family"), ["ipv4: m", "ipv6: m"]],
    [
      "every",
      rule('every cause in input.exposure.ingress {\n\t\tcount(cause.openings) > 0\n\t}\n\tkey := "all"'),
      ["all: m"],
    ],
    [
      "every with a key",
      rule(
        'every i, cause in input.exposure.ingress {\n\t\ti < 2\n\t\tcause.family != ""\n\t}\n\tkey := "all"',
      ),
      ["all: m"],
    ],
    ["not", rule('not input.subject.is.isDefault\n\tkey := "a"'), ["a: m"]],
    ["a member in brackets", rule('key := input.subject.is["name"]'), ["web: m"]],
    ["a label in brackets", rule('key := "a"', 'input["subject"]["label"]'), ["a: web"]],
    ["object.get", rule('key := object.get(input.subject, ["is", "name"], "none")'), ["web: m"]],
    [
      "object.get of a missing member",
      rule('key := object.get(input.subject.is, "description", "none")'),
      ["none: m"],
    ],
    [
      "template strings",
      rule('key := "a"', '$"{input.subject.label} is open {count(input.exposure.ingress)} times"'),
      ["a: web is open 2 times"],
    ],
    ["raw strings", rule("key := `a`"), ["a: m"]],
    [
      "sprintf with widths",
      rule('key := "a"', 'sprintf("%5s|%03d", [input.subject.is.name, 7])'),
      ["a:   web|007"],
    ],
    [
      "sprintf with a format that is worked out",
      rule('key := "a"', 'sprintf(concat("", ["%", "v!"]), ["x"])'),
      ["a: x!"],
    ],
    [
      "comprehensions within each other",
      rule(
        'ports := {port | some cause in input.exposure.ingress; some port in [o.from | some o in cause.openings]}\n\tkey := concat(",", sort({format_int(port, 10) | some port in ports}))',
      ),
      ["22,443,80: m"],
    ],
    [
      "an object comprehension",
      rule(
        "families := {cause.family: count(cause.openings) | some cause in input.exposure.ingress}\n\tsome key, number in families\n\tnumber == 2",
      ),
      ["ipv4: m"],
    ],
    [
      "sets by a worked-out name",
      `ports[family] contains o.from if {\n\tsome cause in input.exposure.ingress\n\tfamily := cause.family\n\tsome o in cause.openings\n}\n\n${rule("some key, found in ports\n\tcount(found) == 1")}`,
      ["ipv6: m"],
    ],
    [
      "values by a worked-out name",
      `width[cause.family] := count(cause.openings) if some cause in input.exposure.ingress\n\n${rule("some key, 2 in width")}`,
      ["ipv4: m"],
    ],
    [
      "rules with dots in their name",
      `open.widely if count(input.exposure.ingress) > 1\n\n${rule('open.widely\n\tkey := "a"')}`,
      ["a: m"],
    ],
    [
      "functions with else",
      `kind(port) := "shell" if {\n\tport == 22\n} else := "web" if {\n\tport in {80, 443}\n} else := "other"\n\n${rule("some cause in input.exposure.ingress\n\tsome o in cause.openings\n\tkey := kind(o.from)")}`,
      ["shell: m", "web: m"],
    ],
    [
      "functions by constants",
      `name(22) := "ssh"\n\nname(80) := "http"\n\n${rule("some cause in input.exposure.ingress\n\tsome o in cause.openings\n\tkey := name(o.from)")}`,
      ["http: m", "ssh: m"],
    ],
    [
      "defaults of functions",
      `default grade(_) := "low"\n\ngrade("internet") := "high"\n\n${rule("some cause in input.exposure.ingress\n\tkey := grade(cause.breadth)")}`,
      ["high: m", "low: m"],
    ],
    [
      "parameters",
      rule(
        "some cause in input.exposure.ingress\n\tsome o in cause.openings\n\to.from in data.params.own.one.ports\n\tkey := format_int(o.from, 10)",
      ),
      ["22: m", "80: m"],
    ],
    [
      "imported parameters",
      `import data.params.own.one as params\n\n${rule("some port in params.ports\n\tkey := format_int(port, 10)")}`,
      ["22: m", "80: m"],
    ],
    [
      "walk",
      rule('walk(input.exposure.ingress, [path, "ipv6"])\n\tkey := sprintf("%v", [path])'),
      ['[1, "family"]: m'],
    ],
    ["print", rule('print("here", input.subject.is.name)\n\tkey := "a"'), ["a: m"]],
    ["numbers", rule("key := format_int(round(2.6) + ceil(0.2) * (7 % 4), 10)"), ["6: m"]],
    [
      "applicable",
      `default applicable := false\n\napplicable if input.subject.is.name == "web"\n\n${rule('key := "a"')}`,
      ["a: m"],
    ],
  ])("%s", async (_name, body, expected) => {
    expect(await said(policy({ reads: "[exposure]", more: PARAMETERS, body }))).toEqual(expected);
  });

  it("a library of its folder and one that is built in, by import", async () => {
    const words = module(
      "lib/words.rego",
      'package lib.words\n\nloud(text) := sprintf("%s!", [upper(text)])\n',
    );
    const more = module(
      "lib/more/words.rego",
      'package lib.more\n\nimport data.lib.words\n\nvery(text) := concat("", [words.loud(text), "!"])\n',
    );
    const body = `import data.lib.more\nimport data.lib.words as w\n\n${rule("key := w.loud(`a`)", "more.very(`b`)")}`;
    expect(await said(words, more, policy({ reads: "[]", body }))).toEqual(["A!: B!!"]);
  });

  it("words with the names of built-ins for its own", async () => {
    const time = module("lib/time.rego", 'package lib.time\n\ndate(x) := sprintf("day %v", [x])\n');
    const body = `import data.lib.time\n\nindexof_n(text, _) := concat("", [text, "?"])\n\n${rule('key := indexof_n("a", "b")', "time.date(3)")}`;
    expect(await said(time, policy({ reads: "[]", body }))).toEqual(["a?: day 3"]);
  });

  it("several files in its folder, also with packages below its own", async () => {
    const main = policy({
      reads: "[exposure]",
      body: `import data.policies.own.one.table\n\n${rule("some port in ports\n\tkey := table.names[port]")}`,
    });
    const ports = module(
      "own/one/ports.rego",
      "package policies.own.one\n\nports contains o.from if {\n\tsome cause in input.exposure.ingress\n\tsome o in cause.openings\n}\n",
    );
    const table = module(
      "own/one/tables/names.rego",
      'package policies.own.one.table\n\nnames := {22: "ssh", 80: "http", 443: "https"}\n',
    );
    const test = module(
      "own/one/policy_test.rego",
      "package policies.own.one_test\n\ntest_nothing if true\n",
    );
    expect(await said(main, ports, table, test)).toEqual(["http: m", "https: m", "ssh: m"]);
  });
});
