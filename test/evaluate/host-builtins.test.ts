import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HOST_BUILTINS } from "../../src/evaluate/host-builtins.js";
import { evaluateOnce } from "../../src/evaluate/index.js";
import { Engine } from "../../src/evaluate/runtime.js";
import { Module } from "../../src/evaluate/web-assembly.js";
import { shutdownCompiler } from "../../src/rego/index.js";
import { policy } from "../rego/policies.js";
import { CALLS, WORDS } from "./builtin-calls.js";
import { compiled } from "./world.js";

const OPA = join(import.meta.dirname, "../../.tools/bin/opa");
const here = existsSync(OPA);
if (!here && process.env["CI"] === "true")
  throw new Error("opa is not in .tools/bin: run test/setup/prepare.sh");

afterAll(shutdownCompiler);

/** What each call gave, as type and JSON; a call that was undefined is missing. */
type Answers = ReadonlyMap<string, string>;

const answered = (found: readonly { key: string; message: string }[]): Answers =>
  new Map(found.map(({ key, message }) => [key, message]));

const body = (calls: readonly string[]) =>
  WORDS +
  calls
    .map(
      (call, index) =>
        `findings contains {"key": "${index}", "message": concat(" ", [type_name(value), json.marshal(value)])} if {\n\tvalue := ${call}\n}\n`,
    )
    .join("\n");

async function byEngine(calls: readonly string[]): Promise<Answers> {
  const { wasm, data } = await compiled([policy({ reads: "[]", body: body(calls) })]);
  const result = (await evaluateOnce(wasm, "causeway/policy/own/one/result", data)) as {
    f: Record<string, { key: string; message: string }[]>;
  };
  return answered(result.f["own/one"] ?? []);
}

function byOpa(calls: readonly string[]): Answers {
  const file = join(mkdtempSync(join(tmpdir(), "causeway-calls-")), "calls.rego");
  writeFileSync(file, policy({ reads: "[]", body: body(calls) }).text);
  const run = spawnSync(OPA, ["eval", "--format", "json", "--data", file, "data.policies.own.one.findings"], {
    encoding: "utf8",
    maxBuffer: 64 << 20,
  });
  const [first] = JSON.parse(run.stdout).result ?? [];
  expect(run.stderr).toBe("");
  return answered(first.expressions[0].value);
}

const told = (answer: string | undefined) => {
  if (answer === undefined) return undefined;
  const [type, ...json] = answer.split(" ");
  const text = json.join(" ");
  // Numbers of more than 53 bits are compared by their digits.
  const value = JSON.parse(text);
  // The engine writes the members of a set in another order than OPA.
  const texts = type === "set" ? value.map((member: unknown) => JSON.stringify(member)).sort() : value;
  return [type, texts, text.match(/\d{16,}/g)?.sort()];
};

describe.skipIf(!here)("a built-in of the host (skipped where opa cannot be had)", () => {
  let ours: Answers;
  let opas: Answers;
  beforeAll(async () => {
    ours = await byEngine(CALLS);
    opas = byOpa(CALLS);
  });

  it.each(CALLS.map((call, index) => [call, String(index)]))("answers as OPA does: %s", (_call, index) => {
    expect(told(ours.get(index))).toEqual(told(opas.get(index)));
  });
});

/** What OPA can do and we cannot do exactly: then nothing is answered, and the subject is unknown. */
const STOPPED: readonly (readonly [call: string, why: RegExp])[] = [
  [`json.patch({"a": {1}}, [{"op": "add", "path": "/b", "value": 1}])`, /conflict/],
  [`json.patch({1: 2}, [{"op": "add", "path": "/b", "value": 1}])`, /conflict/],
  [`object.subset({"a": {1, 2}}, {"a": {1}})`, /conflict/],
  [`json.patch({"a": 9007199254740993}, [])`, /more than 53 bits/],
  [`sprintf("%9d", [9007199254740993])`, /more than 53 bits/],
  [`yaml.unmarshal("a: 9007199254740993")`, /more than 53 bits/],
  [`io.jwt.decode("e30.eyJhIjogOTAwNzE5OTI1NDc0MDk5M30.")`, /more than 53 bits/],
  [`net.cidr_expand("10.0.0.0/8")`, /would give 16777216 addresses/],
  [`hex.decode("ff")`, /no UTF-8/],
  [`urlquery.decode("%ff")`, /no UTF-8/],
  [`time.clock([0, "Local"])`, /another one on every machine/],
  [`time.clock([-99999999999999999, "Europe/Amsterdam"])`, /before 1970/],
  [`time.format([0, "Europe/Berlin", "RFC1123"])`, /abbreviation of the time zone/],
  [`time.format(1709210096123456789)`, /conflict/],
  [`regex.replace("a", "\\\\p{Linear_Z}", "b")`, /is not known here/],
];

describe("a built-in of the host that cannot answer exactly", () => {
  it.each(STOPPED)("stops the policy: %s", async (call, why) => {
    await expect(byEngine([call])).rejects.toThrow(why);
  });
});

/** The words of a list in the compiler's source. */
function listed(name: string): string[] {
  const source = readFileSync(join(import.meta.dirname, "../../src/rego/compiler/builtins.go"), "utf8");
  const [, words = ""] = new RegExp(`${name} = strings\\.Fields\\(\`([^\`]*)\`\\)`).exec(source) ?? [];
  return words.trim().split(/\s+/);
}

describe("the built-ins that the compiler lets pass", () => {
  it("are those of the host and those of the engine, and no more", async () => {
    expect(listed("hosted").sort()).toEqual([...HOST_BUILTINS.keys()].sort());
  });

  it.skipIf(!here)("need nothing of the host but what it has", async () => {
    const { stdout } = spawnSync(OPA, ["capabilities", "--current"], {
      encoding: "utf8",
      maxBuffer: 64 << 20,
    });
    const known: { name: string; decl: { args?: unknown[] }; deprecated?: boolean; infix?: string }[] =
      JSON.parse(stdout).builtins;
    const native = listed("native");
    const plain = known.filter(
      ({ name, infix, deprecated }) =>
        infix === undefined && deprecated !== true && native.includes(name) && !name.startsWith("internal."),
    );
    const calls = plain.map(({ name, decl }) => `${name}(${(decl.args ?? []).map(() => "any").join(", ")})`);
    expect(calls.length).toBeGreaterThan(70);
    const body = `any := json.unmarshal("null")\n\n${calls.map((call) => `findings contains {"key": "k", "message": "m"} if ${call}\n`).join("\n")}`;
    const { wasm, data } = await compiled([policy({ reads: "[]", body })]);
    const engine = new Engine(new Module(wasm), data) as unknown as { names: ReadonlyMap<number, string> };
    expect([...engine.names.values()].filter((name) => !HOST_BUILTINS.has(name))).toEqual([]);
  });
});
