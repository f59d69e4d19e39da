import { spawn } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { assembleStream, dumpGraph } from "../../src/graph/index.js";
import { openSnapshot } from "../../src/snapshot/index.js";
import { REGISTRY } from "../../src/sources/aws/registry.js";
import { pointAwsAt } from "../setup/aws-environment.js";
import { type FaultProxy, startFaultProxy } from "../setup/fault-proxy.js";
import { describeWithMoto, type Moto, startMoto } from "../setup/moto-server.js";
import { seed } from "../sources/aws/seed.js";
import { emptyFolder, ROOT } from "./causeway.js";

const REGIONS = ["eu-west-1", "us-east-1"];
/** What is begun anew is any call: a few services show it. */
const ASKED = new Set(["ec2", "elbv2", "iam", "route53", "s3", "sts", "wafv2"]);
const OTHERS = [...new Set(REGISTRY.map(({ service }) => service))].filter((service) => !ASKED.has(service));
const CONFIG = `version: 1\nsources: { aws: { optOut: { services: ${JSON.stringify(OTHERS)} } } }\n`;
/** Each test collects the whole estate several times. */
const MINUTES = { timeout: 300_000 };

/** Runs the built program beside this process, where the emulator's proxy lives. */
function collect(folder: string, args: readonly string[], watch?: (kill: () => void) => void) {
  writeFileSync(join(folder, "causeway.yaml"), CONFIG);
  const child = spawn(
    process.execPath,
    [join(ROOT, "dist/bundle/main.js"), "collect", "--regions", ...REGIONS, "-o", "estate.duckdb", ...args],
    { cwd: folder, stdio: ["ignore", "pipe", "pipe"] },
  );
  let said = "";
  child.stdout.on("data", (chunk) => {
    said += chunk;
  });
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  watch?.(() => child.kill("SIGKILL"));
  return new Promise<{ code: number | null; said: string }>((resolve) => {
    child.on("close", (code) => resolve({ code, said }));
  });
}

/** The estate as it was read, without the times at which it was. */
async function estateIn(folder: string): Promise<string> {
  const reader = await openSnapshot(join(folder, "estate.duckdb"));
  try {
    expect(reader.complete).toBe(true);
    return dumpGraph(await assembleStream(reader.batches())).replaceAll(/,"time":"[^"]*"/g, "");
  } finally {
    await reader.close();
  }
}

describeWithMoto("a collection that is interrupted", () => {
  let moto: Moto;
  let proxy: FaultProxy;
  let undo: () => void;
  /** `always`: who we are, and what the emulator does not know and fails each time. */
  let whole: { estate: string; calls: number; always: number };

  const counted = async (work: () => Promise<unknown>) => {
    const before = proxy.answered();
    await work();
    return proxy.answered() - before;
  };

  beforeAll(async () => {
    moto = await startMoto();
    const direct = pointAwsAt(moto.endpoint);
    await Promise.all(REGIONS.map(seed));
    direct();
    proxy = await startFaultProxy(() => moto.endpoint);
    undo = pointAwsAt(proxy.endpoint);
    const folder = emptyFolder();
    const calls = await counted(async () => expect(await collect(folder, [])).toMatchObject({ code: 0 }));
    const estate = await estateIn(folder);
    const always = await counted(() => collect(folder, ["--resume"]));
    expect(always).toBeLessThan(calls * 0.2);
    whole = { estate, calls, always };
  });
  afterAll(async () => {
    undo?.();
    await proxy?.stop();
    await moto?.stop();
  });

  it(
    "goes on after a kill, twice over, asks for no more than is missing, and ends the same",
    MINUTES,
    async () => {
      const folder = emptyFolder();
      const killedAfter = (share: number) => (kill: () => void) => {
        const end = proxy.answered() + Math.floor(whole.calls * share);
        const timer = setInterval(() => {
          if (proxy.answered() < end) return;
          clearInterval(timer);
          kill();
        }, 2);
      };
      const first = await collect(folder, [], killedAfter(0.6));
      expect(first.code).toBe(null);
      const second = await collect(folder, ["--resume"], killedAfter(0.2));
      expect(second.code).toBe(null);
      const calls = await counted(async () => {
        const last = await collect(folder, ["--resume"]);
        expect(last.code, last.said).toBe(0);
      });
      // Asked again is what was answered since the last write, twice; a server beside us answers many calls in that time.
      expect(calls).toBeLessThan(whole.always + whole.calls * 0.8);
      expect(await estateIn(folder)).toBe(whole.estate);
      expect(readdirSync(folder).sort()).toEqual(["causeway.yaml", "estate.duckdb"]);
    },
  );

  it("asks again for what failed alone, and for nothing that is young enough", MINUTES, async () => {
    const folder = emptyFolder();
    proxy.inject("ec2:DescribeSubnets", "deny", 1);
    expect((await collect(folder, [])).code).toBe(0);
    expect(await estateIn(folder)).not.toBe(whole.estate);
    const before = proxy.tries("ec2:DescribeSubnets");
    const again = await counted(() => collect(folder, ["--resume"]));
    expect(proxy.tries("ec2:DescribeSubnets") - before).toBe(1);
    // What hangs on the subnets is nothing more.
    expect(again).toBe(whole.always + 1);
    expect(await estateIn(folder)).toBe(whole.estate);
    const young = await counted(() => collect(folder, ["--max-age", "1h"]));
    expect(young).toBe(whole.always);
    const old = await counted(() => collect(folder, []));
    expect(old).toBe(whole.calls);
  });

  it("is told what an age is", async () => {
    const { code, said } = await collect(emptyFolder(), ["--max-age", "soon"]);
    expect(code).toBe(2);
    expect(said).toContain("write 90m, 24h or 7d");
  });
});
