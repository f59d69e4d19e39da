import { derive } from "../../derive/index.js";
import { explainDocument } from "../../evaluate/index.js";
import { UsageError } from "../../model/errors.js";
import { readSettings } from "../config-file.js";
import { deriveOptions } from "../derive-options.js";
import { openEstate, snapshotPath } from "../estate.js";
import { EXIT } from "../exit-codes.js";
import type { Io } from "../io.js";
import { compiledFor } from "../policy-set.js";

interface ExplainOptions {
  readonly config?: string;
  readonly snapshot?: string;
  readonly policies?: string[];
  readonly policy?: string;
}

/** `causeway explain`: the exact document, as JSON on standard output, so that `opa eval -i` takes it. */
export async function explain(subject: string, options: ExplainOptions, io: Io): Promise<number> {
  const settings = readSettings(options.config);
  const compiled = await compiledFor(settings, options.policies, io.err);
  const { policy } = options;
  if (policy !== undefined && !compiled.manifest.policies.some(({ id }) => id === policy)) {
    throw new UsageError(`there is no policy ${policy}`, "see causeway policies list");
  }
  const { graph } = await openEstate(snapshotPath(settings, options.snapshot));
  const nodes = graph.find(subject);
  const [node] = nodes;
  if (node === undefined) {
    throw new UsageError(
      `nothing in the snapshot is called ${subject}`,
      'look for it: causeway query "select id, label from nodes"',
    );
  }
  if (nodes.length > 1) {
    throw new UsageError(
      `${subject} is ambiguous: ${nodes.map(({ id }) => id).join(", ")}`,
      "name one of these ids",
    );
  }
  const derived = derive(graph, deriveOptions(settings));
  const manifest = compiled.manifest;
  const document = explainDocument({
    graph,
    derived,
    manifest,
    subject: node.id,
    ...(policy === undefined ? {} : { policy }),
  });
  io.out(`${JSON.stringify(document, null, 2)}\n`);
  return EXIT.clean;
}
