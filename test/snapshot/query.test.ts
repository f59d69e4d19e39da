import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { UsageError } from "../../src/model/index.js";
import { createSnapshot, querySnapshot, VIEWS } from "../../src/snapshot/index.js";
import { edge, handed, newFolder, node } from "./estate.js";

const folder = newFolder();
const file = join(folder, "estate.duckdb");
const ask = async (sql: string) => (await querySnapshot(file, sql)).rows;

beforeAll(async () => {
  const writer = await createSnapshot(file);
  const rule = (id: string, is: object) => node({ id, kind: "rule", type: "aws.security-group-rule", is });
  await writer.add(
    handed({
      nodes: [
        node({
          id: "sg",
          kind: "filter",
          type: "aws.security-group",
          label: "web \ud800",
          aliases: ["sg-1"],
          tags: { Owner: "O'Hara" },
        }),
        node({
          id: "sg",
          kind: "filter",
          type: "aws.security-group",
          label: "web (sg-1)",
          is: { name: "web", isDefault: true },
        }),
        rule("sg#a", {
          direction: "ingress",
          action: "allow",
          protocols: [6],
          ports: [
            { from: 22, to: 22 },
            { from: 80, to: 81 },
          ],
          peers: [{ cidr: "0.0.0.0/0" }, { range: { from: "10.0.0.1", to: "10.0.0.9" } }],
        }),
        rule("sg#b", {
          direction: "egress",
          action: "allow",
          protocols: null,
          ports: null,
          peers: [{ any: true }],
        }),
        node({
          id: "rtb",
          kind: "route-table",
          is: {
            routes: [
              {
                destination: "::/0",
                prefixList: null,
                via: { type: "internet-gateway", id: "igw-1" },
                state: "active",
                origin: "static",
              },
            ],
          },
        }),
        node({
          id: "s",
          kind: "subnet",
          is: { cidrs: ["10.0.0.0/24"], freeAddresses: 12, publicAddressOnLaunch: true },
        }),
      ],
      edges: [edge("sg#a -filter-> sg-1")],
      ledger: [
        { source: "aws", call: "ec2:DescribeVpcs", status: "denied", answers: 0, items: 0, message: "no" },
      ],
      answers: [
        {
          source: "aws",
          uri: "a.json",
          service: "ec2",
          operation: "DescribeVpcs",
          input: {},
          output: { Vpcs: [] },
        },
      ],
    }),
  );
  await writer.finish();
});

describe("a query", () => {
  it("sees one row for each node, from the description that says most", async () => {
    expect(await ask("select id, label, \"is\"->>'name' from nodes where kind = 'filter'")).toEqual([
      ["sg", "web (sg-1)", "web"],
    ]);
    expect(await ask("select name, is_default from filters")).toEqual([["web", true]]);
    expect(await ask("select free_addresses, public_address_on_launch, cidrs from subnets")).toEqual([
      [12, true, '["10.0.0.0/24"]'],
    ]);
  });

  it("sees each port range and peer of a rule as a row of its own", async () => {
    expect(
      await ask(
        "select filter, direction, from_port, to_port, peer_type, peer from rules order by id, from_port, peer desc",
      ),
    ).toEqual([
      ["sg", "ingress", 22, 22, "range", "10.0.0.1-10.0.0.9"],
      ["sg", "ingress", 22, 22, "cidr", "0.0.0.0/0"],
      ["sg", "ingress", 80, 81, "range", "10.0.0.1-10.0.0.9"],
      ["sg", "ingress", 80, 81, "cidr", "0.0.0.0/0"],
      ["sg", "egress", null, null, "any", "any"],
    ]);
  });

  it("sees routes, arrows by their names, the ledger and the answers", async () => {
    expect(await ask("select destination, via_type, via from routes")).toEqual([
      ["::/0", "internet-gateway", "igw-1"],
    ]);
    expect(await ask("select names.id from edges join names on names.name = edges.to_id")).toEqual([["sg"]]);
    expect(await ask("select call, status, items from ledger")).toEqual([["ec2:DescribeVpcs", "denied", 0]]);
    expect(await ask("select operation, json_array_length(output->'Vpcs') from answers")).toEqual([
      ["DescribeVpcs", 0],
    ]);
  });

  it("can read every view that is documented, by every column that is documented", async () => {
    for (const view of VIEWS) {
      const { columns } = await querySnapshot(file, `select * from ${view.name}`);
      expect(columns).toEqual(view.columns.map(({ name }) => name));
      const told = await ask(
        `select comment from duckdb_columns() where table_name = '${view.name}' and schema_name = 'main'`,
      );
      expect(told).toEqual(view.columns.map(({ comment }) => [comment]));
    }
    const views = await ask("select view_name from duckdb_views() where not internal order by 1");
    expect(views).toEqual([...VIEWS.map(({ name }) => [name])].sort());
  });

  it("gives only values that JSON has", async () => {
    const rows = await ask(
      "select 9007199254740993::bigint, 5::bigint, sum(x)::hugeint, date '2026-01-02', 1.50::decimal(4,2), null, true, 'nan'::double from range(3) t(x)",
    );
    expect(rows).toEqual([["9007199254740993", 5, 3, "2026-01-02", "1.50", null, true, "NaN"]]);
    expect(JSON.parse(JSON.stringify(rows))).toEqual(rows);
  });

  it.each([
    "copy nodes to '/tmp/causeway-stolen.csv'",
    "attach '/tmp/causeway-other.duckdb'",
    "select * from read_csv('/etc/passwd')",
    "select * from read_text('/etc/passwd')",
    "select * from read_blob('/etc/passwd')",
    "select * from read_json('/etc/passwd')",
    "select * from read_parquet('/etc/passwd')",
    "select * from '/etc/passwd'",
    "select * from glob('/etc/*')",
    "select * from read_csv('http://127.0.0.1:9/x.csv')",
    "select * from 's3://bucket/key.parquet'",
    "install httpfs",
    "load httpfs",
    "force install httpfs from 'http://127.0.0.1:9'",
    "set enable_external_access = true",
    "reset lock_configuration",
    "pragma enable_profiling",
    "pragma temp_directory = '/tmp'",
    "insert into stored.nodes values ('x', 'host', 1, '{}', null)",
    "delete from stored.meta",
    "create table mine (a integer)",
    "create temp table mine (a integer)",
    "create or replace view nodes as select 1",
    "drop view nodes",
    "call pragma_version()",
    "export database '/tmp/causeway-export'",
    "checkpoint",
    "begin",
    "explain analyze select 1",
    "select 1; drop view nodes",
    "",
    "-- nothing",
    "selec",
    "select nothing_like_it from nodes",
    "select * from query('copy nodes to ''/tmp/causeway-stolen.csv''')",
  ])("is refused, with a reason, when it is: %s", async (sql) => {
    const before = readdirSync(folder);
    const error = await querySnapshot(file, sql).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(UsageError);
    expect((error as UsageError).next).not.toBe("");
    expect(readdirSync(folder)).toEqual(before);
    for (const name of ["stolen.csv", "other.duckdb", "export"])
      expect(existsSync(`/tmp/causeway-${name}`)).toBe(false);
  });

  it("quotes DuckDB's words and the line of a mistake", async () => {
    const error = await querySnapshot(file, "select\n nothing from nodes").catch((reason: Error) => reason);
    expect((error as Error).message).toMatch(/nothing.*LINE 2/);
  });
});
