import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { assembleStream, dumpGraph } from "../../src/graph/index.js";
import { openSnapshot } from "../../src/snapshot/index.js";
import { afterEachTest, pointedAt } from "../setup/ends.js";
import { KEPT } from "../setup/model-server/kept.js";
import { type ModelServerOptions, startModelServer } from "../setup/model-server/server.js";
import { emptyFolder, ROOT } from "./causeway.js";

const undo = afterEachTest();

const started = async (options: ModelServerOptions) => pointedAt(await startModelServer(options), undo);

/** The built program beside this process, in which the server lives. */
function causeway(folder: string, args: readonly string[], watch?: (kill: () => void) => void) {
  const child = spawn(process.execPath, [join(ROOT, "dist/bundle/main.js"), ...args], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: "1" },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => {
      said += String(chunk);
    });
  watch?.(() => child.kill("SIGKILL"));
  return new Promise<{ code: number | null; said: string }>((done) => {
    child.on("close", (code) => done({ code, said }));
  });
}

/** Everything that a snapshot holds, without the times at which it was read. */
async function contentOf(path: string): Promise<{ graph: string; all: string }> {
  const reader = await openSnapshot(path);
  try {
    const batches = [];
    for await (const batch of reader.batches()) batches.push(batch);
    const graph = dumpGraph(await assembleStream(reader.batches())).replaceAll(/,"time":"[^"]*"/g, "");
    return { graph, all: JSON.stringify(batches) };
  } finally {
    await reader.close();
  }
}

it("a collection that is killed amid faults goes on where it was, and ends with the same graph", async () => {
  const server = await started({ regions: ["eu-west-1"], items: 1, latency: 5 });
  const [whole, broken] = [emptyFolder(), emptyFolder()];
  expect((await causeway(whole, ["collect", "-o", "e.duckdb"])).code).toBe(0);
  const calls = server.answered();
  server.restart([{ fault: "reset", share: 1 / 10, times: 1 }]);
  const killed = await causeway(broken, ["collect", "-o", "e.duckdb"], (kill) => {
    const timer = setInterval(() => {
      if (server.answered() < calls * 0.6) return;
      clearInterval(timer);
      kill();
    }, 2);
  });
  expect(killed.code).toBe(null);
  server.restart([]);
  const resumed = await causeway(broken, ["collect", "-o", "e.duckdb", "--resume"]);
  expect(resumed.code, resumed.said).toBe(0);
  expect(server.answered()).toBeLessThan(calls * 0.6);
  const [before, after] = [
    await contentOf(join(whole, "e.duckdb")),
    await contentOf(join(broken, "e.duckdb")),
  ];
  expect(after.graph).toBe(before.graph);
}, 180_000);

/** Names of the members that hold the canary. */
function singing(canary: string, text: string): string[] {
  return [...new Set([...text.matchAll(new RegExp(`${canary}-(\\w+)`, "g"))].map(([, name = ""]) => name))];
}

it("what may be secret is neither in the snapshot nor in what is said nor in a report", async () => {
  const canary = "CANARY77e0";
  await started({ regions: ["eu-west-1"], items: 2, canary });
  const folder = emptyFolder();
  const collected = await causeway(folder, ["collect", "-o", "e.duckdb"]);
  expect(collected.code, collected.said).toBe(0);
  const scanned = await causeway(folder, [
    "scan",
    "--snapshot",
    "e.duckdb",
    "--out",
    "out",
    "--fail-on",
    "none",
  ]);
  const reports = readdirSync(join(folder, "out")).map((name) =>
    readFileSync(join(folder, "out", name), "utf8"),
  );
  expect(reports.length).toBeGreaterThan(2);
  const { all } = await contentOf(join(folder, "e.duckdb"));
  const raw = readFileSync(join(folder, "e.duckdb"), "latin1");
  const said = [collected.said, scanned.said, all, ...reports].join("\n");
  // What is kept is kept for a reason. In the bytes of the file one text may stand right behind another.
  const left = singing(canary, said).filter((name) => !KEPT.has(name));
  const isKept = (name: string) => [...KEPT.keys()].some((kept) => name.startsWith(kept));
  expect([...left, ...singing(canary, raw).filter((name) => !isKept(name))]).toEqual([]);
  for (const credential of ["canary/secret+key", "canary-session-token"])
    expect(said + raw).not.toContain(credential);
});
