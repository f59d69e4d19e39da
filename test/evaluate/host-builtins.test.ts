import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { evaluateOnce } from "../../src/evaluate/index.js";
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

async function here_(calls: readonly string[]): Promise<Answers> {
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
    ours = await here_(CALLS);
    opas = byOpa(CALLS);
  });

  it.each(CALLS.map((call, index) => [call, String(index)]))("answers as OPA does: %s", (_call, index) => {
    expect(told(ours.get(index))).toEqual(told(opas.get(index)));
  });
});
