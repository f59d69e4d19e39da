import { stringify } from "yaml";
import { UsageError } from "../../model/errors.js";
import {
  type AuditRole,
  callerPolicy,
  LeftOut,
  type Resource,
  readPolicies,
  roleInTerraform,
  roleTemplate,
  stackSetTemplate,
} from "../../sources/aws/index.js";
import { awsSource, mustBeServices } from "../aws-source.js";
import { readSettings } from "../config-file.js";
import { EXIT } from "../exit-codes.js";
import type { Io } from "../io.js";
import type { AwsSource } from "../sources.js";

interface PermissionsOptions {
  readonly config?: string;
  readonly format: "policy" | "cloudformation" | "terraform";
  readonly services?: readonly string[];
  readonly caller?: boolean;
  readonly stackSet?: boolean;
  readonly json?: boolean;
  readonly partition: string;
}

/** The role's name where the configuration says none. */
const ROLE = "causeway";

/** `causeway permissions`: what a collection may read, and a role that may do that and nothing else. */
export async function permissions(options: PermissionsOptions, io: Io): Promise<number> {
  const source = awsSource(readSettings(options.config), {});
  const { name = ROLE, externalId, sessionTags = {} } = source.role ?? {};
  const tagged = Object.keys(sessionTags).length > 0;
  mustGoTogether(options);
  if (options.caller === true) {
    io.out(json(callerPolicy({ partition: options.partition, role: name, tagged })));
    return EXIT.clean;
  }
  const policies = readPolicies(askedBy(options, source));
  io.out(text(options, { name, externalId, tagged, policies }));
  return EXIT.clean;
}

function text({ format, stackSet, json: asJson }: PermissionsOptions, role: AuditRole): string {
  if (format === "terraform") return roleInTerraform(role);
  if (format === "policy") return json(role.policies.length === 1 ? role.policies[0] : role.policies);
  const template = stackSet === true ? stackSetTemplate(role) : roleTemplate(role);
  return asJson === true
    ? json(template)
    : stringify(template, { lineWidth: 0, aliasDuplicateObjects: false });
}

/** @throws UsageError for options that would be overlooked */
function mustGoTogether({ format, stackSet, json: asJson, caller }: PermissionsOptions): void {
  if ((stackSet === true || asJson === true) && format !== "cloudformation")
    throw new UsageError("--stack-set and --json are for templates", "add --format cloudformation");
  if (caller === true && format !== "policy")
    throw new UsageError("--caller prints a policy, not a template", "leave --format out");
}

/** The calls of services that are named, or all but those that the configuration leaves out. */
function askedBy({ services }: PermissionsOptions, { optOut }: AwsSource): (resource: Resource) => boolean {
  const leftOut = new LeftOut(optOut);
  if (services === undefined) return (resource) => !leftOut.has(resource);
  mustBeServices(services);
  return ({ service }) => services.includes(service);
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
