import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { causeway, sampleFolder } from "./causeway.js";

let folder: string;

beforeAll(() => {
  folder = sampleFolder();
  expect(causeway(["collect"], folder).code).toBe(0);
});

const QUESTIONS = [
  { id: "q1", from: { internet: true }, to: { ip: "203.0.113.41" }, protocol: "tcp", port: 22 },
  { id: "q2", from: { ip: "10.20.10.30" }, to: { ip: "10.20.0.30" }, protocol: "tcp", port: 443 },
  { id: "q3", from: { ip: "10.20.10.30" }, to: { ip: "8.8.8.8" }, protocol: "icmp", icmpType: 8 },
];

describe("causeway reach", () => {
  it("draws the way of one question, with rules and their places", () => {
    const { code, out } = causeway(
      ["reach", "--from", "internet", "--to", "i-0a1c509df21cec49a", "--port", "22"],
      folder,
    );
    expect(code).toBe(0);
    expect(out).toContain("reaches");
    expect(out).toContain("ingress tcp 20-25 from 0.0.0.0/0");
    expect(out).toContain("describe-security-group-rules.json:");
  });

  it("answers a batch, one line a question, with id, verdict and trace", () => {
    const path = join(folder, "questions.jsonl");
    writeFileSync(path, `${QUESTIONS.map((one) => JSON.stringify(one)).join("\n")}\n\n`);
    const { code, out } = causeway(["reach", "--batch", path, "--format", "jsonl"], folder);
    expect(code).toBe(0);
    const answers = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(answers.map(({ id, verdict }) => [id, verdict])).toEqual([
      ["q1", "reaches"],
      ["q2", "filtered"],
      ["q3", "filtered"],
    ]);
    for (const { trace } of answers) expect(trace.length).toBeGreaterThan(1);
  });

  it("says everything that keeps a packet", () => {
    const { out } = causeway(
      ["reach", "--from", "10.20.10.30", "--to", "10.20.0.30", "--port", "443", "--why-not"],
      folder,
    );
    expect(out).toContain("everything that keeps it");
  });

  it("lists what the internet can open", () => {
    const { out } = causeway(["reach", "--exposed", "--format", "json"], folder);
    const found = JSON.parse(out).map(({ label }: { label: string }) => label.split(" ")[0]);
    expect(found).toContain("bastion");
    expect(found).not.toContain("app-0");
  });

  it("tests intent: exit 1 with the deciding rule where it is not so", () => {
    const path = join(folder, "flows.yaml");
    writeFileSync(
      path,
      "flows:\n  - { name: closed, from: internet, to: i-0a1c509df21cec49a, port: 22, expect: blocked }\n",
    );
    const broken = causeway(["reach", "--assert", path], folder);
    expect(broken.code).toBe(1);
    expect(broken.out).toContain("NOT SO");
    writeFileSync(path, "- { from: internet, to: i-0a1c509df21cec49a, port: 23, expect: reaches }\n");
    expect(causeway(["reach", "--assert", path], folder).code).toBe(0);
  });

  it("finds the least change that closes a way and keeps what is required", () => {
    const path = join(folder, "keep.yaml");
    writeFileSync(
      path,
      "- { name: office, from: 198.51.100.0/24, to: i-0a1c509df21cec49a, port: 22, expect: reaches }\n- { name: telnet, from: internet, to: i-0a1c509df21cec49a, port: 23, expect: blocked }\n",
    );
    const ask = ["reach", "--close", "--from", "internet", "--to", "i-0a1c509df21cec49a", "--port", "22"];
    const { code, out } = causeway([...ask, "--keep", path], folder);
    expect(code).toBe(0);
    expect(out).toContain(
      "becomes: tcp 20-21 from 0.0.0.0/0; tcp 23-25 from 0.0.0.0/0; tcp 22 from 198.51.100.0/24",
    );
    expect(out).toContain("aws ec2 modify-security-group-rules");
    expect(out).toContain('resource "aws_vpc_security_group_ingress_rule"');
    expect(out).toContain("asked again with it made: filtered");
    expect(out).toContain("stays open: office: reaches");
    const json = JSON.parse(causeway([...ask, "--keep", path, "--format", "json"], folder).out);
    expect(json).toMatchObject({
      outcome: "found",
      smallest: true,
      required: [{ name: "office", after: "reaches" }],
    });
    expect(json.edits[0].steps.commands).toHaveLength(2);
  });

  it("exits 1 where a required flow stands against it, and names the flow", () => {
    const path = join(folder, "against.yaml");
    writeFileSync(path, "- { name: open to all, from: internet, to: i-0a1c509df21cec49a, port: 22 }\n");
    const ask = ["reach", "--close", "--from", "internet", "--to", "i-0a1c509df21cec49a", "--port", "22"];
    const { code, out } = causeway([...ask, "--keep", path], folder);
    expect(code).toBe(1);
    expect(out).toContain("no set of edits found: the required flow open to all would close with it");
  });

  it("draws the matrix of zones, and exits 1 for a way that is not allowed", () => {
    const config = [
      "reach:",
      "  zones: { bastion: [i-0a1c509df21cec49a], outside: [internet] }",
      "  services: { ssh: tcp/22, https: tcp/443 }",
      "  allowed: [{ from: bastion, to: outside }]",
    ];
    appendFileSync(join(folder, "causeway.yaml"), `${config.join("\n")}\n`);
    const { code, out } = causeway(["reach", "--matrix"], folder);
    expect(code).toBe(1);
    expect(out).toContain("ssh reaches (not allowed)");
    expect(out).toContain("4 cells, 1 not allowed");
  });

  it("and a scan judges by the same matrix: a finding for the cell, with the way", () => {
    const only = ["--fail-on", "none", "--format", "json"];
    expect(causeway(["scan", ...only], folder).code).toBe(0);
    const { findings } = JSON.parse(readFileSync(join(folder, "out", "report.json"), "utf8"));
    const found = findings.filter(({ policy }: { policy: string }) =>
      policy.startsWith("segmentation/only_allowed"),
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      key: "outside → bastion: ssh",
      severity: "high",
      subject: { kind: "estate" },
    });
    expect(found[0].evidence.length).toBeGreaterThan(4);
    expect(found[0].cause.kind).toBe("rule");
  });

  it.each([
    ["nothing asked", ["reach"], /nothing is asked/],
    ["no end", ["reach", "--from", "internet"], /there is no --to/],
    [
      "a port that is none",
      ["reach", "--from", "internet", "--to", "x", "--port", "70000"],
      /--port takes a port/,
    ],
    ["two things at once", ["reach", "--exposed", "--from", "internet"], /more than one thing/],
    ["--keep without --close", ["reach", "--exposed", "--keep", "f.yaml"], /--keep is for --close/],
    ["--close without an end", ["reach", "--close", "--from", "internet"], /there is no --to/],
    ["--close of nothing", ["reach", "--close"], /nothing is asked/],
    ["a missing file", ["reach", "--batch", "gone.jsonl"], /there is no file gone.jsonl/],
  ])("%s: exit 2 with a sentence", (_, args, message) => {
    const { code, err } = causeway(args, folder);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  it.each([
    ['{"from":{"ip":"10.0.0.1"}}', /lacks the member "to"/],
    ["{", /not JSON/],
    ['{"from":{"ip":"10.0.0.1"},"to":{"internet":true},"port":"22"}', /port/],
  ])("a question that does not fit (%s): exit 2 with its line", (line, message) => {
    const path = join(folder, "bad.jsonl");
    writeFileSync(path, `${JSON.stringify(QUESTIONS[0])}\n${line}\n`);
    const { code, err, out } = causeway(["reach", "--batch", path], folder);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(message);
    expect(err).toContain("bad.jsonl:2");
  });
});
