import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Report } from "../../src/model/index.js";
import { type Told, vpc } from "../derive/reach/estate.js";
import { endpoint, rule, zone } from "../derive/resolution/cloud.js";
import { causeway, emptyFolder, type Ran } from "./causeway.js";
import { inProcess } from "./in-process.js";

const CONFIG = "version: 1\nsources: { files: answers }\n";
const DENIED = { Error: { Code: "AccessDenied", Message: "not authorized" } };
const bucketsOf = (output: object): Told => ({
  service: "s3",
  operation: "ListBuckets",
  output: output as Told["output"],
});

const ESTATE: readonly Told[] = [
  vpc("vpc-1", "10.0.0.0/16"),
  ...zone({ id: "Z1", name: "corp.example.", vpcs: ["vpc-1"], records: ["db.corp.example. A 10.0.0.5"] }),
  ...zone({
    ...{ id: "Z2", name: "example.com.", servers: ["ns-1.awsdns-00.com"] },
    records: ["old.example.com. CNAME old.example.com.s3-website-eu-central-1.amazonaws.com"],
  }),
  ...rule({ id: "rslvr-rr-1", domain: "dc.example.", targets: ["10.9.0.53"], vpcs: ["vpc-1"] }),
  ...endpoint("rslvr-out-1", { direction: "OUTBOUND", vpc: "vpc-1", addresses: ["10.0.1.10"] }),
];

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function saved(answers: readonly Told[]): Record<string, string> {
  return Object.fromEntries(
    answers.map(({ service = "ec2", operation, input = {}, output }, index) => {
      const region = service === "route53" ? {} : { region: "eu-central-1" };
      const whole = { service, operation, input, account: "111122223333", ...region, output };
      return [`answers/${index}-${operation}.json`, JSON.stringify(whole)];
    }),
  );
}

const BIND = {
  "answers/ns1/named.conf":
    'options { directory "/var/named"; };\nzone "dc.example" { type primary; file "zones/dc"; };\n',
  "answers/ns1/zones/dc": "$TTL 300\n@ SOA ns root 1 2 3 4 5\n NS ns\nns A 10.9.0.53\nwww A 10.9.0.80\n",
};

describe("causeway resolve", () => {
  let folder: string;
  const run = (...args: string[]): Promise<Ran> => inProcess(CONFIG, args, folder);
  beforeAll(async () => {
    folder = emptyFolder();
    write(folder, { ...saved(ESTATE), ...BIND });
    expect((await run("collect")).code).toBe(0);
  }, 60_000);

  it("draws the chain of who is asked, with places", async () => {
    const { code, out } = await run("resolve", "db.corp.example", "--from", "vpc-1");
    expect(code).toBe(0);
    expect(out).toContain("db.corp.example.  60  A  10.0.0.5");
    expect(out).toContain("answers for corp.example. in this network");
    expect(out).toMatch(/\d+-ListResourceRecordSets\.json/);
  });

  it("tells everything to programs", async () => {
    const { out } = await run("resolve", "db.corp.example", "--from", "vpc-1", "--type", "aaaa", "--json");
    expect(JSON.parse(out)).toMatchObject({
      name: "db.corp.example.",
      type: "AAAA",
      outcomes: [{ status: "nodata" }],
    });
  });

  it("refuses what is no name, type or place, and says what to write", async () => {
    expect((await run("resolve", "a..b")).err).toContain("no domain name");
    expect((await run("resolve", "a.b", "--type", "a b")).err).toContain("no type of record");
    expect((await run("resolve", "a.b", "--from", "vpc-9")).err).toContain(
      "nothing in the snapshot is called vpc-9",
    );
    expect((await run("resolve", "a..b")).code).toBe(2);
  });

  it("reads a server of the data centre with the files beside it, and nothing outside its folder", async () => {
    const own = emptyFolder();
    write(own, {
      "secret/zone": "$TTL 1\n@ SOA ns root 1 2 3 4 5\nleaked A 10.0.0.1\n",
      "dns/named.conf": `zone "dc.example" { type primary; file "/etc/bind/dc"; };
        zone "up.example" { type primary; file "../secret/zone"; };
        zone "link.example" { type primary; file "link"; };`,
      "dns/dc": BIND["answers/ns1/zones/dc"],
    });
    symlinkSync(join(own, "secret/zone"), join(own, "dns/link"));
    const at = (...args: string[]) => inProcess("version: 1\n", args, own);
    expect(
      (await at("collect", "--bind", join(own, "dns/named.conf"), "--output", join(own, "e.duckdb"))).code,
    ).toBe(0);
    const asked = async (sql: string) =>
      (await at("query", sql, "--snapshot", join(own, "e.duckdb"), "--format", "csv")).out.replaceAll(
        "\r",
        "",
      );
    expect(await asked("select label from nodes where kind = 'record' order by 1")).toBe(
      "label\ndc.example. NS\ndc.example. SOA\nns.dc.example. A\nwww.dc.example. A\n",
    );
    expect(await asked("select count(*) n from gaps where reason = 'not-collected'")).toBe("n\n2\n");
  }, 60_000);
});

describe("a policy of names", () => {
  async function judged(buckets: object): Promise<Report> {
    const folder = emptyFolder();
    write(folder, saved([...ESTATE, bucketsOf(buckets)]));
    await inProcess(CONFIG, ["collect"], folder);
    const ran = causeway(
      ["--config", "causeway.yaml", "scan", "--format", "json", "--fail-on", "none"],
      folder,
    );
    expect(ran).toMatchObject({ code: 0 });
    return JSON.parse(readFileSync(join(folder, "out/report.json"), "utf8")) as Report;
  }
  const POLICY = "dns/names_lead_somewhere";

  it("fails where a bucket is gone, and is undecided where buckets were not seen", async () => {
    const gone = await judged({ Buckets: [] });
    expect(
      gone.findings.filter(({ policy }) => policy === POLICY).map(({ subject }) => subject.label),
    ).toEqual(["old.example.com. CNAME"]);
    const blind = await judged(DENIED);
    expect(blind.findings.filter(({ policy }) => policy === POLICY)).toEqual([]);
    expect(
      blind.undecided.filter(({ policy }) => policy === POLICY).map(({ subject }) => subject.label),
    ).toContain("old.example.com. CNAME");
  }, 240_000);
});
