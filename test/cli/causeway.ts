import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const ROOT = join(import.meta.dirname, "../..");
const MAIN = join(ROOT, "dist/bundle/main.js");

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built program as its users do, in a folder of its own. */
export function causeway(args: readonly string[], cwd: string, env: Record<string, string> = {}): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", CAUSEWAY_TODAY: "2026-01-31", ...env },
    maxBuffer: 64 << 20,
  });
  return { code: status, out: stdout, err: stderr };
}

/** An empty folder that only this test uses. */
export function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), "causeway-test-"));
}

/** A folder with the sample estate in it. */
export function sampleFolder(): string {
  const folder = emptyFolder();
  cpSync(join(ROOT, "test/estates/sample"), folder, { recursive: true });
  return folder;
}
