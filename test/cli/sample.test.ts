import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Report } from "../../src/model/index.js";
import { causeway, type Ran, sampleFolder } from "./causeway.js";

let folder: string;
let scanned: Ran;
let report: Report;

beforeAll(() => {
  folder = sampleFolder();
  const collected = causeway(["collect"], folder);
  expect(collected.code, collected.err).toBe(0);
  scanned = causeway(["scan"], folder);
  report = JSON.parse(readFileSync(join(folder, "out/report.json"), "utf8"));
});

const of = (policy: string) => report.findings.filter((finding) => finding.policy === policy);

describe("the sample estate", () => {
  it("ends with exit code 1 and writes the three reports", () => {
    expect(scanned.code, scanned.err).toBe(1);
    expect(scanned.out).toContain("report.html");
  });

  it("sees that two halves of the address space open the database, by both rules", () => {
    const found = of("exposure/no_database_ports_from_internet").filter(({ subject }) =>
      subject.label.includes("db"),
    );
    expect(found).toHaveLength(1);
    expect(found[0]?.evidence.length).toBeGreaterThanOrEqual(2);
  });

  it("takes a prefix list as its entries, and shows the exception that covers it", () => {
    const found = of("exposure/no_admin_ports_from_internet").filter(({ subject }) =>
      subject.label.includes("partner"),
    );
    expect(found.map(({ exception }) => exception?.ticket)).toEqual(["NET-204"]);
  });

  it("finds the same fault on the firewall in Hamburg by the same policy", () => {
    const kinds = of("exposure/no_admin_ports_from_internet").map(({ subject }) => subject.type);
    expect(kinds).toContain("nftables.chain");
    expect(kinds).toContain("aws.security-group");
  });

  it("sees a name that leads to a bucket that anybody may make", () => {
    const found = of("dns/names_lead_somewhere");
    expect(found.map(({ subject }) => subject.label)).toEqual(["promo.larkfield.example. CNAME"]);
    expect(found[0]?.message).toContain("which is gone");
  });

  it("sees that questions for Hamburg end at a group and a firewall", () => {
    const found = of("dns/forwarding_reaches_its_servers").map(({ message }) => message);
    expect(found).toEqual([expect.stringContaining("hamburg.larkfield.example. do not reach 192.168.10.53")]);
  });

  it("follows whoever has a token of GitHub over two roles to an administrator", () => {
    const found = of("federation/no_outsider_reaches_an_administrator");
    expect(new Set(found.map(({ subject }) => subject.label))).toEqual(new Set(["ops-admin"]));
    expect(found[0]?.message).toContain("in 3 steps");
    expect(of("federation/other_accounts_prove_themselves").map(({ subject }) => subject.label)).toEqual([
      "partner-edi",
    ]);
  });

  it("compares what Keycloak publishes with what AWS was given", () => {
    expect(of("federation/new_certificates_are_brought_in")).toHaveLength(1);
    expect(of("federation/old_certificates_are_taken_out")).toHaveLength(1);
  });

  it("finds personal data in us-east-1, by the copy and by the rule that makes it", () => {
    const labels = (policy: string) => of(policy).map(({ subject }) => subject.label);
    expect(labels("residency/data_lies_where_it_may")).toEqual(["larkfield-customers-copy"]);
    expect(labels("residency/nothing_copies_data_elsewhere")).toEqual(["larkfield-customers"]);
  });

  it("says with whom a snapshot is shared, and not what they do with it", () => {
    const policies = ["residency/copies_stay_in_the_organization", "residency/copies_lie_where_they_may"];
    const [shared = "", lies = ""] = policies;
    expect(
      of(shared)
        .map(({ message }) => message)
        .join(),
    ).toContain("is shared with 999988887777");
    expect(of(lies)).toEqual([]);
    expect(report.undecided.map(({ policy }) => policy)).toContain(lies);
  });

  it("does not take a web ACL that only counts for protection", () => {
    expect(
      of("web/acls_stop_what_they_know")
        .map(({ message }) => message)
        .join(),
    ).toContain("only counts");
  });

  it("sees the tunnel that is down, and the database that nobody backs up", () => {
    expect(
      of("hybrid/vpn_tunnels_are_up")
        .map(({ message }) => message)
        .join(),
    ).toContain("203.0.113.12");
    const labels = of("backup/databases_keep_automatic_backups").map(({ subject }) => subject.label);
    expect(labels).toEqual(["shipments"]);
  });

  it("leaves little undecided, and most of that for a Region of which nobody saved the network", () => {
    const places = report.undecided.map(({ subject: { scope } }) => `${scope.account} ${scope.region}`);
    expect(places.length).toBeLessThan(150);
    const unread = places.filter((place) => place === "444455556666 eu-west-1");
    expect(unread.length).toBeGreaterThan(places.length / 2);
  });

  it("does not call the flow logs that nobody saved a pass", () => {
    const undecided = report.undecided.filter(
      ({ policy, subject }) => policy.includes("flow_log") && subject.scope.region === "eu-west-1",
    );
    expect(undecided.length).toBeGreaterThan(0);
  });

  it("reports the exception that has expired", () => {
    expect(report.exceptions.expired.map(({ ticket }) => ticket)).toEqual(["NET-17"]);
  });

  it("gives every finding a place", () => {
    expect(report.findings.filter(({ cause }) => cause.at.uri === "")).toEqual([]);
    expect(new Set(report.findings.map(({ id }) => id)).size).toBe(report.findings.length);
  });

  it("comes out the same twice", () => {
    const before = ["report.json", "report.sarif", "report.html"].map((name) =>
      readFileSync(join(folder, "out", name)),
    );
    causeway(["scan"], folder);
    const after = ["report.json", "report.sarif", "report.html"].map((name) =>
      readFileSync(join(folder, "out", name)),
    );
    expect(after.map((bytes, index) => bytes.equals(before[index] as Buffer))).toEqual([true, true, true]);
  });

  it("uploads to code scanning nothing but alerts, and tells of passes where it is asked", () => {
    const kinds = (name: string) => {
      const { runs } = JSON.parse(readFileSync(join(folder, "some", name), "utf8"));
      return new Set<string>(runs[0].results.map(({ kind = "fail" }: { kind?: string }) => kind));
    };
    const ran = causeway(["scan", "-o", "some", "--format", "sarif,github", "--passes"], folder);
    expect(ran.code, ran.err).toBe(1);
    expect(kinds("report.sarif")).toEqual(new Set(["fail", "open", "pass"]));
    expect(kinds("report.github.sarif")).toEqual(new Set(["fail"]));
  });

  it("gives the same report from its own export", () => {
    expect(causeway(["export", "--raw", "raw"], folder).code).toBe(0);
    writeFileSync(join(folder, "again.yaml"), "version: 1\n");
    expect(
      causeway(["-c", "again.yaml", "collect", "--from-files", "raw", "-o", "copy.duckdb"], folder).code,
    ).toBe(0);
    const count = "select kind, count(*) as n from nodes where source = 'aws' group by kind order by kind";
    const first = causeway(["query", count, "--format", "json"], folder);
    const second = causeway(["query", count, "--format", "json", "-s", "copy.duckdb"], folder);
    expect(first.code, first.err).toBe(0);
    expect(second.out).toBe(first.out);
  });

  it("explains a group by the document that its policies see", () => {
    const { code, out, err } = causeway(
      ["explain", of("exposure/no_database_ports_from_internet")[0]?.subject.id ?? ""],
      folder,
    );
    expect(code, err).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      subject: { kind: "filter" },
      exposure: { ingress: expect.any(Array) },
    });
  });

  it("lets a newcomer write a policy, test it, and see it in the next report", () => {
    expect(causeway(["policies", "new", "own/no_port_8443", "--folder", "own"], folder).code).toBe(0);
    expect(causeway(["policies", "test", "own"], folder).code).toBe(1);
    const file = join(folder, "own/own/no_port_8443/policy.rego");
    const text = readFileSync(file, "utf8");
    const about = (port: number) =>
      text
        .replace(/opening\.from <= 0.*/, `opening.from <= ${port}`)
        .replace("opening.to >= 0", `opening.to >= ${port}`);
    writeFileSync(file, about(23));
    const tested = causeway(["policies", "test", "own"], folder);
    expect(tested.code, tested.out + tested.err).toBe(0);
    writeFileSync(file, about(8443).replace('cause.breadth == "internet"', 'cause.breadth != "members"'));
    causeway(["scan", "--policies", "own", "--format", "json", "-o", "own-out"], folder);
    const own: Report = JSON.parse(readFileSync(join(folder, "own-out/report.json"), "utf8"));
    expect(own.findings.filter(({ policy }) => policy === "own/no_port_8443").length).toBeGreaterThan(0);
  });
});
