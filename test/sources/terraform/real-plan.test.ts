import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { applyChanges, assemble } from "../../../src/graph/index.js";
import { translatePlan } from "../../../src/sources/terraform/index.js";
import { asAws, FOLDER, RAW } from "./real-plan.js";

const ACCOUNT = "111122223333";
const changes = translatePlan({
  text: asAws(RAW),
  path: "plan.json",
  account: ACCOUNT,
  region: "eu-central-1",
});
const graph = applyChanges(assemble([]), changes);

/** `group: what it admits`, with the addresses of the plan. */
const rules = graph
  .ids("rule")
  .filter((id) => id.includes("#ingress/6/"))
  .map((id) => id.replace(/^.*security-group\/planned:/, "").replace("#ingress/6/", " admits "))
  .sort();

describe("a plan that Terraform itself wrote", () => {
  it("puts every rule on the group that its configuration names, through modules and keys", () => {
    expect(rules).toEqual([
      "aws_security_group.numbered[0] admits 8000-8000/0.0.0.0/0",
      "aws_security_group.numbered[1] admits 22-22/0.0.0.0/0",
      "aws_security_group.numbered[1] admits 8001-8001/0.0.0.0/0",
      "module.app.aws_security_group.own admits 443-443/::/0",
      "module.app.aws_security_group.own admits 8443-8443/0.0.0.0/0",
      'module.each["a"].aws_security_group.own admits 5432-5432/::/0',
      'module.each["b"].aws_security_group.own admits 5432-5432/::/0',
      'module.each["b"].aws_security_group.own admits 9443-9443/0.0.0.0/0',
    ]);
  });

  it("leaves open what a local, a choice or a secret decides, each where it matters", () => {
    const blind = changes.flatMap((change) => (change.op === "blind" ? [change.gap] : []));
    expect(
      blind
        .map(({ message, touches }) => `${message} → ${[...touches.kinds, ...touches.nodes].join(" ")}`)
        .sort(),
    ).toEqual([
      "aws_vpc_security_group_ingress_rule.either: the plan does not tell to which group it belongs → filter rule",
      "aws_vpc_security_group_ingress_rule.local: the plan does not tell to which group it belongs → filter rule",
      "aws_vpc_security_group_ingress_rule.secret: cidr_ipv4 known only after apply, or secret → planned:aws_security_group.tier",
    ]);
  });

  it("never tells a secret, though the plan holds it", () => {
    expect(RAW).toContain("203.0.113.0/24");
    expect(JSON.stringify(changes)).not.toContain("203.0.113");
  });

  it("joins every subnet and group to the VPC that is still to be made", () => {
    const [vpc] = graph.find("planned:aws_vpc.main");
    const own = (segment: string) => graph.step(vpc?.id ?? "", segment)?.ids.length;
    // Two zones; six groups of the plan, the default group and the default ACL.
    expect([own("subnets"), own("filters")]).toEqual([2, 8]);
    expect(graph.gaps.filter(({ reason }) => reason === "dangling")).toEqual([]);
  });

  it("points at the lines of the sources, also of modules", () => {
    const sources = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".tf"))
      .map((path) => ({
        path,
        text: readFileSync(join(FOLDER, path), "utf8").replace(
          /"terraform_data" "(aws_[a-z_]+?)__(\w+)"/g,
          '"$1" "$2"',
        ),
      }));
    const placed = translatePlan({ text: asAws(RAW), path: "plan.json", sources });
    const at = (address: string) => {
      const put = placed.find((change) => change.op === "put" && change.at.address === address);
      return put?.op === "put" ? put.at : undefined;
    };
    const lineOf = ({ uri = "", line = 0 } = {}) =>
      sources.find(({ path }) => path === uri)?.text.split("\n")[line - 1];
    expect(lineOf(at('module.each["a"].aws_security_group.own'))).toBe(
      'resource "aws_security_group" "own" {',
    );
    expect(at('module.each["a"].aws_security_group.own')?.uri).toBe("net/main.tf");
    expect(lineOf(at("aws_vpc_security_group_ingress_rule.fixed"))).toBe(
      'resource "aws_vpc_security_group_ingress_rule" "fixed" {',
    );
  });

  it("points at the line of the plan where there are no sources", () => {
    const text = asAws(RAW);
    const put = changes.find((change) => change.op === "put" && change.at.address === "aws_vpc.main");
    const line = text.split("\n")[put?.op === "put" ? (put.at.line ?? 0) : 0];
    expect(line).toContain('"address": "aws_vpc.main"');
  });

  const program = process.env["TERRAFORM"] ?? "terraform";
  const terraform = spawnSync(program, ["version", "-json"], { encoding: "utf8" });
  const version = terraform.status === 0 ? JSON.parse(terraform.stdout)["terraform_version"] : "none";
  it.skipIf(version !== "1.11.4")(`is what Terraform 1.11.4 writes today (here: ${version})`, () => {
    const folder = mkdtempSync(join(tmpdir(), "causeway-plan-"));
    cpSync(FOLDER, folder, { recursive: true });
    const run = (...args: string[]) => spawnSync(program, args, { cwd: folder, encoding: "utf8" });
    run("init", "-no-color");
    run("plan", "-no-color", "-out", "p");
    // The time, and a list whose order Terraform leaves to chance, are left out.
    const {
      timestamp: _timestamp,
      relevant_attributes: _order,
      ...plan
    } = JSON.parse(run("show", "-json", "p").stdout);
    expect(plan).toEqual(JSON.parse(RAW));
  });
});
