import { trustChains } from "../../derive/index.js";
import type { Graph } from "../../graph/index.js";
import { UsageError } from "../../model/index.js";
import { renderTrust } from "../../report/index.js";
import { readSettings } from "../config-file.js";
import { openEstate, snapshotPath } from "../estate.js";
import { EXIT } from "../exit-codes.js";
import type { Io } from "../io.js";

interface TrustOptions {
  readonly config?: string;
  readonly snapshot?: string;
  readonly to: string;
  readonly from?: string;
  readonly json?: boolean;
}

/** `causeway trust`: who can become a role. With --from a question of yes or no: 1 for yes, 3 for perhaps. */
export async function trust(options: TrustOptions, io: Io): Promise<number> {
  const settings = readSettings(options.config);
  const { graph } = await openEstate(snapshotPath(settings, options.snapshot));
  const answer = trustChains(graph).ask(roleNamed(graph, options.to), options.from);
  if (answer === null)
    throw new UsageError(
      `nobody in the snapshot is called ${options.from}`,
      "name a role, user or provider by its ARN, an account by its id, a service, or anyone",
    );
  io.out(
    options.json === true
      ? `${JSON.stringify(answer, null, 2)}\n`
      : renderTrust(answer, { colour: io.colour }),
  );
  if (options.from === undefined) return EXIT.clean;
  if (answer.chains.length === 0) return answer.gaps.length === 0 ? EXIT.clean : EXIT.incomplete;
  return answer.chains.some(({ sure }) => sure) ? EXIT.findings : EXIT.incomplete;
}

function roleNamed(graph: Graph, name: string): string {
  const roles = graph.find(name).filter(({ kind }) => kind === "role");
  const [role] = roles;
  if (role === undefined)
    throw new UsageError(
      `no role in the snapshot is called ${name}`,
      "look for it: causeway query \"select id from nodes where kind = 'role'\"",
    );
  if (roles.length === 1) return role.id;
  throw new UsageError(`${name} is ambiguous: ${roles.map(({ id }) => id).join(", ")}`, "name one of these");
}
