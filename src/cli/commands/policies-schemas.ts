import { join } from "node:path";
import { documentSchema } from "../../evaluate/index.js";
import { KINDS, type PolicyMeta } from "../../model/index.js";
import { readSettings } from "../config-file.js";
import { EXIT } from "../exit-codes.js";
import { writeWhole } from "../files.js";
import type { Io } from "../io.js";
import { compiledFor } from "../policy-set.js";

interface SchemasOptions {
  readonly config?: string;
  readonly output: string;
}

/** `causeway policies schemas`: one JSON Schema a kind of subject, for `opa check --schema` and to be read. */
export async function schemas(folders: readonly string[], options: SchemasOptions, io: Io): Promise<number> {
  const settings = readSettings(options.config);
  const { manifest } = await compiledFor(settings, folders.length > 0 ? folders : undefined, io.err);
  for (const { name, text } of schemasOf(manifest.policies)) writeWhole(join(options.output, name), text);
  io.out(
    `wrote ${KINDS.length} schemas into ${options.output}\n` +
      `next: opa check --schema ${options.output} ${folders.join(" ") || "policies"}\n`,
  );
  return EXIT.clean;
}

/** One file a kind, with every relation path that some policy about it reads. */
function schemasOf(policies: readonly PolicyMeta[]): { readonly name: string; readonly text: string }[] {
  return KINDS.map((kind) => {
    const reads = policies.filter(({ subject }) => subject === kind).flatMap((policy) => policy.reads);
    return { name: `${kind}.json`, text: `${JSON.stringify(documentSchema(kind, reads), null, 2)}\n` };
  });
}
