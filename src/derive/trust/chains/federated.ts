import type { EstateNode } from "../../../model/index.js";
import { admits, type Grant, joined, PERHAPS } from "./grant.js";
import type { Ground } from "./ground.js";
import { type Openings, reasonOf } from "./openings.js";

/** Whoever has a permission set in an account becomes the role that it makes there. */
export function addAssignments({ graph, web, reserved }: Ground): void {
  for (const id of graph.each("assignment")) {
    const node = graph.node(id) as EstateNode<"assignment">;
    const [set] = graph.step(id, "permission_set")?.ids ?? [];
    const named =
      set === undefined ? undefined : (graph.node(set) as EstateNode<"permission-set"> | undefined);
    const role = reserved.get(`${node.scope.account} ${named?.is.name ?? ""}`);
    if (role === undefined) continue;
    const who = web.vertex("identity-center", `${node.is.principalType} ${node.is.principal}`);
    web.link(who, role, { how: "assigned", by: named?.is.name ?? set ?? null });
    const [center] = set === undefined ? [] : (graph.step(set, "identity_center")?.ids ?? []);
    if (center !== undefined) web.link(web.vertex("hidden", `center ${center}`), who);
  }
}

/**
 * Certificates of an anchor become the roles of a profile in the same account and Region, where these trust the service
 * for the anchor. https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html
 */
export function addAnchors({ graph, web }: Ground, openings: Openings): void {
  const profiles = new Map<string, EstateNode<"credential-profile">[]>();
  for (const id of graph.each("credential-profile")) {
    const node = graph.node(id) as EstateNode<"credential-profile">;
    const place = `${node.scope.account} ${node.scope.region}`;
    profiles.set(place, [...(profiles.get(place) ?? []), node]);
  }
  for (const id of graph.each("identity-provider")) {
    const node = graph.node(id) as EstateNode<"identity-provider">;
    if (node.is.protocol !== "x509" || node.is.enabled === false) continue;
    const { account = "", region } = node.scope;
    const anchor = web.vertex("anchor", id);
    for (const profile of profiles.get(`${account} ${region}`) ?? []) {
      if (profile.is.enabled === false) continue;
      const on = node.is.enabled === true && profile.is.enabled === true;
      for (const name of profile.is.roles ?? [])
        for (const { role, way } of openings.toAnchors.get(name) ?? []) {
          const grant = admits(way.keys, fromAnchor(id, account), OF_CERTIFICATE);
          if (grant === null) continue;
          const all: Grant = on ? grant : joined(grant, PERHAPS);
          // https://docs.aws.amazon.com/rolesanywhere/latest/userguide/getting-started.html: policies of a profile bound its sessions.
          const free = profile.is.sessionPolicy === null && profile.is.managedPolicies?.length === 0;
          web.link(anchor, free ? role.vertex : web.bounded(role.vertex), {
            ...reasonOf(way, all),
            ...{ how: "presents-certificate", by: profile.label },
          });
        }
    }
  }
}

/** Parts of the certificate become tags of the session, which its authority chooses. */
const OF_CERTIFICATE = (key: string) =>
  key.startsWith("aws:principaltag/") || key.startsWith("aws:requesttag/");

function fromAnchor(anchor: string, account: string) {
  return (key: string): readonly string[] | undefined =>
    key === "aws:sourcearn" ? [anchor] : key === "aws:sourceaccount" ? [account] : undefined;
}

/** Identity pools give roles to whom they know, and perhaps to guests. https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html */
export function addPools({ graph, web }: Ground, openings: Openings): void {
  for (const id of graph.each("identity-pool")) {
    const { is } = graph.node(id) as EstateNode<"identity-pool">;
    const short = id.slice(id.lastIndexOf("/") + 1);
    const give = (name: string | null | undefined, guest: boolean) => {
      for (const { role, way } of openings.toPools.get(name ?? "") ?? []) {
        const grant = admits(way.keys, fromPool(short, guest));
        const from = web.vertex(guest ? "guest" : "web-identity", id);
        // What guests get by the enhanced flow is bounded by the service: https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html
        const to = guest && is.classicFlow === false ? web.bounded(role.vertex) : role.vertex;
        if (grant !== null) web.link(from, to, { ...reasonOf(way, grant), how: "pooled" });
      }
    };
    if (is.unauthenticated !== false) give(is.unauthenticatedRole, true);
    const mapped = (is.roleMappings ?? []).flatMap(({ rules }) => rules.map(({ role }) => role));
    for (const name of new Set([is.authenticatedRole, ...mapped])) give(name, false);
  }
}

function fromPool(pool: string, guest: boolean) {
  return (key: string): readonly string[] | undefined => {
    if (key === "cognito-identity.amazonaws.com:aud") return [pool];
    if (key === "cognito-identity.amazonaws.com:amr") return [guest ? "unauthenticated" : "authenticated"];
    return undefined;
  };
}
