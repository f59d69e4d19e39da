import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pointAwsAt } from "./aws-environment.js";

const ROOT = join(import.meta.dirname, "../..");

export interface Moto {
  readonly endpoint: string;
  /** Forgets everything. */
  reset(): Promise<void>;
  stop(): Promise<void>;
}

let reason: string | null | undefined;

/** Why the emulator cannot run here; null where it can. Makes the virtual environment if need be. */
export function motoMissing(): string | null {
  if (reason !== undefined) return reason;
  const made = spawnSync("bash", [join(ROOT, "test/setup/moto.sh")], { encoding: "utf8", timeout: 400_000 });
  reason =
    made.status === 0 ? null : (made.error?.message ?? made.stderr.trim().split("\n").at(-1) ?? "it failed");
  return reason;
}

/** Tests that need the emulator: skipped by name with the reason where it is missing, and a failure in CI. */
export function describeWithMoto(name: string, body: () => void): void {
  const missing = motoMissing();
  if (missing === null) describe(name, body);
  else if (process.env["CI"] === "true") it(name, () => expect.fail(`moto cannot run: ${missing}`));
  else describe.skip(`${name} (moto cannot run: ${missing})`, body);
}

/** Starts the emulator on a free loopback port, and waits until it answers. */
export async function startMoto(): Promise<Moto> {
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const server = spawn(join(ROOT, ".venv/bin/moto_server"), ["-H", "127.0.0.1", "-p", String(port)], {
    env: { ...process.env, MOTO_EC2_LOAD_DEFAULT_AMIS: "false" },
    stdio: "ignore",
  });
  await answering(endpoint, server);
  return {
    endpoint,
    reset: async () => void (await fetch(`${endpoint}/moto-api/reset`, { method: "POST" })),
    stop: () => stopped(server),
  };
}

/** Before the tests of a block the emulator is started, the SDK pointed at it, and it is filled; after them it ends. */
export function withMoto(
  fill: (moto: Moto) => Promise<void>,
  environment: Readonly<Record<string, string>> = {},
): void {
  const ends: (() => unknown)[] = [];
  beforeAll(async () => {
    const moto = await startMoto();
    ends.push(moto.stop, pointAwsAt(moto.endpoint, environment));
    await fill(moto);
  });
  afterAll(async () => {
    for (const end of ends.splice(0).reverse()) await end();
  });
}

async function answering(endpoint: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (server.exitCode !== null) throw new Error(`moto_server ended with ${server.exitCode}`);
    const answer = await fetch(`${endpoint}/moto-api/data.json`).catch(() => null);
    if (answer?.ok === true) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  server.kill("SIGKILL");
  throw new Error("moto_server does not answer");
}

function stopped(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return Promise.resolve();
  return new Promise((done) => {
    server.once("exit", () => done());
    server.kill("SIGTERM");
  });
}

export function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => done(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
