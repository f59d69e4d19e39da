import { derive } from "../../derive/index.js";
import { explainDocument, explainFindings } from "../../evaluate/index.js";
import type { Graph } from "../../graph/index.js";
import { UsageError } from "../../model/errors.js";
import type { EstateNode, Finding } from "../../model/index.js";
import type { Compiled } from "../../rego/index.js";
import { exceptionYaml } from "../../report/index.js";
import { readSettings, type Settings } from "../config-file.js";
import { deriveOptions } from "../derive-options.js";
import { openEstate, snapshotPath } from "../estate.js";
import { EXIT } from "../exit-codes.js";
import type { Io } from "../io.js";
import { withDay, withParameters } from "../parameters.js";
import { compiledFor } from "../policy-set.js";
import { today } from "../today.js";

interface ExplainOptions {
  readonly config?: string;
  readonly snapshot?: string;
  readonly policies?: string[];
  readonly profile?: string;
  readonly policy?: string;
  readonly exceptions?: boolean;
}

/**
 * `causeway explain`: the exact document, as JSON on standard output, so that `opa eval -i` takes it; with
 * --exceptions an entry to fill in for each finding, as YAML.
 */
export async function explain(subject: string, options: ExplainOptions, io: Io): Promise<number> {
  const settings = readSettings(options.config, options.profile);
  const compiled = await compiledFor(settings, options.policies, io.err);
  const { policy } = options;
  if (policy !== undefined && !compiled.manifest.policies.some(({ id }) => id === policy)) {
    throw new UsageError(`there is no policy ${policy}`, "see causeway policies list");
  }
  const { graph } = await openEstate(snapshotPath(settings, options.snapshot));
  const { id } = called(graph, subject);
  if (options.exceptions) {
    const findings = findingsIn({ graph, settings, compiled }, id, policy);
    io.out(findings.map((finding) => `# ${finding.message}\n${exceptionYaml(finding)}`).join(""));
    if (findings.length === 0) io.err(`nothing is wrong with ${subject} that could be excepted\n`);
    return EXIT.clean;
  }
  const document = explainDocument({
    graph,
    derived: derive(graph, deriveOptions(settings)),
    manifest: compiled.manifest,
    subject: id,
    ...(policy === undefined ? {} : { policy }),
  });
  io.out(`${JSON.stringify(document, null, 2)}\n`);
  return EXIT.clean;
}

/** The one node of that name. */
function called(graph: Graph, subject: string): EstateNode {
  const nodes = graph.find(subject);
  const [node] = nodes;
  if (node === undefined) {
    throw new UsageError(
      `nothing in the snapshot is called ${subject}`,
      'look for it: causeway query "select id, label from nodes"',
    );
  }
  if (nodes.length === 1) return node;
  throw new UsageError(
    `${subject} is ambiguous: ${nodes.map(({ id }) => id).join(", ")}`,
    "name one of these ids",
  );
}

interface Ground {
  readonly graph: Graph;
  readonly settings: Settings;
  readonly compiled: Compiled;
}

function findingsIn({ graph, settings, compiled }: Ground, subject: string, policy?: string): Finding[] {
  return explainFindings({
    graph,
    derived: derive(graph, deriveOptions(settings)),
    compiled: { ...compiled, data: withDay(withParameters(compiled, settings), compiled, today()) },
    subject,
    policies: compiled.manifest.policies.filter(({ id }) => policy === undefined || id === policy),
  });
}
