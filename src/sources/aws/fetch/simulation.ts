import { isObject, type Json, type JsonObject } from "../../../model/index.js";
import { REGISTRY } from "../registry.js";
import { callOf } from "../resource.js";
import { roleArn } from "./assumed-role.js";
import type { Me, Seat } from "./estate-clients.js";

/** Actions that one simulation is asked about. */
const PART = 100;

/**
 * Calls that the policies of whoever we are do not allow, by what IAM says of them, with those of the organization.
 * What it cannot know (policies of resources and of sessions, conditions) may still refuse.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html
 * @returns null where we may not ask, or are nobody whose policies can be asked about
 */
export async function simulatedDenials(seat: Seat, me: Me): Promise<Map<string, string> | null> {
  try {
    const source = await principalOf(seat, me);
    if (source === null) return null;
    const denied = await deniedActions(seat, { me, source });
    return new Map(
      REGISTRY.flatMap((resource) => {
        const missing = resource.actions.filter((action) => denied.has(action));
        return missing.length === 0
          ? []
          : [[callOf(resource), `not allowed: ${missing.join(", ")}`] as const];
      }),
    );
  } catch {
    // Refused, or not known there: whoever asks tries the calls themselves.
    return null;
  }
}

/** The role behind a session, or the user. The ARN of a session leaves out the path of its role. */
async function principalOf({ clients }: Seat, { arn, home, partition, account }: Me): Promise<string | null> {
  if (arn === undefined || account === undefined) return null;
  const [, role] = /^arn:[a-z-]+:sts::\d{12}:assumed-role\/([^/]+)\//.exec(arn) ?? [];
  if (role === undefined) return /:user\//.test(arn) && arn.includes(":iam:") ? arn : null;
  try {
    const { Role } = await clients.send("iam", "GetRole", { region: home, input: { RoleName: role } });
    const told = isObject(Role ?? null) ? (Role as JsonObject)["Arn"] : null;
    if (typeof told === "string") return told;
  } catch {
    // Most roles have no path.
  }
  return roleArn(partition, account, { name: role });
}

async function deniedActions(seat: Seat, { me, source }: { me: Me; source: string }): Promise<Set<string>> {
  const actions = [...new Set(REGISTRY.flatMap((resource) => resource.actions))].sort();
  const [denied, told] = [new Set<string>(), new Set<string>()];
  for (let from = 0; from < actions.length; from += PART) {
    const asked = { PolicySourceArn: source, ActionNames: actions.slice(from, from + PART) };
    for (const result of await results(seat, me, asked)) {
      const { EvalActionName: action } = result;
      if (typeof action !== "string") continue;
      told.add(action.toLowerCase());
      if (!isAllowed(result)) denied.add(action.toLowerCase());
    }
  }
  // Who needs no permission is refused none; what nobody told of is not known to be allowed.
  return new Set(
    actions.filter((action) => {
      const name = action.toLowerCase();
      return action !== "sts:GetCallerIdentity" && (denied.has(name) || !told.has(name));
    }),
  );
}

async function results({ clients }: Seat, { home }: Me, asked: JsonObject): Promise<JsonObject[]> {
  const found: JsonObject[] = [];
  let marker: Json | undefined;
  do {
    const input = { ...asked, ...(marker === undefined ? {} : { Marker: marker }) };
    const output = await clients.send("iam", "SimulatePrincipalPolicy", { region: home, input });
    const { EvaluationResults: list, IsTruncated: more } = output;
    found.push(...(Array.isArray(list) ? list.filter(isObject) : []));
    marker = more === true ? output["Marker"] : undefined;
  } while (typeof marker === "string");
  return found;
}

function isAllowed({ EvalDecision: decision, OrganizationsDecisionDetail: detail }: JsonObject): boolean {
  const byOrganization = isObject(detail ?? null) ? (detail as JsonObject)["AllowedByOrganizations"] : true;
  return decision === "allowed" && byOrganization !== false;
}
