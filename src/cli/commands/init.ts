import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { UsageError } from "../../model/errors.js";
import { EXIT } from "../exit-codes.js";
import type { Io } from "../io.js";

const CONFIG = `# yaml-language-server: $schema=./node_modules/causeway/reports/schema/causeway.schema.json
version: 1
snapshot: estate.duckdb
out: out

sources:
  # The account of the default AWS credential chain; all enabled Regions unless you name some.
  aws: {}
  # A whole organization, by a role that causeway permissions --format cloudformation makes:
  # aws:
  #   accounts: organization
  #   role: { name: causeway, externalId: x-42 }
  #   optOut: { units: [Workloads/Sandbox], regions: [], services: [] }
  # Or answers saved with the AWS CLI, one folder an estate:
  # files: [answers]
  # A data centre:
  # inventory: [datacentre/inventory.yaml]
  # nftables: [{ path: datacentre/edge.json, host: fw-1 }]

# A baseline that this file is laid over:
# extends: ../company/baseline.yaml

policies:
  folders: [policies]
  # disabled: [logging/*, "framework:dora"]
  # severities: { network/no_telnet: high }
  # parameters: { exposure/only_authorized_ports_from_internet: { tcp: [443] } }

# Chosen by --profile NAME, or here by profile: NAME.
# profiles:
#   cis: { only: ["framework:cis-aws-5.0"] }

# Exit 1 from this severity on.
failOn: low

# exceptions:
#   - policy: exposure/no_admin_ports_from_internet
#     subject: sg-0123456789abcdef0
#     state: "9da8ce70385a04a9" # as causeway explain SUBJECT --exceptions tells it: what changes is open again
#     owner: platform@example.com
#     reason: bastion until the session broker is live
#     ticket: NET-123
#     expires: 2027-03-31
`;

/** `causeway init`: a configuration to start from. Never overwrites without --force. */
export async function init(options: { force?: boolean }, io: Io): Promise<number> {
  if (existsSync("causeway.yaml") && !options.force) {
    throw new UsageError(
      "there is a causeway.yaml here already",
      "edit it, or overwrite it with causeway init --force",
    );
  }
  writeFileSync("causeway.yaml", CONFIG);
  mkdirSync("policies", { recursive: true });
  io.out(
    "wrote causeway.yaml and policies/\nnext: causeway doctor, then causeway collect && causeway scan\n",
  );
  return EXIT.clean;
}
