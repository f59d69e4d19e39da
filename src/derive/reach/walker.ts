import type { Gap, Hop, Provenance } from "../../model/index.js";
import { type Address, type AddressSet, type PacketSet, PUBLIC_SPACE } from "../../net/index.js";
import type { Turn } from "./clauses.js";
import type { Fabric } from "./fabric.js";
import type { Decider, Direction, Pass } from "./filters.js";
import { type Ending, type Flow, MOST_HOPS, type Place } from "./flow.js";
import { type Nic, setOfAddress } from "./nics.js";
import { hopPacket } from "./packets.js";
import type { Passing } from "./passing.js";

/** How a way is walked. */
export interface Manner {
  /** `sure`: what is not certain ends the way; `possible`: it goes on. */
  readonly mode: "sure" | "possible";
  readonly turn: Turn;
  /** Tells the way, hop by hop: for one packet. */
  readonly tell: boolean;
  /** Filters are told of and not obeyed: to see every one that would refuse. */
  readonly blind?: boolean;
  /** Told of what filters let through. */
  readonly watch?: (passing: Passing) => void;
}

/** Where a walk sets out, and through which groups' load balancer. */
interface Origin {
  readonly from?: Place;
  readonly through?: readonly string[];
}

interface Said {
  readonly node: string;
  readonly what: Hop["what"];
  readonly says: string;
  readonly by?: Deciding | undefined;
}

type Deciding = { readonly id: string; readonly label: string; readonly at?: Provenance };

/** The state of one walk: where it goes, and the ends it has come to. */
export class Walker {
  readonly ends: Ending[] = [];
  /** What is taken for granted on the way. */
  readonly assumes = new Set<string>();

  constructor(
    readonly fabric: Fabric,
    readonly goal: Place,
    readonly manner: Manner & Origin,
  ) {}

  /** Where the packets set out. */
  get from(): Place | undefined {
    return this.manner.from;
  }

  get space() {
    return this.fabric.space;
  }

  get reply(): boolean {
    return this.manner.turn === "reply";
  }

  /** The flow with a hop noted, where the way is told. */
  note(flow: Flow, said: Said): Flow {
    if (!this.manner.tell) return flow;
    const { node, what, says, by } = said;
    const packet = hopPacket(this.space, flow.set);
    const hop: Hop = {
      way: this.reply ? "back" : "there",
      node,
      label: this.fabric.label(node),
      what,
      says,
      ...(by === undefined ? {} : { by }),
      ...(packet === undefined ? {} : { packet }),
    };
    return { ...flow, trail: { hop, before: flow.trail } };
  }

  end(kind: Ending["kind"], flow: Flow, said: Said & { readonly gaps?: readonly Gap[] }): void {
    if (this.space.isEmpty(flow.set)) return;
    this.ends.push({
      kind,
      flow: this.note(flow, said),
      node: said.node,
      says: said.says,
      gaps: said.gaps ?? [],
    });
  }

  /** It is not known where packets go from here. */
  doubt(flow: Flow, said: Omit<Said, "what"> & { readonly gaps?: readonly Gap[] }): void {
    this.end("unknown", flow, { ...said, what: "unknown" });
  }

  /** It is not known whether packets go on: in a sure walk they do not, in a possible one they do. */
  unsure(flow: Flow, said: Omit<Said, "what"> & { readonly gaps?: readonly Gap[] }): Flow | undefined {
    if (this.manner.mode === "possible") return this.note(flow, { ...said, what: "unknown" });
    this.doubt(flow, said);
    return undefined;
  }

  /** The flow's packets to these destinations; undefined where there are none. */
  to(flow: Flow, destination: AddressSet): Flow | undefined {
    return this.part(flow, this.space.intersect(flow.set, this.space.box({ destination })));
  }

  notTo(flow: Flow, destination: AddressSet): Flow | undefined {
    return this.part(flow, this.space.difference(flow.set, this.space.box({ destination })));
  }

  part(flow: Flow, set: PacketSet): Flow | undefined {
    return this.space.isEmpty(set) ? undefined : set === flow.set ? flow : { ...flow, set };
  }

  /** One hop further; undefined where the packets go round in circles. */
  step(flow: Flow, node: string): Flow | undefined {
    if (flow.hops < MOST_HOPS) return { ...flow, hops: flow.hops + 1 };
    this.end("unrouted", flow, { node, what: "unrouted", says: "the routes lead round in a circle" });
    return undefined;
  }

  /** What filters let through; the rest ends here. */
  filter(
    whole: Flow,
    at: { readonly node: string; readonly ids: readonly string[]; readonly direction: Direction },
  ): Flow | undefined {
    const { ids, direction, node } = at;
    if (ids.length === 0) return whole;
    const { mode } = this.manner;
    const pass = this.passOf(ids, direction);
    const flow = this.untranslated(whole, pass.astray, at);
    if (flow === undefined) return undefined;
    const sure = this.space.intersect(flow.set, pass.permit);
    const maybe = this.space.intersect(flow.set, pass.maybe);
    const through = mode === "possible" ? this.space.union(sure, maybe) : sure;
    const rest = this.space.difference(flow.set, this.space.union(sure, maybe));
    if (this.manner.blind === true) return this.noted(flow, this.part(flow, rest), at);
    this.refuse(this.part(flow, rest), at);
    if (mode === "sure") {
      const lost = this.part(flow, maybe);
      if (lost !== undefined)
        this.doubt(lost, {
          node: ids[0] ?? node,
          says: "what it lets through is not certain",
          gaps: pass.gaps,
        });
    }
    const on = this.part(flow, through);
    if (on === undefined) return on;
    this.manner.watch?.({ ...this.asked, filters: ids, direction, set: on.set });
    if (!this.manner.tell) return on;
    const by = this.deciderOf(ids, on, direction);
    const says = by === undefined ? `${direction} passes` : `${direction} admitted by ${by.label}`;
    return this.note(on, {
      node: ids[0] ?? node,
      what: "passes",
      says,
      ...(by === undefined ? {} : { by: cited(by) }),
    });
  }

  private get asked(): Pick<Passing, "turn" | "through"> {
    const { turn, through = [] } = this.manner;
    return { turn, through };
  }

  private passOf(ids: readonly string[], direction: Direction): Pass {
    const { filters } = this.fabric;
    const { turn, through } = this.manner;
    const pass = filters.together(ids, direction, turn);
    return through === undefined || direction === "egress" ? pass : filters.naming(ids, pass, through);
  }

  private deciderOf(ids: readonly string[], flow: Flow, direction: Direction): Decider | undefined {
    const packet = this.space.witness(flow.set);
    if (packet === undefined) return undefined;
    const { turn, through = [] } = this.manner;
    return this.fabric.filters.decider(ids, packet, { direction, turn, through });
  }

  /** What a host may send on as something else ends here, in doubt: nobody can tell who judges it next, and as what. */
  untranslated(flow: Flow, astray: PacketSet, { node }: { readonly node: string }): Flow | undefined {
    const lost = this.part(flow, this.space.intersect(flow.set, astray));
    if (lost === undefined) return flow;
    const says = `${this.fabric.label(node)} may send it on under another address or port`;
    this.doubt(lost, { node, says });
    return this.part(flow, this.space.difference(flow.set, astray));
  }

  /** The refusal as a hop, and the flow as if there had been none. */
  private noted(
    flow: Flow,
    refused: Flow | undefined,
    at: { node: string; ids: readonly string[]; direction: Direction },
  ): Flow {
    if (refused === undefined) return flow;
    const before = this.ends.length;
    this.refuse(refused, at);
    const [end] = this.ends.splice(before);
    return end === undefined ? flow : { ...flow, trail: end.flow.trail };
  }

  private refuse(
    flow: Flow | undefined,
    { ids, direction, node }: { node: string; ids: readonly string[]; direction: Direction },
  ): void {
    if (flow === undefined) return;
    const by = this.deciderOf(ids, flow, direction);
    const says = `${direction} refused by ${by?.label ?? this.fabric.label(ids[0] ?? node)}`;
    this.end("filtered", flow, {
      node:
        by?.id !== undefined && this.fabric.graph.node(by.id)?.kind === "filter" ? by.id : (ids[0] ?? node),
      what: "refused",
      says,
      ...(by === undefined ? {} : { by: cited(by) }),
    });
  }

  /** Rewrites the destination one to one. */
  redirect(flow: Flow, address: Address, said: Omit<Said, "what">): Flow {
    return this.note(this.rewritten(flow, "destination", address), { ...said, what: "translated" });
  }

  /** Rewrites the source one to one. */
  rename(flow: Flow, address: Address, said: Omit<Said, "what">): Flow {
    return this.note(this.rewritten(flow, "source", address), { ...said, what: "translated" });
  }

  private rewritten(flow: Flow, field: "destination" | "source", address: Address): Flow {
    const { set, undo } = flow;
    const [first] = this.space.addresses(set, field).ranges();
    if (first === undefined) return { ...flow, set: this.space.withField(set, field, setOfAddress(address)) };
    const before = { family: first.family, value: first.from } as Address;
    return {
      ...flow,
      set: this.space.withField(set, field, setOfAddress(address)),
      undo: (packet) => undo({ ...packet, [field]: before }),
    };
  }

  /** Has the goal an address to which these packets go? */
  meets(flow: Flow, nic: Nic): boolean {
    return this.space.addresses(flow.set, "destination").overlaps(nic.addresses);
  }

  isPublic(flow: Flow): boolean {
    return this.space.addresses(flow.set, "destination").overlaps(PUBLIC_SPACE);
  }

  arrive(flow: Flow, said: Omit<Said, "what">): void {
    const seen = this.seenBothWays(flow);
    if (seen !== undefined) this.end("arrives", seen, { ...said, what: "arrives" });
  }

  /** The firewalls that track a TCP connection have to see both ways of it; what they do otherwise is not supported. */
  private seenBothWays(flow: Flow): Flow | undefined {
    const [session] = flow.sessions;
    if (!this.reply || session === undefined || this.manner.mode === "possible") return flow;
    const tcp = this.part(flow, this.space.intersect(flow.set, this.space.box({ protocols: [6] })));
    if (tcp === undefined) return flow;
    this.doubt(tcp, { node: session.endpoint, says: "the firewall sees one way of the connection alone" });
    return this.part(flow, this.space.difference(flow.set, tcp.set));
  }
}

function cited({ id, label, at }: Deciding): Deciding {
  return { id, label, ...(at === undefined ? {} : { at }) };
}
