import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { causeway, emptyFolder, ROOT } from "./causeway.js";

const COMMANDS = [
  "init",
  "collect",
  "scan",
  "report",
  "explain",
  "policies",
  "query",
  "export",
  "check",
  "doctor",
  "permissions",
];

describe("help", () => {
  it("names every command, shows examples and the exit codes", () => {
    const { code, out } = causeway(["--help"], emptyFolder());
    expect(code).toBe(0);
    for (const command of COMMANDS) expect(out).toMatch(new RegExp(`^  ${command}\\b`, "m"));
    expect(out).toContain("Examples:");
    expect(out).toContain("Exit codes:");
  });

  it.each(COMMANDS.filter((command) => command !== "policies"))(
    "of %s shows an example or its options",
    (command) => {
      const { code, out } = causeway([command, "--help"], emptyFolder());
      expect(code).toBe(0);
      expect(out).toMatch(/Usage: causeway /);
    },
  );

  it("gives the version of package.json", () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
    expect(causeway(["--version"], emptyFolder()).out.trim()).toBe(version);
  });
});

describe("init", () => {
  it("writes a configuration that the other commands accept, and never overwrites it", () => {
    const folder = emptyFolder();
    expect(causeway(["init"], folder).code).toBe(0);
    expect(causeway(["init"], folder).code).toBe(2);
    expect(causeway(["policies", "list"], folder).code).toBe(0);
    expect(causeway(["doctor", "--offline"], folder).out).toMatch(/ok {4}policies/);
  });
});
