import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { shutdownCompiler } from "../../src/rego/index.js";
import { causeway, emptyFolder } from "./causeway.js";
import { inProcess } from "./in-process.js";

afterAll(shutdownCompiler);

/** The folder of own policies with the skeleton of one, its texts and its rule written. */
function own(changes: readonly (readonly [string, string])[] = []): string {
  const folder = emptyFolder();
  causeway(["policies", "new", "network/no_telnet", "--folder", "."], folder);
  const path = join(folder, "network/no_telnet/policy.rego");
  const text = changes.reduce((all, [from, to]) => all.replace(from, to), readFileSync(path, "utf8"));
  writeFileSync(path, text);
  return folder;
}

const TELNET = [
  ["<= 0", "<= 23"],
  [">= 0", ">= 23"],
] as const;
const WORDS = [
  ["Say in one sentence what must hold", "Nobody opens Telnet"],
  ["Say why it matters to somebody who has never seen this rule.", "It sends passwords in plain text."],
  ["Say what to change, and where.", "Close port 23."],
  ["related_resources: []", "related_resources: [https://www.rfc-editor.org/rfc/rfc854]"],
  [" # the port that matters to you, here and in the next line", ""],
] as const;

const run = (...args: string[]) => inProcess("version: 1\n", ["policies", ...args]);

describe("policies test --coverage", () => {
  it("names the lines that no test evaluates, and fails below the threshold", async () => {
    const folder = own();
    const { code, out } = await run("test", folder, "--threshold", "50");
    expect(code).toBe(1);
    expect(out).toMatch(
      /policy\.rego {3}36\.3 % {2}not covered: 14, 19, 20-24\n36\.3 % of 11 lines, and 50 % are wanted/,
    );
  });

  it("says so in JSON, and passes where everything is covered", async () => {
    const { code, out } = await run("test", own(TELNET), "--threshold", "100", "--format", "json");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      ok: true,
      passed: 3,
      coverage: { percent: 100, threshold: 100, files: [{ notCovered: [], coveredLines: 11 }] },
    });
  });

  it("is below the threshold where only some tests run", async () => {
    const { code } = await run("test", own(TELNET), "--threshold", "100", "--run", "holds");
    expect(code).toBe(1);
  });

  it.each(["101", "-1", "half", ""])("refuses the threshold %j", async (threshold) => {
    const { code, err } = await run("test", own(TELNET), "--threshold", threshold);
    expect(code).toBe(2);
    expect(err).toContain("is not a percentage");
  });
});

describe("policies lint", () => {
  it("names what the skeleton left open, with place, rule and next step", async () => {
    const folder = own();
    const { code, out } = await run("lint", folder);
    expect(code).toBe(1);
    const path = join(folder, "network/no_telnet/policy.rego");
    expect(out).toContain(`${path}:2:3: warning placeholder: title still says "Say in one sentence`);
    expect(out).toContain("  next: say it in words of your own\n");
    expect(out).toMatch(/warning never_fires: .*\n.*\n0 errors, 5 warnings, 0 hints\n$/);
  });

  it("has nothing to say when it is written", async () => {
    const { code, out } = await run("lint", own([...TELNET, ...WORDS]));
    expect(out).toBe("0 errors, 0 warnings, 0 hints\n");
    expect(code).toBe(0);
  });

  it("gives errors as JSON", async () => {
    const folder = own([...WORDS, ["cause.breadth", "caus.breadth"]]);
    const { code, out } = await run("lint", folder, "--format", "json");
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      formatVersion: 1,
      errors: 1,
      problems: [{ level: "error", rule: "rego_unsafe_var_error", line: 16, next: expect.any(String) }],
    });
  });

  it("refuses a name that a built-in policy has", async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, "exposure/no_wide_egress"), { recursive: true });
    const path = join(folder, "exposure/no_wide_egress/policy.rego");
    writeFileSync(path, "package policies.exposure.no_wide_egress\n");
    const { code, out } = await run("lint", folder);
    expect(code).toBe(1);
    expect(out).toContain("error package: there is a built-in policy of this name");
  });

  it("ends with 2 where there is nothing to look at", async () => {
    expect((await run("lint", emptyFolder())).code).toBe(2);
    expect((await run("lint", "nowhere")).code).toBe(2);
  });
});
