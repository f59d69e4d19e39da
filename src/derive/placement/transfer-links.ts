import type { Graph } from "../../graph/index.js";
import type { EstateNode } from "../../model/index.js";
import type { Atlas } from "./atlas.js";
import { type Link, linkTo } from "./link.js";
import type { RuleLinks } from "./rule-links.js";
import { partsOf, UNKNOWN, type Where } from "./where.js";

type Transfer = EstateNode<"transfer">;

/** They always have a destination: one that is not told was not seen. */
const MOVING: ReadonlySet<string> = new Set(["sync", "migration", "delivery"]);

/** Where transfers, gateways and subscriptions take data. */
export class TransferLinks {
  constructor(
    private readonly graph: Graph,
    private readonly atlas: Atlas,
    private readonly rules: RuleLinks,
  ) {}

  /** Where a transfer takes what it reads, seen from a store of its source or from the transfer itself. */
  of(transfer: Transfer, from: EstateNode): Link[] {
    const { transferType, destination } = transfer.is;
    if (transferType === "recovery") return [this.staging(transfer)];
    if (destination?.store === from.id) return [this.cache(transfer)];
    const ends = this.nodes(transfer, "destination");
    const stores = this.nodes(transfer, "stores").filter(
      ({ id }) => id !== from.id && id !== transfer.is.source?.store,
    );
    const known = stores.map((store) => this.link(transfer, store, null));
    if (ends.length > 0) return ends.map((end) => this.end(transfer, end as EstateNode<"transfer-end">));
    if (known.length > 0) return known;
    if (destination === null || destination === undefined)
      return MOVING.has(transferType ?? "") ? [this.link(transfer, null, [UNKNOWN])] : [];
    const store = this.rules.store(destination.store);
    return [this.link(transfer, store, store === null ? [this.rules.where(destination)] : null)];
  }

  /** Transfers of which one end is the store, and devices that carry it elsewhere: others bring something into it. */
  outOf(store: EstateNode): Transfer[] {
    const out = this.nodes(store, "transfer_ends").flatMap((end) => this.nodes(end, "transfers_out"));
    const carried = (this.nodes(store, "transfers") as Transfer[]).filter(
      (one) => one.is.transferType === "device" && this.nodes(one, "destination").length > 0,
    );
    return [...(out as Transfer[]), ...carried];
  }

  /** Volumes and tapes of a gateway, whose id holds that of the gateway, are cached where it stands. */
  gatewayOf(store: EstateNode): Link[] {
    const [, gateway] = /^(arn:[^:]*:storagegateway:.*:gateway\/[^/]+)\/volume\//.exec(store.id) ?? [];
    if (gateway === undefined) return [];
    const node = this.graph.node(gateway) as Transfer | undefined;
    const where = [node === undefined ? (this.atlas.told(gateway) ?? UNKNOWN) : this.standing(node)];
    const by = node ?? store;
    return [{ how: "cached", why: "gateway", by, to: null, where, account: by.scope.account ?? null }];
  }

  /** Where what is written into a log group, or noted by a trail, goes as well. */
  logs(root: EstateNode): Link[] {
    const targets = ["bucket", "log_group"].flatMap((segment) => this.nodes(root, segment));
    const { bucket } = root.is as { bucket?: string | null };
    const blind = bucket != null && !targets.some(({ kind }) => kind === "data-store");
    const unseen: Link = {
      ...{ how: "lies", why: "files", by: root, to: null, where: [UNKNOWN] },
      account: null,
    };
    const filters = this.nodes(root, "subscription_filters") as EstateNode<"subscription-filter">[];
    return [
      ...targets.map((target) => linkTo(target, "files")),
      ...(blind ? [unseen] : []),
      ...filters.flatMap((filter) => this.subscribed(filter)),
    ];
  }

  private subscribed(filter: EstateNode<"subscription-filter">): Link[] {
    const { destination, destinationAccount } = filter.is;
    if (destination === null || destination === undefined) return [];
    const node = this.graph.node(destination);
    if (node?.kind === "transfer") return this.of(node as Transfer, filter);
    const { region, account = destinationAccount ?? null } = partsOf(destination);
    const where = region === undefined ? UNKNOWN : this.atlas.region(region);
    const to = node?.kind === "data-store" ? node : null;
    return [{ how: "goes", why: "subscription", by: filter, to, where: [where], account }];
  }

  /** Machines are copied into volumes of the Region that the service runs in. https://docs.aws.amazon.com/drs/latest/userguide/Network-Settings-Preparations.html */
  private staging(transfer: Transfer): Link {
    return { ...this.link(transfer, null, this.atlas.of(transfer)), how: "lies" };
  }

  /** A share of a bucket: the gateway keeps what is in use where it stands. https://docs.aws.amazon.com/filegateway/latest/files3/file-gateway-concepts.html */
  private cache(share: Transfer): Link {
    const [gateway = share] = this.nodes(share, "mover") as Transfer[];
    return { ...this.link(share, null, [this.standing(gateway)]), how: "cached", why: "gateway" };
  }

  private standing(gateway: Transfer): Where {
    const told = this.atlas.told(gateway.id, ...gateway.aliases, gateway.is.name, gateway.label);
    if (told !== null) return told;
    return gateway.is.host === "ec2" ? (this.atlas.of(gateway)[0] ?? UNKNOWN) : UNKNOWN;
  }

  private end(transfer: Transfer, end: EstateNode<"transfer-end">): Link {
    const [store] = this.nodes(end, "store");
    if (store !== undefined) return this.link(transfer, store, null);
    const { place, agents = [], name } = end.is;
    const told = this.atlas.told(end.id, place?.store, name, ...agents);
    const where = told ?? (place == null ? UNKNOWN : this.rules.where(place));
    return this.link(transfer, null, [where]);
  }

  private link(transfer: Transfer, to: EstateNode | null, where: readonly Where[] | null): Link {
    const account = to?.scope.account ?? transfer.scope.account ?? null;
    return { how: "goes", why: transfer.is.transferType ?? "transfer", by: transfer, to, where, account };
  }

  private nodes(from: EstateNode, segment: string): EstateNode[] {
    return (this.graph.step(from.id, segment)?.ids ?? []).flatMap((id) => this.graph.node(id) ?? []);
  }
}
