import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { causeway, emptyFolder } from "./causeway.js";

function folderWith(files: Record<string, string>): string {
  const folder = emptyFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const POLICY = `# METADATA
# title: A title
# description: A reason
# custom:
#   severity: medium
#   subject: filter
#   reads: []
#   remediation: Mend it.
package policies.own.broken

findings contains finding if {
`;

// Each row: what the user did, the files that lie there, the arguments, and what the answer must name.
const ROWS: [string, Record<string, string>, string[], RegExp[]][] = [
  ["asks for an unknown command", {}, ["scann"], [/unknown command/]],
  ["gives an unknown flag", {}, ["scan", "--colour"], [/unknown option '--colour'/]],
  ["scans where there is no snapshot", {}, ["scan"], [/no snapshot estate\.duckdb/, /next: collect one/]],
  [
    "names a snapshot that is no snapshot",
    { "x.duckdb": "hello" },
    ["scan", "-s", "x.duckdb"],
    [/x\.duckdb/, /next: /],
  ],
  ["names a configuration that is not there", {}, ["-c", "no.yaml", "scan"], [/no\.yaml/, /next: /]],
  [
    "writes broken YAML",
    { "causeway.yaml": "version: 1\nsources: [\n" },
    ["scan"],
    [/not valid YAML/, /causeway\.yaml:\d+:\d+/],
  ],
  [
    "writes an unknown member",
    { "causeway.yaml": "version: 1\npolicies:\n  disable: [x]\n" },
    ["scan"],
    [/\/policies/, /disable/, /causeway\.yaml:\d+/],
  ],
  [
    "writes a wrong severity",
    { "causeway.yaml": "version: 1\nfailOn: fatal\n" },
    ["scan"],
    [/\/failOn/, /causeway\.yaml:2/],
  ],
  ["asks for an unknown format", {}, ["scan", "--format", "pdf"], [/no format "pdf"/, /sarif, html, json/]],
  [
    "names a plan that is not there",
    {},
    ["check", "--plan", "plan.json"],
    [/no file plan\.json/, /terraform show -json/],
  ],
  [
    "gives a plan that is not JSON",
    { "plan.json": "{" },
    ["check", "--plan", "plan.json"],
    [/plan\.json/, /next: /],
  ],
  [
    "gives a state instead of a plan",
    { "plan.json": '{"format_version":"1.0","terraform_version":"1.9.0","values":{}}' },
    ["check", "--plan", "plan.json"],
    [/plan\.json/, /terraform show -json/],
  ],
  [
    "writes broken Rego",
    { "own/own/broken/policy.rego": POLICY },
    ["policies", "list", "--policies", "own"],
    [/own\/own\/broken\/policy\.rego:\d+/],
  ],
  ["asks for a policy that is not there", {}, ["policies", "show", "no/such"], [/no policy no\/such/]],
  ["gives a policy id that is none", {}, ["policies", "new", "No Telnet"], [/not a policy id/]],
  [
    "names a folder of answers that is not there",
    {},
    ["collect", "--from-files", "answers"],
    [/no folder answers/],
  ],
  [
    "names a report that is none",
    { "r.json": "{}" },
    ["report", "-i", "r.json"],
    [/not a causeway report/, /r\.json/],
  ],
];

describe("a user who errs gets exit code 2, the place and the next step", () => {
  it.each(ROWS)("when he %s", (...row) => {
    const [, files, args, wanted] = row;
    const { code, out, err } = causeway(args, folderWith(files));
    expect({ code, out }, err).toMatchObject({ code: 2 });
    for (const pattern of wanted) expect(err).toMatch(pattern);
    expect(err).not.toMatch(/\n\s+at .*\(/);
  });
});
