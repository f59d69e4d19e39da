import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { FolderWatch } from "../../src/cli/folder-watch.js";
import { causeway, emptyFolder, ROOT } from "./causeway.js";

const POLICY = "policies/network/no_telnet/policy.rego";
/** The compiler starts cold, on a machine that may be busy. */
const PATIENT = 180_000;

class Watched {
  out = "";
  err = "";
  private readonly child: ChildProcess;
  readonly ended: Promise<number | null>;

  constructor(folder: string, args: readonly string[] = []) {
    const main = join(ROOT, "dist/bundle/main.js");
    this.child = spawn(process.execPath, [main, "policies", "test", "policies", "--watch", ...args], {
      cwd: folder,
      env: { ...process.env, NO_COLOR: "1" },
    });
    this.child.stdout?.on("data", (text) => {
      this.out += String(text);
    });
    this.child.stderr?.on("data", (text) => {
      this.err += String(text);
    });
    this.ended = new Promise((resolve) => this.child.on("exit", (code) => resolve(code)));
  }

  /** Waits until this many runs are done and it waits for a change. */
  async runs(number: number): Promise<string> {
    const begun = Date.now();
    for (;;) {
      const done = this.err.split("Ctrl-C ends").length - 1;
      if (done >= number) return this.out;
      if (Date.now() - begun > PATIENT) throw new Error(`after ${done} runs: ${this.out}${this.err}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  interrupt(): Promise<number | null> {
    this.child.kill("SIGINT");
    return this.ended;
  }
}

let watched: Watched | undefined;
afterEach(async () => {
  await watched?.interrupt();
  watched = undefined;
});

/** A folder with the policy that `policies new` writes, and its failing test. */
function written(): string {
  const folder = emptyFolder();
  expect(causeway(["policies", "new", "network/no_telnet"], folder).code).toBe(0);
  return folder;
}

function edit(folder: string, change: (text: string) => string): void {
  const path = join(folder, POLICY);
  writeFileSync(`${path}~`, change(readFileSync(path, "utf8")));
  renameSync(`${path}~`, path);
}

const TELNET = (text: string) => text.replace("<= 0", "<= 23").replace(">= 0", ">= 23");

describe("policies test --watch", () => {
  it(
    "runs again at each change, through broken Rego and files that come and go",
    async () => {
      const folder = written();
      watched = new Watched(folder);
      expect(await watched.runs(1)).toMatch(/2 passed, 1 failed, 0 skipped in \d+ ms\n$/);
      edit(folder, TELNET);
      expect(await watched.runs(2)).toMatch(/3 passed, 0 failed, 0 skipped in \d+ ms\n$/);
      expect(watched.err).toContain(`changed: ${POLICY}`);
      edit(folder, (text) => text.replace("findings contains", "findings contain"));
      expect(await watched.runs(3)).toMatch(/broken after \d+ ms\n$/);
      expect(watched.err).toContain(`at ${POLICY}:`);
      edit(folder, (text) => text.replace("findings contain ", "findings contains "));
      expect(await watched.runs(4)).toMatch(/3 passed, 0 failed/);
      mkdirSync(join(folder, "policies/network/later"));
      const test = "package policies.network.later_test\n\ntest_later if 1 == 1\n";
      writeFileSync(join(folder, "policies/network/later/policy_test.rego"), test);
      expect(await watched.runs(5)).toMatch(/4 passed, 0 failed, 0 skipped in \d+ ms\n$/);
      rmSync(join(folder, "policies/network/later"), { recursive: true });
      expect(await watched.runs(6)).toMatch(/3 passed, 0 failed, 0 skipped in \d+ ms\n$/);
      rmSync(join(folder, "policies"), { recursive: true });
      await watched.runs(7);
      expect(watched.err).toContain("there is no folder policies");
      expect(await watched.interrupt()).toBe(2);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: nothing moves the cursor in a pipe.
      expect(`${watched.out}${watched.err}`).not.toMatch(/\u001b|\r/);
    },
    PATIENT * 2,
  );

  it(
    "ends by Ctrl-C with the exit code of the last run, and writes JSON a line",
    async () => {
      const folder = written();
      watched = new Watched(folder, ["--format", "json", "--coverage"]);
      const first = JSON.parse(await watched.runs(1));
      expect(first).toMatchObject({ ok: false, passed: 2, failed: 1, coverage: { notCoveredLines: 7 } });
      edit(folder, TELNET);
      const [, second = ""] = (await watched.runs(2)).trim().split("\n");
      expect(JSON.parse(second)).toMatchObject({ ok: true, passed: 3, coverage: { percent: 100 } });
      edit(folder, (text) => text.replace("findings contains", "findings contain"));
      const [, , third = ""] = (await watched.runs(3)).trim().split("\n");
      expect(JSON.parse(third)).toMatchObject({
        ok: false,
        error: expect.stringContaining("do not compile"),
      });
      edit(folder, (text) => text.replace("findings contain ", "findings contains "));
      await watched.runs(4);
      expect(await watched.interrupt()).toBe(0);
    },
    PATIENT * 2,
  );
});

it("notices that a packed bundle is replaced", async () => {
  const folder = emptyFolder();
  const bundle = join(folder, "bundle.tar.gz");
  writeFileSync(bundle, "one");
  const watch = new FolderWatch([bundle]);
  const changed = watch.changed(AbortSignal.timeout(PATIENT));
  writeFileSync(join(folder, "beside.rego"), "not watched");
  writeFileSync(`${bundle}.new`, "another");
  renameSync(`${bundle}.new`, bundle);
  expect(await changed).toEqual([bundle]);
});
