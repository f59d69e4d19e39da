import { join } from "node:path";
import { compilePolicies } from "../../rego/index.js";
import { readSettings } from "../config-file.js";
import { EXIT } from "../exit-codes.js";
import { writeWhole } from "../files.js";
import type { Io } from "../io.js";
import { builtInModules, modulesIn, shippedCache } from "../policy-set.js";

interface CompileOptions {
  readonly config?: string;
  readonly output: string;
  readonly builtIn: boolean;
}

/** `causeway policies compile`: the WASM, its manifest and its data, for other engines and for a look. */
export async function compile(folders: readonly string[], options: CompileOptions, io: Io): Promise<number> {
  readSettings(options.config);
  const builtIn = builtInModules(options.builtIn);
  const own = folders.flatMap((folder) => modulesIn(folder, "custom", io.err));
  const { wasm, manifest, data } = await compilePolicies({
    modules: [...builtIn, ...own],
    cacheDirs: [shippedCache()],
  });
  writeWhole(join(options.output, "policies.wasm"), wasm);
  writeWhole(join(options.output, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  writeWhole(join(options.output, "data.json"), `${JSON.stringify(data, null, 2)}\n`);
  io.out(`compiled ${manifest.policies.length} policies (${wasm.length} bytes) into ${options.output}\n`);
  return EXIT.clean;
}
