import type { Json, JsonObject } from "../../model/index.js";

/**
 * Members that hold credentials or user data, in the answers of the calls we make or in those that
 * somebody saved beside them. Causeway has no use for them and keeps none.
 */
const SECRET = new Set([
  "AccessKeyId",
  "authKey",
  "customerRouterConfig",
  "AuthToken",
  "ClientSecret",
  "Credentials",
  "CustomerGatewayConfiguration",
  "KeyMaterial",
  "MasterUserPassword",
  "Password",
  "PasswordData",
  "PreSharedKey",
  "PrivateKey",
  "SecretAccessKey",
  "SecretBinary",
  "SecretString",
  "SessionToken",
  "SharedSecret",
  "UserData",
  "Variables",
]);

export const REMOVED = "(removed)";

/** A copy without secrets; what was there is said, not what it was. */
export function withoutSecrets(value: JsonObject): JsonObject {
  return clean(value) as JsonObject;
}

function clean(value: Json): Json {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(clean);
  const entries = Object.entries(value);
  // Entries, not assignment: a member named __proto__ stays a member.
  return Object.fromEntries(entries.map(([key, member]) => [key, SECRET.has(key) ? REMOVED : clean(member)]));
}
