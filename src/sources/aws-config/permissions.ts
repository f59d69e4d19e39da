import { isObject, type Json, type JsonObject } from "../../model/index.js";

/**
 * The permissions of a security group. Config keeps IPv4 blocks twice: as texts under `ipRanges`, and with their
 * descriptions under `ipv4Ranges`; the API has the latter under the former's name.
 */
export function permissionsOf(group: JsonObject): JsonObject {
  const { IpPermissions: ingress, IpPermissionsEgress: egress } = group;
  return { ...group, IpPermissions: listOf(ingress), IpPermissionsEgress: listOf(egress) };
}

function listOf(permissions: Json | undefined): Json[] {
  return Array.isArray(permissions) ? permissions.map(permissionOf) : [];
}

function permissionOf(permission: Json): Json {
  if (!isObject(permission)) return permission;
  const { Ipv4Ranges: described, IpRanges: texts, ...rest } = permission;
  const known = Array.isArray(described) ? described : [];
  const named = new Set(known.filter(isObject).map(({ CidrIp }) => CidrIp));
  const others = (Array.isArray(texts) ? texts : [])
    .filter((text) => !named.has(text))
    .map((text) => (typeof text === "string" ? { CidrIp: text } : text));
  return { ...rest, IpRanges: [...known, ...others] };
}
