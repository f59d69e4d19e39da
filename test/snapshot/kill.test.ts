import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSnapshot } from "../../src/snapshot/index.js";
import { contentOf, edge, handed, newFolder, node } from "./estate.js";

const ROOT = join(import.meta.dirname, "../..");
const built = join(ROOT, `node_modules/.cache/causeway-kill-test-${process.pid}`);
const folder = newFolder();
const PER_ADD = 40;

/** What the n-th `add` hands over; the child has the same in JavaScript below. */
function nth(index: number) {
  const ids = Array.from({ length: PER_ADD }, (_, item) => `n${index}-${item}`);
  return handed({
    nodes: ids.map((id) => node({ id, kind: "host", native: { filler: "x".repeat(2000) } })),
    edges: ids.map((id) => edge(`${id} -network-> vpc`)),
    answers: [
      {
        source: "aws",
        uri: `a${index}.json`,
        service: "ec2",
        operation: "DescribeInstances",
        input: {},
        output: { index },
      },
    ],
  });
}

const CHILD = `
import { createSnapshot } from "./snapshot.js";
const [path, most] = process.argv.slice(2);
const template = JSON.parse(process.env.ADD);
const writer = await createSnapshot(path);
for (let index = 0; index < Number(most); index++) {
  await writer.add(JSON.parse(JSON.stringify(template).replaceAll("n0-", "n" + index + "-").replaceAll('a0.json', 'a' + index + '.json').replaceAll('"index":0', '"index":' + index)));
  process.stdout.write("added\\n");
}
process.stdout.write("finishing\\n");
await writer.finish();
process.stdout.write("finished\\n");
`;

beforeAll(async () => {
  mkdirSync(built, { recursive: true });
  await build({
    root: ROOT,
    configFile: false,
    logLevel: "silent",
    build: {
      ssr: join(ROOT, "src/snapshot/index.ts"),
      outDir: built,
      emptyOutDir: true,
      rollupOptions: { output: { entryFileNames: "snapshot.js" } },
    },
  });
  writeFileSync(join(built, "package.json"), '{"type":"module"}');
  writeFileSync(join(built, "child.js"), CHILD);
});

afterAll(() => rmSync(built, { recursive: true, force: true }));

interface Run {
  readonly added: number;
  readonly finished: boolean;
}

/** Runs the child and kills it after so many milliseconds from the moment that `from` is printed, or from its start. */
function killed(
  path: string,
  { most, from, after }: { most: number; from: string; after: number },
): Promise<Run> {
  const child: ChildProcess = spawn(process.execPath, [join(built, "child.js"), path, String(most)], {
    env: { ...process.env, ADD: JSON.stringify(nth(0)) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  let armed = false;
  if (from === "") setTimeout(() => child.kill("SIGKILL"), after);
  child.stdout?.on("data", (data) => {
    output += data;
    if (from === "" || armed || !output.includes(from)) return;
    armed = true;
    setTimeout(() => child.kill("SIGKILL"), after);
  });
  return new Promise((resolve) => {
    child.on("close", () =>
      resolve({ added: output.split("added\n").length - 1, finished: output.includes("finished") }),
    );
  });
}

async function hashOfFirst(count: number): Promise<string> {
  const path = join(folder, `first-${count}.duckdb`);
  const writer = await createSnapshot(path);
  for (let index = 0; index < count; index++) await writer.add(nth(index));
  await writer.finish();
  return (await contentOf(path)).hash;
}

describe("a collection that is killed", () => {
  // Spread over the first seconds by an odd stride, so that runs hit different phases of an add.
  it.each(Array.from({ length: 12 }, (_, round) => [round, (round * 137) % 900]))(
    "leaves every add that was confirmed, whole, and says that it is not complete (round %i)",
    async (round, after) => {
      const path = join(folder, `killed-${round}.duckdb`);
      const run = await killed(path, { most: 100_000, from: "added", after });
      const content = await contentOf(path);
      const adds = content.answers.length;
      expect(run.added).toBeGreaterThan(0);
      // The last one may have been kept without the word about it getting out.
      expect([run.added, run.added + 1]).toContain(adds);
      expect(content.nodes).toHaveLength(adds * PER_ADD);
      expect(content.edges).toHaveLength(adds * PER_ADD);
      expect(content.complete).toBe(false);
      expect(content.gaps).toHaveLength(1);
      if (round % 4 === 0) expect(content.hash).toBe(await hashOfFirst(adds));
    },
  );

  it.each([0, 2, 5, 9, 14, 20, 30, 60])(
    "over an earlier snapshot leaves that one, or the new one, %i ms into its end",
    async (after) => {
      const path = join(folder, `replaced-${after}.duckdb`);
      const earlier = await createSnapshot(path);
      await earlier.add(handed({ nodes: [node({ id: "old", kind: "host" })] }));
      await earlier.finish();
      const run = await killed(path, { most: 20, from: "finishing", after });
      const content = await contentOf(path);
      expect(content.complete).toBe(true);
      expect([1, 20 * PER_ADD]).toContain(content.nodes.length);
      if (run.finished) expect(content.nodes).toHaveLength(20 * PER_ADD);
      const again = await createSnapshot(path);
      await again.finish();
      expect((await contentOf(path)).nodes).toEqual([]);
    },
  );

  it("leaves nothing, or a snapshot, when it had hardly begun, and does not stand in the way of the next", async () => {
    for (let after = 60; after < 600; after += 45) {
      const path = join(folder, `early-${after}.duckdb`);
      await killed(path, { most: 100_000, from: "", after });
      if (existsSync(path)) expect((await contentOf(path)).complete).toBe(false);
      await (await createSnapshot(path)).finish();
      expect((await contentOf(path)).complete).toBe(true);
    }
  });

  it("cannot be written by two at once", async () => {
    const path = join(folder, "shared.duckdb");
    const run = killed(path, { most: 100_000, from: "added", after: 4000 });
    // Who reads before the writer holds the file keeps it from being written.
    while (!existsSync(path)) await new Promise((resolve) => setTimeout(resolve, 20));
    await new Promise((resolve) => setTimeout(resolve, 500));
    let message = "";
    for (let tries = 0; tries < 200 && message === ""; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 25));
      message = await contentOf(path).then(
        () => "",
        (error: Error) => (/another process/.test(error.message) ? error.message : ""),
      );
    }
    await run;
    expect(message).toBe(`${path} is being written by another process`);
  });
});
