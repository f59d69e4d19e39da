import type { EstateNode, Gap, Kind, Leads } from "../../model/index.js";
import { formatAddress, isPublic, parseAddress } from "../../net/index.js";
import type { EstateNames } from "./estate-names.js";
import { SERVICES, type Service } from "./services.js";

export type Target = Leads["targets"][number];

/** What names and addresses of the estate's things are of, over all accounts and sites. */
export class Owned {
  private index: { names: Map<string, string>; addresses: Map<string, string> } | undefined;

  constructor(private readonly names: EstateNames) {}

  /**
   * What an address is. Private ones are asked for as well: two networks may have the same.
   * @param gaps takes what hides whose it is
   */
  address(text: string, gaps: Gap[]): Target {
    const address = parseAddress(text);
    const plain = address === null ? text : formatAddress(address);
    const outside = address !== null && isPublic(address);
    const node = this.held().addresses.get(plain);
    const base = { value: plain, service: "address", private: !outside, claimable: outside };
    if (node !== undefined) return { ...base, owned: "ours", node: this.ref(node) };
    const hidden = this.hidden(ADDRESSED);
    gaps.push(...hidden);
    return { ...base, owned: hidden.length > 0 ? "unknown" : "others", node: null };
  }

  /** What a name of a provider's service is; undefined where it is of none. `record` is the name that leads there. */
  service(name: string, { record, gaps }: { record: EstateNode; gaps: Gap[] }): Target | undefined {
    for (const service of SERVICES) {
      const match = service.pattern.exec(name);
      if (match === null) continue;
      return this.ofService(service, {
        name,
        key: match.groups?.["key"] ?? (record as EstateNode<"record">).is.name?.slice(0, -1),
        gaps,
        record,
      });
    }
    return undefined;
  }

  private ofService(
    { name: service, kinds, types, claimable, foreign }: Service,
    { name, key, gaps, record }: { name: string; key: string | undefined; gaps: Gap[]; record: EstateNode },
  ): Target {
    const base = { value: name, service, private: false, claimable };
    if (service === "address")
      return { ...this.address((key ?? "").replaceAll("-", "."), gaps), value: name };
    const node = this.found(name, key, kinds);
    if (node !== undefined) return { ...base, owned: "ours", node: this.ref(node) };
    if (foreign === true) return { ...base, owned: "others", node: null };
    const hidden =
      kinds.length === 0
        ? [this.names.untold(record, `nothing is collected of what ${name} is of`)]
        : this.hidden(kinds, types);
    gaps.push(...hidden);
    return { ...base, owned: hidden.length > 0 ? "unknown" : "gone", node: null };
  }

  private found(name: string, key: string | undefined, kinds: readonly Kind[]): string | undefined {
    const { names } = this.held();
    const plain = names.get(name) ?? names.get(name.replace(/^(?:dualstack|ipv6)\./, ""));
    if (plain !== undefined || key === undefined) return plain;
    return this.names.graph.find(key).find(({ kind }) => kinds.includes(kind))?.id;
  }

  private hidden(kinds: readonly Kind[], types?: readonly string[]): Gap[] {
    return kinds.flatMap((kind) => this.names.hiding(kind, undefined, types?.[0]));
  }

  private ref(id: string): { id: string; label: string } {
    return { id, label: this.names.graph.node(id)?.label ?? id };
  }

  private held(): { names: Map<string, string>; addresses: Map<string, string> } {
    if (this.index !== undefined) return this.index;
    const [names, addresses] = [new Map<string, string>(), new Map<string, string>()];
    for (const kind of NAMED)
      for (const id of this.names.graph.each(kind)) {
        const { is } = this.names.graph.node(id) as { is: Named };
        for (const name of [...(is.domains ?? []), ...(is.dnsNames ?? [])])
          names.set(this.names.absolute(name), id);
      }
    for (const kind of ADDRESSED)
      for (const id of this.names.graph.each(kind))
        for (const address of addressesOf(this.names.graph.node(id) as EstateNode))
          if (!addresses.has(address)) addresses.set(address, id);
    this.index = { names, addresses };
    return this.index;
  }
}

const NAMED: readonly Kind[] = ["entry-point", "load-balancer", "endpoint"];
const ADDRESSED: readonly Kind[] = ["address", "interface", "host", "gateway", "entry-point"];

interface Named {
  readonly domains?: readonly string[];
  readonly dnsNames?: readonly string[];
}

interface Addressed {
  readonly addresses?: readonly string[];
  readonly publicAddresses?: readonly string[];
  readonly publicAddress?: string | null;
  readonly privateAddress?: string | null;
  readonly translations?: readonly { readonly outside: string }[];
}

function addressesOf({ is }: EstateNode): string[] {
  const told = is as Addressed;
  const all = [
    ...(told.addresses ?? []),
    ...(told.publicAddresses ?? []),
    ...(told.translations ?? []).map(({ outside }) => outside),
    ...[told.publicAddress ?? "", told.privateAddress ?? ""],
  ];
  return all.flatMap((text) => {
    const address = parseAddress(text);
    return address === null ? [] : [formatAddress(address)];
  });
}
