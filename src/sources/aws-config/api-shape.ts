import { isObject, type Json, type JsonObject } from "../../model/index.js";

/** Members whose first letter alone does not make the API's name. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ["dNSName", "DNSName"],
  ["dnsname", "DNSName"],
  ["vpcid", "VPCId"],
  ["sslcertificateId", "SSLCertificateId"],
]);

/**
 * A configuration in the shape in which the API answers: its names begin with capitals, what is null there is absent,
 * and a word stands for itself (queries wrap some: `state: { value: "available" }`).
 */
export function apiShape(value: Json): Json {
  if (Array.isArray(value)) return value.map(apiShape);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).filter(([, member]) => member !== null);
  const [only] = entries;
  if (entries.length === 1 && only?.[0] === "value" && typeof only[1] === "string") return only[1];
  return Object.fromEntries(entries.map(([name, member]) => [apiName(name), apiShape(member ?? null)]));
}

/** The same for an object that stays one. */
export function apiObject(value: JsonObject): JsonObject {
  const shaped = apiShape(value);
  return isObject(shaped) ? shaped : {};
}

/** The API's name of a member. */
export function apiName(name: string): string {
  return NAMES.get(name) ?? name.slice(0, 1).toUpperCase() + name.slice(1);
}
