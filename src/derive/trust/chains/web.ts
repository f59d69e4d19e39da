import type { ChainStep, Origin } from "../../../model/index.js";

/** `hidden`: only joins many with many, and is left out of chains. */
export type VertexType = Origin | "role" | "hidden";

/** What stands behind one arrow. Equal ones are one object. */
export interface Reason {
  readonly how: ChainStep["how"];
  readonly by: string | null;
  readonly statement: number | null;
  readonly policy: string | null;
  readonly sure: boolean;
  readonly asks: readonly string[];
}

/** Arrows by the vertex that they leave, or enter: those of `v` stand from `first[v]` up to `first[v + 1]`. */
export interface Arrows {
  readonly first: Int32Array;
  readonly link: Int32Array;
}

const NOTHING: Reason = { how: "assumes", by: null, statement: null, policy: null, sure: true, asks: [] };

/** Who can become whom in one step: vertices, and links between them, in flat lists. */
export class Web {
  readonly types: VertexType[] = [];
  readonly names: string[] = [];
  readonly from: number[] = [];
  readonly to: number[] = [];
  private readonly reasons: Reason[] = [];
  private readonly reasonOf: number[] = [];
  private readonly twins = new Map<number, number>();
  private readonly places = new Map<string, number>();
  private readonly known = new Map<string, number>();

  get size(): number {
    return this.types.length;
  }

  vertex(type: VertexType, name: string): number {
    const key = `${type} ${name}`;
    const known = this.places.get(key);
    if (known !== undefined) return known;
    this.places.set(key, this.size);
    this.names.push(name);
    return this.types.push(type) - 1;
  }

  /** A role as somebody has it who may do no more than a session policy allows: nothing leads on from there. */
  bounded(role: number): number {
    const known = this.twins.get(role);
    if (known !== undefined) return known;
    this.names.push(this.names[role] ?? "");
    const twin = this.types.push("role") - 1;
    this.twins.set(role, twin);
    return twin;
  }

  /** The vertices of a role: itself, and as it is had under session policies. */
  both(role: number): number[] {
    const twin = this.twins.get(role);
    return twin === undefined ? [role] : [role, twin];
  }

  /** A vertex that only joins others. */
  hidden(): number {
    this.names.push("");
    return this.types.push("hidden") - 1;
  }

  find(type: VertexType, name: string): number | undefined {
    return this.places.get(`${type} ${name}`);
  }

  link(from: number, to: number, reason: Partial<Reason> = {}): void {
    if (from === to) return;
    const { how, by, statement, policy, sure, asks } = { ...NOTHING, ...reason };
    const key = `${how} ${by} ${statement} ${policy} ${sure} ${asks.join(" ")}`;
    let index = this.known.get(key);
    if (index === undefined) {
      index = this.reasons.push({ how, by, statement, policy, sure, asks }) - 1;
      this.known.set(key, index);
    }
    this.from.push(from);
    this.to.push(to);
    this.reasonOf.push(index);
  }

  reason(link: number): Reason {
    return this.reasons[this.reasonOf[link] ?? -1] ?? NOTHING;
  }

  leaving(): Arrows {
    return arrows(this.from, this.size);
  }

  entering(): Arrows {
    return arrows(this.to, this.size);
  }
}

/** Counting sort: links keep their order. */
function arrows(ends: readonly number[], size: number): Arrows {
  const first = new Int32Array(size + 2);
  for (const end of ends) first[end + 2] = (first[end + 2] ?? 0) + 1;
  for (let v = 1; v < first.length; v++) first[v] = (first[v] ?? 0) + (first[v - 1] ?? 0);
  const link = new Int32Array(ends.length);
  ends.forEach((end, index) => {
    const place = first[end + 1] ?? 0;
    link[place] = index;
    first[end + 1] = place + 1;
  });
  return { first, link };
}
