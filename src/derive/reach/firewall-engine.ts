import type { FactsByKind } from "../../model/index.js";
import type { PacketSet, PacketSpace } from "../../net/index.js";
import type { Clause } from "./clauses.js";
import { type Stateful, statefulOf } from "./stateful.js";
import { type Stateless, statelessOf } from "./stateless.js";

interface Rules {
  readonly facts: FactsByKind["firewall-policy"];
  readonly stateless: readonly Clause[];
  /** In the order in which they decide. */
  readonly stateful: readonly Clause[];
}

/** First packets of connections that the stateful rules pass: for certain, and possibly. */
export interface Passing {
  readonly sure: PacketSet;
  readonly possible: PacketSet;
}

/** The rules of a policy, worked out once for all packets. */
export class Engine {
  private first: Stateless | undefined;
  private passing: Passing | undefined;

  constructor(
    private readonly space: PacketSpace,
    private readonly rules: Rules,
  ) {}

  /** What the stateless rules may do with packets. */
  stateless(set: PacketSet): Stateless {
    const { space } = this;
    this.first ??= this.statelessly(space.all);
    const { allow, deny, inspect } = this.first;
    return {
      allow: space.intersect(set, allow),
      deny: space.intersect(set, deny),
      inspect: space.intersect(set, inspect),
      by: undefined,
    };
  }

  /** What the stateful rules do with connections that begin with these packets. */
  stateful(set: PacketSet): Passing {
    const { space } = this;
    this.passing ??= this.statefully();
    return {
      sure: space.intersect(set, this.passing.sure),
      possible: space.intersect(set, this.passing.possible),
    };
  }

  /** The rule that decides on a packet; undefined where a default does, or another packet of its connection. */
  decider(packet: PacketSet): Clause | undefined {
    const first = this.statelessly(packet);
    if (this.space.isEmpty(first.inspect)) return first.by;
    return this.run(packet, "possible").by ?? this.run(packet, "sure").by;
  }

  private statelessly(set: PacketSet): Stateless {
    const { stateless: rules, facts } = this.rules;
    return statelessOf(this.space, set, { rules, otherwise: facts.statelessDefault });
  }

  private statefully(): Passing {
    const { space } = this;
    const { facts } = this.rules;
    if (facts.unmodelled.length > 0) return { sure: space.none, possible: space.all };
    const sure = this.run(space.all, "sure").permit;
    // Where TLS is opened, what its certificates and names are decides as well.
    const opened = facts.decrypts === null ? space.none : space.box({ protocols: [6] });
    return { sure: space.difference(sure, opened), possible: this.run(space.all, "possible").permit };
  }

  private run(set: PacketSet, lean: "sure" | "possible"): Stateful {
    const { facts, stateful: rules } = this.rules;
    return statefulOf(set, { space: this.space, rules, facts, lean });
  }
}
