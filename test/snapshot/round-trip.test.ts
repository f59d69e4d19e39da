import { copyFileSync, existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, it } from "vitest";
import { canonicalJson, type Gap, gapOf, InputError, KINDS, UsageError } from "../../src/model/index.js";
import { createSnapshot, openSnapshot } from "../../src/snapshot/index.js";
import { contentOf, edge, handed, newFolder, node } from "./estate.js";

const folder = newFolder();
const path = (name: string) => join(folder, name);
const AT = { source: "aws", uri: "a.json", account: "1", time: "2026-01-01T00:00:00Z" };
const ANSWER = {
  source: "aws",
  uri: "a.json",
  service: "ec2",
  operation: "DescribeVpcs",
  input: {},
  output: { Vpcs: [{ VpcId: "vpc-1" }] },
  account: "1",
  region: "r1",
  time: "2026-01-01T00:00:00Z",
  lines: { "/Vpcs/0": 3 },
};
const LEDGER = { source: "aws", call: "ec2:DescribeVpcs", status: "ok" as const, answers: 1, items: 1 };
const GAP = gapOf({ reason: "denied", message: "no", at: AT, touches: { kinds: ["filter"], account: "1" } });

async function snapshotOf(name: string, ...adds: ReturnType<typeof handed>[]): Promise<string> {
  const writer = await createSnapshot(path(name));
  for (const add of adds) await writer.add(add);
  await writer.finish();
  return path(name);
}

async function changed(name: string, from: string, ...statements: string[]): Promise<string> {
  copyFileSync(from, path(name));
  const instance = await DuckDBInstance.create(path(name));
  const connection = await instance.connect();
  for (const statement of statements) await connection.run(statement);
  connection.closeSync();
  instance.closeSync();
  return path(name);
}

async function failure(work: Promise<unknown>): Promise<Error> {
  return work.then(
    () => new Error("it worked"),
    (error: Error) => error,
  );
}

describe("a snapshot", () => {
  it("gives back what was put in, sorted, whatever characters it holds", async () => {
    const poison = JSON.parse(
      '{"__proto__":{"x":1},"constructor":"c","a\\u0000b":"\\u001b[31m","lone \\ud800":"\\udfff","quote":"\'\\"; drop table nodes; --"}',
    );
    const texts = ["\u0000", "\ud800 alone", "名前 🚀", "a\\ud800 written out", "'; --", "\u2028", ""];
    const nodes = texts.map((id) =>
      node({
        id,
        kind: "host",
        label: id,
        aliases: [`${id} alias`],
        native: poison,
        tags: { __proto_: "x", [id]: id },
      }),
    );
    const edges = texts.map((id) => ({
      ...edge("a -host-> b"),
      from: id,
      to: `${id} alias`,
      toScope: { account: "2" },
    }));
    const answers = [
      ANSWER,
      { ...ANSWER, region: "\udc00", output: poison },
      { ...ANSWER, uri: "0.json", output: poison },
    ];
    const file = await snapshotOf(
      "unicode.duckdb",
      handed({ nodes, edges, gaps: [GAP], answers, ledger: [LEDGER] }),
    );
    const content = await contentOf(file);
    const byId = (a: unknown, b: unknown) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1);
    expect([...content.nodes].sort(byId)).toEqual([...nodes].map((each) => ({ ...each })).sort(byId));
    expect([...content.edges].sort(byId)).toEqual([...edges].sort(byId));
    expect([...content.answers].sort(byId)).toEqual([...answers].sort(byId));
    expect(content).toMatchObject({ gaps: [GAP], ledger: [LEDGER], complete: true });
    expect(Object.keys((content.answers[0] as { output: object }).output)).toContain("__proto__");
  });

  it("has the same hash whatever the order, the split and the times of what was collected", async () => {
    const nodes = ["a", "b", "c"].map((id) => node({ id, kind: "host", at: AT }));
    const later = nodes.map((each) => ({ ...each, at: { ...AT, time: "2026-02-02T00:00:00Z" } })).reverse();
    const one = await contentOf(
      await snapshotOf("one.duckdb", handed({ nodes, answers: [ANSWER], gaps: [GAP] })),
    );
    const other = await contentOf(
      await snapshotOf(
        "other.duckdb",
        handed({
          nodes: later.slice(0, 1),
          gaps: [{ ...GAP, at: { source: "aws", uri: "a.json", account: "1" } }],
        }),
        handed({
          nodes: later.slice(1),
          answers: [{ ...ANSWER, time: "2027-01-01T00:00:00Z" }],
          ledger: [LEDGER],
        }),
      ),
    );
    expect(other.hash).toBe(one.hash);
    expect(one.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it("has another hash when a fact, an arrow, a gap or an answer is another", async () => {
    const nodes = [node({ id: "a", kind: "host", is: { state: "running" } })];
    const base = handed({ nodes, answers: [ANSWER] });
    const variants = [
      base,
      handed({ nodes: [node({ id: "a", kind: "host", is: { state: "stopped" } })], answers: [ANSWER] }),
      handed({ nodes, edges: [edge("a -host-> b")], answers: [ANSWER] }),
      handed({ nodes, gaps: [GAP], answers: [ANSWER] }),
      handed({ nodes, answers: [{ ...ANSWER, output: { Vpcs: [] } }] }),
      handed({ nodes, answers: [{ ...ANSWER, region: "r2" }] }),
      handed({ nodes: [...nodes, ...nodes], answers: [ANSWER] }),
    ];
    const hashes = await Promise.all(
      variants.map(
        async (each, index) => (await contentOf(await snapshotOf(`hash-${index}.duckdb`, each))).hash,
      ),
    );
    expect(new Set(hashes).size).toBe(variants.length);
  });

  it("says that it is not complete, with a gap that touches everything, until it is finished", async () => {
    const writer = await createSnapshot(path("open.duckdb"));
    await writer.add(handed({ nodes: [node({ id: "a", kind: "host" })] }));
    await writer.close();
    const content = await contentOf(path("open.duckdb"));
    expect(content.complete).toBe(false);
    expect(content.nodes).toHaveLength(1);
    expect(content.gaps).toMatchObject([
      { reason: "not-collected", at: { uri: "open.duckdb" }, touches: { kinds: [...KINDS] } },
    ]);
  });

  it("keeps what does not fit the model out, as a gap that touches what is missing", async () => {
    const broken = node({ id: "bad", kind: "rule", is: { ports: "80" } as never });
    const odd = { ...node({ id: "odd", kind: "host" }), kind: "wormhole" as never };
    const arrow = { ...edge("bad -filter-> sg"), toScope: { account: 7 } as never };
    const content = await contentOf(
      await snapshotOf(
        "broken.duckdb",
        handed({
          nodes: [broken, odd, node({ id: "good", kind: "host" })],
          edges: [arrow],
          gaps: [{ ...GAP, reason: 7 as never }],
        }),
      ),
    );
    expect(content.nodes).toHaveLength(1);
    expect(content.edges).toEqual([]);
    expect(content.gaps).toHaveLength(4);
    expect(content.gaps.filter((gap) => (gap as Gap).touches.kinds.length === KINDS.length)).toHaveLength(1);
    expect(content.gaps).toContainEqual(
      expect.objectContaining({
        reason: "unparsed",
        message:
          'one of the nodes that were read, "bad", does not fit the model: /is/ports must be an array or null',
        touches: { kinds: ["rule"], nodes: ["bad"], account: "1", region: "r1" },
      }),
    );
  });

  it("takes overlapping adds one after the other", async () => {
    const writer = await createSnapshot(path("parallel.duckdb"));
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        writer.add(handed({ nodes: [node({ id: `n${index}`, kind: "host" })] })),
      ),
    );
    await writer.finish();
    expect((await contentOf(path("parallel.duckdb"))).nodes).toHaveLength(20);
    await expect(writer.add(handed())).rejects.toThrow("closed");
  });
});

describe("a snapshot that takes the place of another", () => {
  it("leaves the earlier one untouched until it is complete", async () => {
    const file = await snapshotOf("estate.duckdb", handed({ nodes: [node({ id: "old", kind: "host" })] }));
    const writer = await createSnapshot(file);
    expect(writer.file).toBe(`${file}.partial`);
    await writer.add(handed({ nodes: [node({ id: "new", kind: "host" })] }));
    expect((await contentOf(file)).nodes).toMatchObject([{ id: "old" }]);
    await writer.finish();
    expect((await contentOf(file)).nodes).toMatchObject([{ id: "new" }]);
    expect(existsSync(`${file}.partial`)).toBe(false);
  });

  it("does not inherit the log of a predecessor that was cut short", async () => {
    const writer = await createSnapshot(path("cut.duckdb"));
    await writer.add(handed({ nodes: [node({ id: "old", kind: "host" })] }));
    await writer.close();
    writeFileSync(`${path("cut.duckdb")}.wal`, "left over");
    const file = await snapshotOf("cut2.duckdb", handed({ nodes: [node({ id: "new", kind: "host" })] }));
    writeFileSync(`${file}.wal`, "");
    await snapshotOf("cut2.duckdb", handed({ nodes: [node({ id: "newer", kind: "host" })] }));
    expect((await contentOf(file)).nodes).toMatchObject([{ id: "newer" }]);
  });

  it("replaces nothing but snapshots, and only where that is allowed", async () => {
    writeFileSync(path("notes.txt"), "my notes, which are dear to me");
    expect(await failure(createSnapshot(path("notes.txt")))).toMatchObject({
      name: "UsageError",
      message: expect.stringContaining("not a snapshot"),
    });
    expect(readFileSync(path("notes.txt"), "utf8")).toContain("dear");
    mkdirSync(path("dir"));
    expect(await failure(createSnapshot(path("dir")))).toMatchObject({
      name: "UsageError",
      message: expect.stringContaining("folder"),
    });
    const file = await snapshotOf("kept.duckdb", handed());
    expect(await failure(createSnapshot(file, { overwrite: false }))).toBeInstanceOf(UsageError);
    writeFileSync(path("empty.duckdb"), "");
    await (await createSnapshot(path("empty.duckdb"))).finish();
  });
});

describe("a file that is no good snapshot", () => {
  it("is refused with a sentence and a next step when it is missing, foreign or cut off", async () => {
    const good = await snapshotOf(
      "good.duckdb",
      handed({
        nodes: Array.from({ length: 5000 }, (_, index) =>
          node({ id: `n${index}`, kind: "host", native: { index } }),
        ),
      }),
    );
    writeFileSync(path("text.duckdb"), "hello".repeat(5000));
    copyFileSync(good, path("short.duckdb"));
    truncateSync(path("short.duckdb"), 20_000);
    copyFileSync(good, path("stub.duckdb"));
    truncateSync(path("stub.duckdb"), 10);
    const foreign = await DuckDBInstance.create(path("foreign.duckdb"));
    foreign.closeSync();
    for (const name of ["missing.duckdb", "text.duckdb", "short.duckdb", "stub.duckdb", "foreign.duckdb"]) {
      const error = await failure(contentOf(path(name)));
      expect(error, name).toBeInstanceOf(InputError);
      expect((error as InputError).next).not.toBe("");
      expect((error as InputError).place.path).toBe(path(name));
    }
    expect(existsSync(path("missing.duckdb"))).toBe(false);
  });

  it("is refused when bytes inside it were changed", async () => {
    const good = await snapshotOf(
      "whole.duckdb",
      handed({
        nodes: Array.from({ length: 3000 }, (_, index) =>
          node({ id: `n${index}`, kind: "host", native: { index } }),
        ),
      }),
    );
    const bytes = readFileSync(good);
    bytes.fill(0xaa, Math.floor(bytes.length / 4), Math.floor((bytes.length * 3) / 4));
    writeFileSync(path("dented.duckdb"), bytes);
    expect(await failure(contentOf(path("dented.duckdb")))).toBeInstanceOf(InputError);
  });

  it("is refused when it has another schema version, with both numbers", async () => {
    const good = await snapshotOf("versioned.duckdb", handed());
    const newer = await changed(
      "newer.duckdb",
      good,
      "UPDATE stored.meta SET value = '3' WHERE key = 'schema_version'",
    );
    expect(await failure(openSnapshot(newer))).toMatchObject({
      name: "InputError",
      message: "the snapshot has schema version 3, this causeway reads 2",
      next: expect.stringContaining("newer"),
    });
  });

  it("is refused at the row that does not fit, by table and row", async () => {
    const good = await snapshotOf(
      "rows.duckdb",
      handed({
        nodes: [node({ id: "a", kind: "host" })],
        edges: [edge("a -host-> b")],
        answers: [ANSWER],
        ledger: [LEDGER],
        gaps: [GAP],
      }),
    );
    const cases: [string, string][] = [
      ["UPDATE stored.nodes SET body = 'not json'", "row 1 of the table nodes does not fit: it is not JSON"],
      [
        `UPDATE stored.nodes SET body = '{"id":"a","kind":"host"}'`,
        "row 1 of the table nodes does not fit: the row lacks the member",
      ],
      [
        "UPDATE stored.nodes SET body = 'null'",
        "row 1 of the table nodes does not fit: /kind is missing, is not a kind of the model",
      ],
      [
        "UPDATE stored.edges SET place = '[]'",
        "row 1 of the table edges does not fit: /at must be an object",
      ],
      [
        "UPDATE stored.gaps SET body = '[]'",
        "row 1 of the table gaps does not fit: the row must be an object",
      ],
      [
        "UPDATE stored.answers SET output = '7'",
        "row 1 of the table answers does not fit: /output must be an object",
      ],
      [
        `UPDATE stored.ledger SET body = replace(body, 'ok', 'fine')`,
        "row 1 of the table ledger does not fit: /status must be one of",
      ],
    ];
    for (const [index, [statement, message]] of cases.entries()) {
      const error = await failure(contentOf(await changed(`row-${index}.duckdb`, good, statement)));
      expect(error).toBeInstanceOf(InputError);
      expect(error.message).toContain(message);
    }
  });
});
