import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { create } from "../../src/cli/commands/policies-new.js";
import { schemas } from "../../src/cli/commands/policies-schemas.js";
import { KINDS } from "../../src/model/index.js";
import { shutdownCompiler } from "../../src/rego/index.js";

const ROOT = join(import.meta.dirname, "../..");
const OPA = join(ROOT, ".tools/bin/opa");
const here = existsSync(OPA);
if (!here && process.env["CI"] === "true")
  throw new Error("opa is not in .tools/bin: run test/setup/prepare.sh");

const folder = () => mkdtempSync(join(tmpdir(), "causeway-schemas-"));
const output = folder();
const SILENT = {
  out: () => undefined,
  err: () => undefined,
  progress: () => undefined,
  columns: 100,
  colour: false,
};

beforeAll(() => schemas([], { output }, SILENT), 120_000);
afterAll(shutdownCompiler);

/** What `opa check` says of policies, and how it ends. */
function checked(policies: string, written = output) {
  const { status, stdout, stderr } = spawnSync(OPA, ["check", "--schema", written, policies], {
    cwd: ROOT,
    encoding: "utf8",
  });
  return { status, text: stdout + stderr };
}

const POLICY = (...body: string[]) => `# METADATA
# title: A title
# description: A reason
# schemas:
#   - input: schema["route-table"]
# custom:
#   severity: medium
#   subject: route-table
#   reads: [network, subnets.network.region]
#   remediation: Mend it.
package policies.own.tables

findings contains {"key": "k", "message": "m"} if {
${body.map((line) => `\t${line}\n`).join("")}}
`;

function own(...body: string[]): { readonly root: string; readonly path: string } {
  const root = folder();
  mkdirSync(join(root, "own/tables"), { recursive: true });
  const path = join(root, "own/tables/policy.rego");
  writeFileSync(path, POLICY(...body));
  return { root, path };
}

describe.skipIf(!here)("the schemas of documents (skipped where opa cannot be had)", () => {
  it("are one a kind, and opa check finds every built-in policy true to them", () => {
    expect(readdirSync(output).sort()).toEqual(KINDS.map((kind) => `${kind}.json`).sort());
    expect(checked("policies")).toEqual({ status: 0, text: "" });
  });

  it.each([
    ["a fact of the subject", "input.subject.is.mian", 14],
    ["a fact of what is joined", "input.network.is.cidr", 14],
    ["a relation", "input.netwrok.id", 14],
    ["a derived fact's member", "some end in input.dead_ends\n\tend.destinatoin", 15],
  ])("show where a policy misspells %s", (_name, body, line) => {
    const { root, path } = own(body);
    const { status, text } = checked(root);
    expect(status).toBe(1);
    expect(text).toMatch(/rego_type_error: undefined ref/);
    expect(text).toContain(`${path}:${line}:`);
  });

  it("know a path that goes further where a policy of the folders reads it", async () => {
    const { root } = own("some subnet in input.subnets", "subnet.network.region.is.enabled");
    expect(checked(root)).toMatchObject({ status: 1, text: expect.stringContaining("subnet.network") });
    const deeper = folder();
    await schemas([root], { output: deeper }, SILENT);
    expect(checked(root, deeper)).toEqual({ status: 0, text: "" });
  });

  it("fit what policies new writes, of every kind", async () => {
    const root = folder();
    for (const kind of KINDS)
      await create(`own/${kind.replaceAll("-", "_")}_x`, { folder: root, subject: kind }, SILENT);
    expect(checked(root)).toEqual({ status: 0, text: "" });
  });

  it("hold what may be null as objects and lists, which policies ask by is_null", () => {
    expect(checked(own("is_null(input.network)").root).status).toBe(0);
    expect(checked(own("input.network == null").root).text).toContain("match error");
  });
});
