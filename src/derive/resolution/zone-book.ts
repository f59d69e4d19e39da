import type { Graph } from "../../graph/index.js";
import type { EstateNode } from "../../model/index.js";
import { isWithin, parentName } from "../../net/index.js";

export type RecordNode = EstateNode<"record">;

/** What the data of one zone say to one question. Record sets of one name and type come together. */
export type Found =
  | { readonly kind: "records" | "cname"; readonly records: readonly RecordNode[] }
  | Owned
  | { readonly kind: "nodata" | "nxdomain" };

/** A name above the one that was asked for which moves or hands on all that lies below it. */
export interface Owned {
  readonly kind: "dname" | "referral";
  readonly owner: string;
  readonly records: readonly RecordNode[];
}

/** Records that stand beside a CNAME, RFC 4034 section 2.5 and RFC 4035 section 2.5. */
const BESIDE_CNAME = new Set(["CNAME", "RRSIG", "NSEC", "ANY"]);

/** The records of one zone, by name, with the names that are there only because something lies below them. */
export class ZoneBook {
  private readonly entries = new Map<string, string[]>();
  /** Empty non-terminals, RFC 4592 section 2.2.2: they exist, so no wildcard answers for them. */
  private readonly between = new Set<string>();

  constructor(
    private readonly graph: Graph,
    readonly zone: EstateNode<"zone">,
    readonly name: string,
  ) {
    for (const id of graph.step(zone.id, "records")?.ids ?? []) {
      const { name: own } = (graph.node(id) as RecordNode).is;
      if (own === undefined || !isWithin(own, name)) continue;
      const held = this.entries.get(own);
      if (held !== undefined) held.push(id);
      else {
        this.entries.set(own, [id]);
        this.path(own);
      }
    }
  }

  /** Names that own records, in no order. */
  names(): Iterable<string> {
    return this.entries.keys();
  }

  exists(name: string): boolean {
    return name === this.name || this.entries.has(name) || this.between.has(name);
  }

  /** Record sets of a name, of one type or of all. */
  at(name: string, type?: string): RecordNode[] {
    const all = (this.entries.get(name) ?? []).map((id) => this.graph.node(id) as RecordNode);
    return type === undefined ? all : all.filter(({ is }) => is.recordType === type);
  }

  /**
   * The algorithm of RFC 1034 section 4.3.2 with DNAME (RFC 6672 section 3.2) and wildcards (RFC 4592 section 3.3).
   * @param name lies in the zone
   */
  find(name: string, type: string): Found {
    const way = this.above(name);
    for (const owner of way) {
      const cut = owner === this.name || (owner === name && type === "DS") ? [] : this.at(owner, "NS");
      if (cut.length > 0) return { kind: "referral", owner, records: cut };
      const moved = owner === name ? [] : this.at(owner, "DNAME");
      if (moved.length > 0) return { kind: "dname", owner, records: moved };
    }
    if (this.exists(name)) return this.read(name, type);
    const encloser = way.findLast((owner) => this.exists(owner)) ?? this.name;
    const wildcard = encloser === "." ? "*." : `*.${encloser}`;
    return this.exists(wildcard) ? this.read(wildcard, type) : { kind: "nxdomain" };
  }

  private read(owner: string, type: string): Found {
    const all = this.at(owner);
    const wanted = type === "ANY" ? all : all.filter(({ is }) => is.recordType === type);
    if (wanted.length > 0) return { kind: "records", records: wanted };
    const names = all.filter(({ is }) => is.recordType === "CNAME");
    if (names.length > 0 && !BESIDE_CNAME.has(type)) return { kind: "cname", records: names };
    return { kind: "nodata" };
  }

  /** The names from the zone's own down to this one. */
  private above(name: string): string[] {
    const way: string[] = [];
    for (let at: string | null = name; at !== null; at = parentName(at)) {
      way.unshift(at);
      if (at === this.name) break;
    }
    return way;
  }

  private path(name: string): void {
    if (name === this.name) return;
    for (let at = parentName(name); at !== null && at !== this.name; at = parentName(at)) {
      if (this.between.has(at)) return;
      this.between.add(at);
    }
  }
}
