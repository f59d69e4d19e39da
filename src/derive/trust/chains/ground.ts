import type { Graph } from "../../../graph/index.js";
import { canonicalJson, type EstateNode, type Json } from "../../../model/index.js";
import { Organizations } from "../../organizations.js";
import { type PolicyDocument, readDocument } from "../document.js";
import { type Holding, Holdings } from "../holdings.js";
import { speaksOf } from "../listed-actions.js";
import { Neighbours } from "../neighbours.js";
import { type Way, waysInto } from "../ways.js";
import { type Caller, callerOf, ofAccount } from "./callers.js";
import { DOORS } from "./doors.js";
import { Doors } from "./entrances.js";
import { Powers } from "./powers.js";
import { Web } from "./web.js";

export interface Trusting {
  readonly ways: readonly Way[];
  readonly problems: PolicyDocument["problems"];
}

/** A role, kept small: there are hundreds of thousands. */
export interface RoleEntry {
  readonly id: string;
  readonly name: string;
  readonly vertex: number;
  readonly account: string;
  readonly trusting: Trusting;
}

const MOST_REMEMBERED = 10_000;

/** What is asked of policies once it is known what their holders may do at all. */
const ASKED = [
  ...new Set(DOORS.flatMap(({ action, creating }) => [action, ...creating.map((one) => one.action)])),
];
const NONE: readonly never[] = [];

/** What everything about chains is built from, read in one pass over roles and users. */
export class Ground {
  readonly web = new Web();
  readonly doors = new Doors();
  readonly powers = new Powers();
  readonly neighbours: Neighbours;
  readonly holdings: Holdings;
  roles: RoleEntry[] = [];
  /** By role: what of its trust policy cannot be read; most are read in full. */
  readonly problems = new Map<string, PolicyDocument["problems"]>();
  callers: Caller[] = [];
  readonly byArn = new Map<string, Caller>();
  /** Of permission sets: the role that each makes in an account. */
  readonly reserved = new Map<string, number>();
  /** Vertices of roles by the profiles through which machines have them. */
  readonly profiles = new Map<string, number>();
  private readonly byName = new Map<string, Caller>();
  private readonly readings = new Map<string, Trusting>();
  private readonly organizations: Organizations;

  constructor(readonly graph: Graph) {
    this.neighbours = new Neighbours(graph);
    this.holdings = new Holdings(graph);
    this.organizations = new Organizations(graph);
    for (const node of graph.nodes("role")) this.addRole(node as EstateNode<"role">);
    for (const node of graph.nodes("user")) this.addCaller(node as EstateNode<"user">);
  }

  /** `o-…` of an account; null: nobody told. */
  organizationOf(account: string): string | null {
    const id = this.organizations.of(account);
    return id === null ? null : id.slice(id.lastIndexOf("/") + 1);
  }

  /** The role of that name, whatever its path. */
  withName(account: string, name: string): Caller | undefined {
    return this.byName.get(`${account} ${name}`);
  }

  contextOf(account: string) {
    return ofAccount(account, this.organizationOf(account));
  }

  /** Forgets the policies of everybody once all is laid: most of the memory. */
  release(): void {
    this.roles = [];
    this.callers = [];
    this.byArn.clear();
    this.byName.clear();
    this.readings.clear();
    this.powers.release();
  }

  private addRole(node: EstateNode<"role">): void {
    const caller = this.addCaller(node);
    const { vertex } = caller;
    const [name, account] = [node.is.name ?? node.label, node.scope.account ?? ""];
    const trusting = this.read(node.is.trust);
    if (trusting.problems.length > 0) this.problems.set(node.id, trusting.problems);
    this.roles.push({ id: node.id, name, vertex, account, trusting });
    this.byName.set(`${account} ${name}`, caller);
    for (const profile of node.is.instanceProfiles ?? []) this.profiles.set(profile, vertex);
    // https://docs.aws.amazon.com/singlesignon/latest/userguide/using-service-linked-roles.html names them so.
    const [, set] = /^AWSReservedSSO_(.+)_[0-9a-f]{16}$/.exec(name) ?? [];
    if (set !== undefined && node.is.path?.startsWith("/aws-reserved/sso.amazonaws.com/") === true)
      this.reserved.set(`${account} ${set}`, vertex);
  }

  private addCaller(node: EstateNode<"role"> | EstateNode<"user">): Caller {
    const vertex = this.web.vertex(node.kind, node.id);
    const holding = this.holdings.of(node);
    const caller = callerOf(node, vertex, ofDoors(holding));
    this.callers.push(caller);
    this.byArn.set(caller.arn, caller);
    this.powers.add(vertex, holding, node);
    return caller;
  }

  private read(trust: unknown): Trusting {
    if (trust === null || trust === undefined) return { ways: [], problems: [] };
    const key = canonicalJson(trust as Json);
    const known = this.readings.get(key);
    if (known !== undefined) return known;
    const document = readDocument(trust as Json);
    const found = { ways: waysInto(document), problems: document.problems };
    if (this.readings.size < MOST_REMEMBERED) this.readings.set(key, found);
    return found;
  }
}

/** Without the policies that speak of no door: there are hundreds of thousands, and they are held until all is laid. */
function ofDoors(holding: Holding): Holding {
  const { own, names } = holding;
  const kept = own.flatMap((document, index) => (speaksOf(document, ASKED) ? [index] : []));
  if (kept.length === own.length) return holding;
  if (kept.length === 0) return { ...holding, own: NONE, names: NONE };
  const of = <T>(all: readonly T[]) => kept.map((index) => all[index] as T);
  return { ...holding, own: of(own), names: of(names) };
}
