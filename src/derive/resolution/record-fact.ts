import type { EstateNode, Fact, Gap, Json, Leads } from "../../model/index.js";
import { isWithin, parentName } from "../../net/index.js";
import { idsOf } from "./candidates.js";
import type { Server } from "./inquiry.js";
import { Owned, type Target } from "./owned.js";
import type { Names } from "./resolution.js";

type RecordNode = EstateNode<"record">;
type ZoneNode = EstateNode<"zone">;

/** Types that lead to other names which have to be there. */
const LEADING = new Set(["CNAME", "MX", "SRV", "DNAME"]);

/** The fact `leads` of records: what they come to, in all accounts and sites that were seen. */
export function leads(names: Names): (id: string) => Fact {
  const owned = new Owned(names.estate);
  return (id) => {
    const record = names.graph.node(id) as RecordNode;
    const [zoneId] = idsOf(names.estate, id, "zone");
    const zone = zoneId === undefined ? undefined : (names.graph.node(zoneId) as ZoneNode);
    const gaps: Gap[] = [];
    const isPublic = zone?.is.private === undefined ? null : !zone.is.private;
    const own = new Leading(names, { owned, zone, record, gaps });
    const { status, loop } = own.followed();
    const value: Leads = { targets: own.targets(), status, loop, public: isPublic };
    return { value: value as unknown as Json, gaps };
  };
}

interface Parts {
  readonly owned: Owned;
  readonly zone: ZoneNode | undefined;
  readonly record: RecordNode;
  readonly gaps: Gap[];
}

class Leading {
  constructor(
    private readonly names: Names,
    private readonly parts: Parts,
  ) {}

  targets(): Target[] {
    const { record, owned, gaps } = this.parts;
    const { recordType = "", alias, targets = [], addresses = [] } = record.is;
    const found = addresses.map((address) => owned.address(address, gaps));
    if (alias !== undefined) found.push(this.target(alias.name));
    if (LEADING.has(recordType))
      found.push(...targets.filter((name) => name !== ".").map((name) => this.target(name)));
    return found.sort((a, b) => (a.value < b.value ? -1 : a.value > b.value ? 1 : 0));
  }

  /** Whether the names that it leads to end somewhere. */
  followed(): Pick<Leads, "status" | "loop"> {
    const { record, gaps } = this.parts;
    const { recordType = "A", alias, name = "." } = record.is;
    const server = this.server();
    if (server === undefined || (recordType !== "CNAME" && alias === undefined))
      return { status: "answered", loop: false };
    const inquiry = this.names.plainInquiry();
    const outcomes = inquiry.ask(server, { name, type: recordType === "CNAME" ? "A" : recordType });
    const loop = outcomes.some(({ status }) => status === "loop");
    gaps.push(...inquiry.gaps.values());
    const [first] = outcomes;
    const same = outcomes.every(({ status }) => status === first?.status);
    return { status: same ? (first?.status ?? "unknown") : "varies", loop };
  }

  private target(name: string): Target {
    const { owned, record, gaps, zone } = this.parts;
    const service = owned.service(name, { record, gaps });
    if (service !== undefined) return service;
    const base = { value: name, private: false, claimable: false };
    const holder = this.holder(name, zone);
    if (holder === undefined) return { ...base, service: "name", owned: "others", node: null };
    const book = this.names.estate.book(holder);
    const node = { id: holder, label: this.names.graph.node(holder)?.label ?? holder };
    const unread = book === null ? [] : this.names.estate.unread(book.zone);
    gaps.push(...unread);
    const found = book?.find(name, "A");
    const gone = found?.kind === "nxdomain";
    return {
      ...base,
      service: "zone",
      owned: gone ? (unread.length > 0 ? "unknown" : "gone") : "ours",
      node,
    };
  }

  /** The zone that holds a name, as those see it who ask the record's own. */
  private holder(name: string, zone: ZoneNode | undefined): string | undefined {
    if (zone?.is.name !== undefined && isWithin(name, zone.is.name) && !this.better(name, zone.is.name))
      return zone.id;
    const [longest] = this.names.estate.publicAbove(name);
    return longest?.length === 1 ? longest[0] : undefined;
  }

  private better(name: string, than: string): boolean {
    for (let at: string | null = name; at !== null && at !== than; at = parentName(at))
      if (this.names.estate.publicZones(at).length > 0) return true;
    return false;
  }

  private server(): Server | undefined {
    const { zone } = this.parts;
    if (zone === undefined) return undefined;
    if (zone.is.private === false) return { kind: "public" };
    const [network] = idsOf(this.names.estate, zone.id, "networks");
    if (network !== undefined) return { kind: "resolver", network };
    const views = idsOf(this.names.estate, zone.id, "name_server");
    return views[0] === undefined ? undefined : { kind: "name-server", host: views[0], views };
  }
}
