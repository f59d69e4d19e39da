import type { Statement } from "../document.js";
import { partyOf } from "../party.js";
import { covers, notDenied } from "./allowed.js";
import { type Caller, ofCaller, withKeys } from "./callers.js";
import { alone, type Class, creates, heldFor, meant, toAll, toOne } from "./classes.js";
import { DOORS, type DoorKind } from "./doors.js";
import { type Door, isPersonal, keptOut, startsOf, valuesOf } from "./entrances.js";
import { admits, GRANTED, type Grant, joined, met, PERHAPS } from "./grant.js";
import type { Ground } from "./ground.js";
import { addHolders } from "./holders.js";
import { ANYONE, ASSUME, Openings, reasonOf } from "./openings.js";
import type { Reason } from "./web.js";

type SaidHub = readonly [kind: DoorKind, account: string, statement: Statement, organization?: string];

const NOTHING_KNOWN = () => undefined;

/**
 * Links principals to what their policies open. Principals of an account with the same policies share one vertex,
 * and what may do it to everything leads over one more, so that links do not multiply.
 */
export class Weave {
  readonly openings: Openings;
  private readonly classes = new Map<string, Class>();
  private readonly hubs = new Map<string, number>();
  private readonly numbers = new Map<Statement, number>();
  private readonly byAccount = new Map<string, Caller[]>();

  constructor(private readonly ground: Ground) {
    addHolders(ground);
    this.openings = new Openings(ground);
    for (const caller of ground.callers) this.join(caller);
    for (const each of this.classes.values()) this.open(each);
    this.openPersonal();
    this.openToMembers();
  }

  private join(caller: Caller): void {
    const list = this.byAccount.get(caller.account);
    if (list === undefined) this.byAccount.set(caller.account, [caller]);
    else list.push(caller);
    DOORS.forEach((kind, place) => {
      const said = heldFor(caller, kind);
      if (said === null) return;
      const key = `${place} ${caller.account} ${said.key}`;
      const known = this.classes.get(key) ?? this.make(caller, kind, { ...said, key });
      if (known === null) return;
      this.classes.set(key, known);
      if (kind === ASSUME) caller.assumes = known;
      this.ground.web.link(caller.vertex, known.vertex, { policy: known.policy });
    });
  }

  private make(
    caller: Caller,
    kind: DoorKind,
    { held, key, policy }: NonNullable<ReturnType<typeof heldFor>> & { key: string },
  ): Class | null {
    const { account } = caller;
    const own = this.ground.contextOf(account);
    const personal = key.endsWith(caller.arn) ? ofCaller(caller, own) : own;
    const [service] = kind.services;
    const context =
      service === undefined ? personal : withKeys(personal, { "iam:passedtoservice": [service] });
    const creating = creates(kind, held, { account, context });
    if (creating === null) return null;
    const vertex = this.ground.web.hidden();
    return { vertex, kind, account, held, creating, policy, context };
  }

  private open(one: Class): void {
    const { web } = this.ground;
    const { kind, account, vertex } = one;
    const all = toAll(one);
    if (all !== null) {
      web.link(vertex, this.hub(kind, account), all);
      return;
    }
    const statements = alone(one);
    if (statements !== null) {
      for (const statement of statements) this.openBy(one, statement);
      return;
    }
    const texts = meant(one);
    for (const door of this.doorsMeant(texts, kind, account)) this.through(one, door);
    if (kind !== ASSUME) return;
    for (const door of this.doorsMeant(texts, kind, ANYONE))
      if (door.account !== account) this.through(one, door);
  }

  /** A statement that decides for itself means the same for everybody of the account that has it. */
  private openBy(one: Class, statement: Statement): void {
    const { kind, account, vertex, creating, context } = one;
    const grant = met(statement, context);
    if (grant === null) return;
    const hub = this.saidHub(kind, account, statement);
    this.ground.web.link(vertex, hub, joined(creating, grant));
    if (kind !== ASSUME) return;
    const organization = this.ground.organizationOf(account);
    const all = organization === null ? hub : this.saidHub(kind, account, statement, organization);
    if (organization === null) this.fill(hub, statement, { kind, account, from: ANYONE });
    else this.ground.web.link(hub, all);
  }

  private saidHub(...[kind, account, statement, organization]: SaidHub): number {
    const name = `said ${this.numberOf(statement)} ${kind.action} ${kind.services[0] ?? ""} ${organization ?? account}`;
    const known = this.hubs.get(name);
    if (known !== undefined) return known;
    const vertex = this.ground.web.hidden();
    this.hubs.set(name, vertex);
    this.fill(vertex, statement, { kind, account, from: organization === undefined ? account : ANYONE });
    return vertex;
  }

  private fill(
    hub: number,
    statement: Statement,
    { kind, account, from }: { kind: DoorKind; account: string; from: string },
  ): void {
    const { resources } = statement;
    const texts = resources === null || resources.not ? null : resources.texts;
    for (const door of this.doorsMeant(texts, kind, from)) {
      if (door.way !== null && isPersonal(door.way)) continue;
      const said = covers(statement, {
        action: kind.action,
        resource: door.resource,
        context: NOTHING_KNOWN,
      });
      const own = said === null ? null : this.entered(door, account);
      if (said !== null && own !== null)
        this.ground.web.link(hub, door.vertex, this.reason(kind, door, joined(said, own)));
    }
  }

  private numberOf(statement: Statement): number {
    const known = this.numbers.get(statement) ?? this.numbers.size;
    this.numbers.set(statement, known);
    return known;
  }

  private doorsMeant(texts: readonly string[] | null, kind: DoorKind, account: string): Iterable<Door> {
    const { doors } = this.ground;
    if (texts === null) return doors.of(kind, account);
    const [only] = texts;
    if (texts.length === 1 && only !== undefined) return doors.meantBy(only, kind, account);
    return new Set(texts.flatMap((text) => doors.meantBy(text, kind, account)));
  }

  private through(one: Class, door: Door): void {
    if (door.way !== null && isPersonal(door.way)) return;
    const own = this.entered(door, one.account);
    const grant = own === null ? null : toOne(one, door.resource);
    if (own === null || grant === null) return;
    this.ground.web.link(one.vertex, door.vertex, this.reason(one.kind, door, joined(own, grant)));
  }

  /** Whether the trust policy, and what guards the role, let principals of an account in. */
  private entered(door: Door, account: string): Grant | null {
    const context = this.ground.contextOf(account);
    const trusted = door.way === null || door.by !== null ? GRANTED : admits(door.way.keys, context);
    if (trusted === null || door.way === null) return trusted;
    const guards = this.ground.holdings.resourceGuardsOf(door.account);
    if (guards.length === 0) return trusted;
    const left = notDenied(guards, { action: "sts:AssumeRole", resource: door.resource, context });
    return left === null ? null : joined(trusted, left);
  }

  private reason({ how }: DoorKind, door: Door, grant: Grant): Partial<Reason> {
    const trust = door.way === null ? { sure: grant.sure, asks: grant.asks } : reasonOf(door.way, grant);
    return { ...trust, how, by: door.by };
  }

  /** Where everybody comes who may do it to everything: built once for each account and kind. */
  private hub(kind: DoorKind, account: string): number {
    const name = `all ${kind.action} ${kind.services[0] ?? ""} ${account}`;
    const known = this.hubs.get(name);
    if (known !== undefined) return known;
    const { web, doors } = this.ground;
    const vertex = web.hidden();
    this.hubs.set(name, vertex);
    for (const door of doors.of(kind, account)) {
      if (door.way !== null && isPersonal(door.way)) continue;
      const grant = this.entered(door, account);
      if (grant !== null) web.link(vertex, door.vertex, this.reason(kind, door, grant));
    }
    if (kind === ASSUME) web.link(vertex, this.hubOfAnyone(account));
    return vertex;
  }

  /** Roles that trust anyone are the same for all accounts of an organization. */
  private hubOfAnyone(account: string): number {
    const organization = this.ground.organizationOf(account);
    const name = organization === null ? `anyone in ${account}` : `anyone of ${organization}`;
    const known = this.hubs.get(name);
    if (known !== undefined) return known;
    const { web } = this.ground;
    const vertex = web.hidden();
    this.hubs.set(name, vertex);
    for (const { role, way } of this.openings.toAnyone) {
      if (isPersonal(way)) continue;
      const door = { resource: role.id, vertex: role.vertex, account: role.account, way, by: null };
      const grant = this.entered(door, account);
      if (grant !== null) web.link(vertex, role.vertex, this.reason(ASSUME, door, grant));
    }
    return vertex;
  }

  /** Ways that ask who it is: few names are looked up, of others everybody who may come is asked. */
  private openPersonal(): void {
    for (const [account, callers] of this.byAccount) {
      for (const door of this.ground.doors.of(ASSUME, account)) {
        if (door.way === null || !isPersonal(door.way)) continue;
        for (const caller of this.asked(door, callers, account)) this.oneByOne(caller, door);
      }
    }
    for (const { role, way } of this.openings.toAnyone) {
      if (!isPersonal(way)) continue;
      const door = { resource: role.id, vertex: role.vertex, account: role.account, way, by: null };
      for (const caller of this.asked(door, this.ground.callers, null))
        if (caller.account !== role.account) this.oneByOne(caller, door);
    }
  }

  private asked({ way }: Door, all: readonly Caller[], account: string | null): readonly Caller[] {
    const names = way === null ? null : valuesOf(way, "aws:principalarn");
    if (names === null) {
      const starts = way === null ? null : startsOf(way, "aws:principalarn");
      return starts === null ? all : all.filter(({ arn }) => starts.some((start) => arn.startsWith(start)));
    }
    const found = names.flatMap((name) => this.ground.byArn.get(name) ?? []);
    return account === null ? found : found.filter((caller) => caller.account === account);
  }

  private oneByOne(caller: Caller, door: Door): void {
    const own = caller.assumes;
    if (own === undefined || door.way === null) return;
    const out = keptOut(door.way, partyOf("AWS", caller.arn));
    const trusted =
      out === true ? null : admits(door.way.keys, ofCaller(caller, this.ground.contextOf(caller.account)));
    const grant = trusted === null ? null : toOne(own, door.resource);
    if (trusted === null || grant === null) return;
    const all = joined(out === null ? joined(trusted, PERHAPS) : trusted, grant);
    const reason = { ...this.reason(ASSUME, door, all), policy: own.policy };
    this.ground.web.link(caller.vertex, door.vertex, reason);
  }

  /** Within an account whom a trust policy calls anyone needs no policy of their own: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous */
  private openToMembers(): void {
    const { web } = this.ground;
    for (const [account, open] of this.openings.toMembers) {
      const members = this.byAccount.get(account) ?? [];
      const plain = open.filter(({ way }) => !isPersonal(way));
      const hub = plain.length === 0 ? undefined : web.hidden();
      for (const { role, way } of plain) {
        const grant = this.entered(
          { resource: role.id, vertex: role.vertex, account, way, by: null },
          account,
        );
        if (grant !== null && hub !== undefined) web.link(hub, role.vertex, reasonOf(way, grant));
      }
      for (const caller of members) {
        // What denies it to one of them stands with them.
        const left = hub === undefined ? null : this.left(caller);
        if (left !== null && hub !== undefined) web.link(caller.vertex, hub, left);
        for (const { role, way } of open.filter((each) => isPersonal(each.way))) {
          const grant = this.openings.grantOf(caller, role, way);
          if (grant !== null) web.link(caller.vertex, role.vertex, reasonOf(way, grant));
        }
      }
    }
  }

  private left(caller: Caller): Grant | null {
    const { own, boundary, guardrails } = caller.holding;
    const documents = [...own, ...(boundary === null ? [] : [boundary]), ...guardrails.flat()];
    const context = ofCaller(caller, this.ground.contextOf(caller.account));
    const left = notDenied(documents, { action: ASSUME.action, resource: null, context });
    return left === null ? null : caller.holding.missing.length > 0 ? joined(left, PERHAPS) : left;
  }
}
