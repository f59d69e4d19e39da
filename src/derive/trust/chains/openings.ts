import type { EstateNode } from "../../../model/index.js";
import type { Context } from "../decide.js";
import { issuerOf } from "../issuers.js";
import { partyOf } from "../party.js";
import type { Way } from "../ways.js";
import { allowedBy, notDenied, sparedBy } from "./allowed.js";
import { type Caller, ofAccount, ofCaller } from "./callers.js";
import { DOORS, type DoorKind } from "./doors.js";
import { keptOut, valuesOf } from "./entrances.js";
import { admits, type Grant, joined, PERHAPS } from "./grant.js";
import type { Ground, RoleEntry } from "./ground.js";
import type { Reason } from "./web.js";

export const ASSUME = DOORS[0] as DoorKind;
const PASSES = DOORS.filter(({ services }) => services.length > 0);
/** Stands for all accounts among the doors. */
export const ANYONE = "*";
const FEDERATED: ReadonlySet<string> = new Set(["saml", "oidc", "web-identity"]);
const ANYWHERE = "rolesanywhere.amazonaws.com";

/** Roles that everybody of an account may take, whatever their own policies say. */
export interface Open {
  readonly role: RoleEntry;
  readonly way: Way;
}

/**
 * Lays every way of every trust policy: straight into the web where it names who comes, among the doors where it
 * leaves that to what policies of the other side allow.
 */
export class Openings {
  /** By account: roles of it that trust anyone. */
  readonly toMembers = new Map<string, Open[]>();
  /** Roles that trust anyone, for principals of other accounts. */
  readonly toAnyone: Open[] = [];
  /** Roles that certificates may become, as far as they say. */
  readonly toAnchors = new Map<string, Open[]>();
  /** Roles that identity pools may give. */
  readonly toPools = new Map<string, Open[]>();

  constructor(private readonly ground: Ground) {
    for (const role of ground.roles) for (const way of role.trusting.ways) this.lay(role, way);
  }

  private lay(role: RoleEntry, way: Way): void {
    const { type, name, account } = way.party;
    if (type === "anyone" && way.action === "sts:AssumeRole") this.layAnyone(role, way);
    else if (type === "anyone") this.stranger(role, way, PERHAPS);
    else if (type === "account") this.layAccount(role, way, account ?? name);
    else if (type === "federated-user") this.layAccount(role, way, account ?? "");
    else if (type === "role" || type === "user") this.layNamed(role, way, name);
    else if (type === "session") this.laySession(role, way);
    else if (type === "service") this.layService(role, way);
    else if (FEDERATED.has(type)) this.layFederated(role, way);
  }

  private layAnyone(role: RoleEntry, way: Way): void {
    const accounts = valuesOf(way, "aws:principalaccount");
    if (accounts !== null) {
      for (const account of accounts) this.layAccount(role, way, account);
      return;
    }
    push(this.toMembers, role.account, { role, way });
    this.toAnyone.push({ role, way });
    const door = { resource: role.id, vertex: role.vertex, account: role.account, way, by: null };
    this.ground.doors.add(ASSUME, ANYONE, door);
    const stranger = ofAccount("stranger", "o-stranger");
    const context = (key: string) => (PERSON.test(key) ? [] : stranger(key));
    const grant = way.except.length === 0 ? strangerMay(way, context) : PERHAPS;
    const left = this.guarded(role, way, { grant, context });
    if (left !== null) this.stranger(role, way, left);
  }

  private stranger(role: RoleEntry, way: Way, grant: Grant): void {
    const { web } = this.ground;
    web.link(web.vertex("anyone", "*"), role.vertex, reasonOf(way, grant));
  }

  /** An account that nobody looked into begins chains itself. */
  private layAccount(role: RoleEntry, way: Way, account: string): void {
    const { web, doors, neighbours, graph } = this.ground;
    doors.add(ASSUME, account, {
      resource: role.id,
      vertex: role.vertex,
      account: role.account,
      way,
      by: null,
    });
    if (neighbours.knows(account)) return;
    const node = graph.node(role.id) as EstateNode;
    const { relation } = neighbours.told({ ...way.party, type: "account", name: account, account }, node);
    const type = relation === "outside" ? "outside-account" : "unseen-account";
    const context = this.ground.contextOf(account);
    const grant = this.guarded(role, way, { grant: admits(way.keys, context), context });
    if (grant !== null) web.link(web.vertex(type, account), role.vertex, reasonOf(way, grant));
  }

  private layNamed(role: RoleEntry, way: Way, name: string): void {
    const caller = this.ground.byArn.get(name);
    const account = partyOf("AWS", name).account ?? "";
    if (caller === undefined) {
      if (!this.ground.neighbours.knows(account)) this.layAccount(role, way, account);
      return;
    }
    const grant = this.grantOf(caller, role, way);
    if (grant !== null) this.ground.web.link(caller.vertex, role.vertex, reasonOf(way, grant));
  }

  /** Whether somebody may take a role by a way that names them. */
  grantOf(caller: Caller, role: RoleEntry, way: Way): Grant | null {
    const { ground } = this;
    const out = keptOut(way, partyOf("AWS", caller.arn));
    if (out === true) return null;
    const context = ofCaller(caller, ground.contextOf(caller.account));
    const trusted = admits(way.keys, context);
    if (trusted === null) return null;
    const { own, boundary, guardrails, missing } = caller.holding;
    const held = { own, boundary, guardrails, missing: missing.length > 0 };
    const wanted = { action: "sts:AssumeRole", resource: role.id, context };
    const same = caller.account === role.account;
    const allowed = same ? sparedBy(held, wanted, caller.kind === "user") : allowedBy(held, wanted);
    const grant =
      allowed === null ? null : joined(out === null ? joined(trusted, PERHAPS) : trusted, allowed);
    return this.guarded(role, way, { grant, context });
  }

  /** What resource control policies of the role's account leave; services are not held by them here. */
  private guarded(
    role: RoleEntry,
    { action }: Way,
    { grant, context }: { grant: Grant | null; context: Context },
  ): Grant | null {
    const guards = grant === null ? [] : this.ground.holdings.resourceGuardsOf(role.account);
    if (grant === null || guards.length === 0) return grant;
    const left = notDenied(guards, { action, resource: role.id, context });
    return left === null ? null : joined(grant, left);
  }

  /** Whoever becomes that role chooses how its session is called. */
  private laySession(role: RoleEntry, way: Way): void {
    const { party } = way;
    const [, name = ""] = party.name.split("/");
    const id = `arn:${party.partition ?? "aws"}:iam::${party.account}:role/${name}`;
    const found = this.ground.byArn.get(id) ?? this.ground.withName(party.account ?? "", name);
    if (found === undefined) {
      if (!this.ground.neighbours.knows(party.account ?? "")) this.layAccount(role, way, party.account ?? "");
      return;
    }
    const grant = this.grantOf(found, role, way);
    if (grant === null) return;
    const asked = joined(grant, { sure: true, asks: ["sts:rolesessionname"] });
    this.ground.web.link(found.vertex, role.vertex, reasonOf(way, asked));
  }

  private layService(role: RoleEntry, way: Way): void {
    const { web, doors } = this.ground;
    const { name } = way.party;
    if (name === ANYWHERE) push(this.toAnchors, role.id, { role, way });
    const grant = admits(way.keys, FROM_SERVICE);
    if (grant === null) return;
    web.link(web.vertex("service", name), role.vertex, {
      ...reasonOf(way, asking(way, grant)),
      how: "serves",
    });
    for (const kind of PASSES)
      if (kind.services.includes(name))
        doors.add(kind, role.account, {
          resource: role.id,
          vertex: role.vertex,
          account: role.account,
          way,
          by: name,
        });
  }

  private layFederated(role: RoleEntry, way: Way): void {
    const { party, keys } = way;
    const { web, graph } = this.ground;
    const shown = party.type === "oidc" ? party.name.slice(party.name.indexOf("/") + 1) : party.name;
    if (shown === "cognito-identity.amazonaws.com") push(this.toPools, role.id, { role, way });
    // Nobody signs in by a provider that is gone.
    const known = party.type === "web-identity" || graph.find(party.name).length > 0;
    if (!known && this.ground.neighbours.knows(party.account ?? "")) return;
    const context = () => undefined;
    const grant = this.guarded(role, way, { grant: admits(keys, context), context });
    if (grant === null) return;
    const how = party.type === "saml" ? "signs-in" : "presents-token";
    const type = party.type === "saml" ? "saml" : party.type;
    const told = asking(way, grant);
    const sure = this.ground.holdings.resourceGuardsOf(role.account).length === 0 || grant.sure;
    const reason = { ...reasonOf(way, { ...told, sure }), how } as const;
    web.link(web.vertex(type as "saml" | "oidc" | "web-identity", party.name), role.vertex, reason);
    if (party.type === "saml") return;
    const issuer = issuerOf(shown, keys);
    // Everybody gets tokens there, and any of them will do.
    if (issuer.shared === true && issuer.tenants === null && shown !== "cognito-identity.amazonaws.com")
      web.link(web.vertex("anyone", "*"), role.vertex, { ...reason, by: shown });
  }
}

const PERSON = /^aws:(?:principal(?:arn|type|tag\/.*|orgpaths)|username|userid)$/;

/** Keys of identity that are asked for keep strangers out, unless any value of them will do. */
function strangerMay(way: Way, context: (key: string) => readonly string[] | null | undefined): Grant | null {
  const open = new Map(way.keys);
  for (const [key, { absent, values }] of way.keys) {
    if (!PERSON.test(key)) continue;
    if (absent || values.isAll()) open.delete(key);
    else return null;
  }
  return admits(open, context);
}

/** A service sends for whom it acts. */
const FROM_SERVICE = (key: string) => (key === "aws:principalisawsservice" ? ["true"] : undefined);

/** Of what vouches for others, its keys are no obstacle but what it must say. */
function asking({ keys }: Way, { asks }: Grant): Grant {
  return { sure: true, asks: [...new Set([...asks, ...keys.keys()])].sort() };
}

export function reasonOf({ statement, exact }: Way, { sure, asks }: Grant): Partial<Reason> {
  return { statement: statement.index, sure: sure && exact, asks };
}

export function push<T>(lists: Map<string, T[]>, key: string, one: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [one]);
  else list.push(one);
}
