import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../src/cli/run.js";
import type { Ran } from "./causeway.js";

/** Runs a command line in this process, beside servers of the test's, with this text as `causeway.yaml`. */
export async function inProcess(
  config: string,
  args: readonly string[],
  folder = mkdtempSync(join(tmpdir(), "causeway-test-")),
): Promise<Ran> {
  const file = join(folder, "causeway.yaml");
  writeFileSync(file, config);
  let [out, err] = ["", ""];
  const io = {
    out(text: string) {
      out += text;
    },
    err(text: string) {
      err += text;
    },
    progress: () => undefined,
    columns: 100,
    colour: false,
  };
  const code = await run(["node", "causeway", "--config", file, ...args], io);
  return { code, out, err };
}
