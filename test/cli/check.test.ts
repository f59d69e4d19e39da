import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Delta } from "../../src/model/index.js";
import { planOf } from "../sources/terraform/plans.js";
import { causeway, sampleFolder } from "./causeway.js";

const BLOCK = {
  protocol: "tcp",
  ipv6_cidr_blocks: [],
  prefix_list_ids: [],
  security_groups: [],
  self: false,
  description: "ssh",
};
let folder: string;
let bastion: string;
let network: string;

beforeAll(() => {
  folder = sampleFolder();
  expect(causeway(["collect"], folder).code).toBe(0);
  const ask = (sql: string) =>
    JSON.parse(causeway(["query", sql, "--format", "json"], folder).out)[0]
      .id.split("/")
      .at(-1);
  bastion = ask("select id from nodes where kind = 'filter' and label like 'bastion%'");
  network = ask("select id from nodes where kind = 'network' and label like 'core%'");
});

function checked(
  name: string,
  plan: string,
  ...args: string[]
): { code: number | null; delta: Delta; out: string; err: string } {
  writeFileSync(join(folder, `${name}.json`), plan);
  const ran = causeway(["check", "--plan", `${name}.json`, "-o", name, ...args], folder);
  return { ...ran, delta: JSON.parse(readFileSync(join(folder, name, "report.json"), "utf8")) };
}

describe("a pull request over the estate that is running", () => {
  it("introduces what it opens and fixes what it closes, whatever accounts there are", () => {
    const { code, delta, err } = checked(
      "both",
      planOf([
        {
          address: "aws_security_group.api",
          after: {
            name: "api",
            description: "api",
            vpc_id: network,
            ingress: [{ ...BLOCK, from_port: 22, to_port: 22, cidr_blocks: ["0.0.0.0/0"] }],
            egress: [],
          },
          unknown: { id: true, arn: true, owner_id: true },
        },
        {
          address: "aws_security_group_rule.temporary",
          actions: ["delete"],
          before: {
            security_group_id: bastion,
            type: "ingress",
            protocol: "tcp",
            from_port: 20,
            to_port: 25,
            cidr_blocks: ["0.0.0.0/0"],
            self: false,
          },
        },
      ]),
      "--snapshot",
      "estate.duckdb",
    );
    expect(code, err).toBe(1);
    const admin = (findings: Delta["introduced"]) =>
      findings
        .filter(({ policy }) => policy === "exposure/no_admin_ports_from_internet")
        .map(({ subject }) => subject.label.split(" ")[0]);
    expect([admin(delta.introduced), admin(delta.fixed)]).toEqual([["api"], ["bastion"]]);
    const sarif = JSON.parse(readFileSync(join(folder, "both/report.sarif"), "utf8"));
    const states = new Set(
      sarif.runs[0].results.map((result: { baselineState: string }) => result.baselineState),
    );
    expect([...states].sort()).toEqual(["absent", "new", "unchanged"]);
  });

  it("is judged alone where no snapshot is named", () => {
    const { code, delta } = checked(
      "alone",
      planOf([
        {
          address: "aws_vpc_security_group_ingress_rule.x",
          after: {
            security_group_id: "sg-0",
            ip_protocol: "tcp",
            from_port: 22,
            to_port: 22,
            cidr_ipv4: "0.0.0.0/0",
          },
          unknown: { id: true },
        },
        {
          address: "aws_security_group.y",
          after: {
            name: "y",
            description: "",
            vpc_id: "vpc-1",
            ingress: [{ ...BLOCK, from_port: 3389, to_port: 3389, cidr_blocks: ["::/0"] }],
            egress: [],
          },
          unknown: { id: true },
        },
      ]),
    );
    expect(code).not.toBe(70);
    expect(delta.before.findings).toEqual([]);
  });

  it("changes nothing where the plan changes nothing", () => {
    const { code, delta } = checked("none", planOf([]), "--snapshot", "estate.duckdb");
    expect(code).toBe(0);
    expect([delta.introduced, delta.fixed, delta.undecided.introduced]).toEqual([[], [], []]);
  });
});
