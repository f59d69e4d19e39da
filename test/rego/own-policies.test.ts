import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { create } from "../../src/cli/commands/policies-new.js";
import { test } from "../../src/cli/commands/policies-test.js";
import { modulesOf } from "../../src/cli/policy-set.js";
import { compilePolicies, shutdownCompiler } from "../../src/rego/index.js";

afterAll(shutdownCompiler);

/** What a command writes, and how it ends. */
async function told(command: (io: Parameters<typeof create>[2]) => Promise<number>) {
  let text = "";
  const say = (said: string) => {
    text += said;
  };
  const exit = await command({ out: say, err: say, progress: () => undefined, columns: 100, colour: false });
  return { text, exit };
}

const folder = () => mkdtempSync(join(tmpdir(), "causeway-own-"));

/** The policy as `policies new` writes it, with a few texts replaced. */
async function written(changes: readonly (readonly [from: string, to: string])[]) {
  const own = folder();
  await told((io) => create("network/no_telnet", { folder: own, subject: "filter" }, io));
  const path = join(own, "network/no_telnet/policy.rego");
  const text = changes.reduce((all, [from, to]) => all.replace(from, to), readFileSync(path, "utf8"));
  writeFileSync(path, text);
  return { own, path };
}

const TELNET = [
  ["opening.from <= 0", "opening.from <= 23"],
  ["opening.to >= 0", "opening.to >= 23"],
] as const;

describe("a policy of one's own", () => {
  it("compiles as it is written, and its test fails until the rule says something", async () => {
    const { own } = await written([]);
    const first = await told((io) => test([own], {}, io));
    expect(first).toMatchObject({ exit: 1 });
    expect(first.text).toMatch(/FAIL policies\.network\.no_telnet_test\.test_fires.*\n2 passed, 1 failed/s);
  });

  it("passes when it does", async () => {
    const { own } = await written(TELNET);
    expect(await told((io) => test([own], {}, io))).toEqual({
      text: "3 passed, 0 failed, 0 skipped\n",
      exit: 0,
    });
  });

  it("may be of any kind", async () => {
    const own = folder();
    await told((io) => create("network/no_listener", { folder: own, subject: "listener" }, io));
    expect(await told((io) => test([own], {}, io))).toMatchObject({ exit: 1 });
  });

  it.each<[string, readonly (readonly [string, string])[], RegExp]>([
    ["does not parse", [["some cause", "some cause in"]], /unexpected in keyword/],
    [
      "calls what there is not",
      [["cause.breadth", 'crypto.sha257("a")']],
      /undefined function crypto\.sha257/,
    ],
    [
      "uses a name that nothing gives a value",
      [["cause.breadth", "caus.breadth"]],
      /caus is unsafe: nothing gives it a value/,
    ],
  ])("is refused by its place where it %s", async (_name, changes, message) => {
    const { own, path } = await written(changes);
    await expect(told((io) => test([own], {}, io))).rejects.toMatchObject({
      message: expect.stringMatching(message),
      place: { path },
      next: expect.stringContaining("policies new"),
    });
  });

  it("is not looked for in an empty folder by running other tests", async () => {
    await expect(told((io) => test([folder()], {}, io))).rejects.toThrow(/there is no policy in/);
  });

  it.each(["own/some", "default/x"])("is not made under a reserved word: %s", async (id) => {
    await expect(told((io) => create(id, { folder: folder(), subject: "filter" }, io))).rejects.toThrow(
      /is a reserved word of Rego/,
    );
  });
});

const HEAD = (id: string) => `# METADATA
# title: A title
# description: A reason
# custom:
#   severity: medium
#   subject: filter
#   reads: [exposure]
#   remediation: Mend it.
package policies.${id.replace("/", ".")}
`;

describe("policies without the built-in ones", () => {
  const settings = (own: string) => ({
    folder: ".",
    config: { version: 1 as const, policies: { builtIn: false, folders: [own] } },
  });

  it("use the libraries, whose parameters keep their defaults", async () => {
    const own = folder();
    mkdirSync(join(own, "own/databases"), { recursive: true });
    const body = `
import data.lib.services

findings contains {"key": "databases", "message": text} if {
	text := sprintf("%d kinds of databases", [count(services.lists.database)])
	count(input.exposure.ingress) > 0
}
`;
    const test_ = `package policies.own.databases_test

import data.lib.fixtures
import data.policies.own.databases

test_it_knows_the_list if {
	some finding in databases.findings with input as fixtures.ingress(fixtures.group({}), [fixtures.cause([fixtures.tcp(1, 2)], {})])
	not startswith(finding.message, "0 ")
}
`;
    writeFileSync(join(own, "own/databases/policy.rego"), HEAD("own/databases") + body);
    writeFileSync(join(own, "own/databases/policy_test.rego"), test_);
    const { manifest, data } = await compilePolicies({ modules: modulesOf(settings(own)) });
    expect(manifest.policies.map(({ id }) => id)).toEqual(["own/databases"]);
    expect(Object.keys(data.params)).toContain("exposure");
    expect(await told((io) => test([own], {}, io))).toEqual({
      text: "1 passed, 0 failed, 0 skipped\n",
      exit: 0,
    });
  });

  it("may take the place of one that is built in, by its id", async () => {
    const own = folder();
    mkdirSync(join(own, "exposure/no_wide_egress"), { recursive: true });
    const body = '\nfindings contains {"key": "k", "message": "m"} if count(input.exposure.egress) > 9\n';
    writeFileSync(join(own, "exposure/no_wide_egress/policy.rego"), HEAD("exposure/no_wide_egress") + body);
    const { manifest } = await compilePolicies({ modules: modulesOf(settings(own)) });
    expect(manifest.policies.map(({ id, origin }) => [id, origin])).toEqual([
      ["exposure/no_wide_egress", "custom"],
    ]);
  });
});
