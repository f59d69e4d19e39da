import type { Graph } from "../../graph/index.js";
import type { EstateNode } from "../../model/index.js";
import { type Atlas, EDGE } from "./atlas.js";
import type { CopyIndex } from "./copies.js";
import { type Holder, type Link, linkTo } from "./link.js";
import { RuleLinks } from "./rule-links.js";
import { chooses } from "./selection.js";
import { TransferLinks } from "./transfer-links.js";

type Copy = EstateNode<"data-copy">;
type Rule = EstateNode<"copy-rule">;

/** Every step by which data leaves what holds it, in an order that does not depend on the answers'. */
export class Links {
  private readonly rules: RuleLinks;
  private readonly transfers: TransferLinks;

  constructor(
    private readonly graph: Graph,
    atlas: Atlas,
    private readonly index: CopyIndex,
  ) {
    this.rules = new RuleLinks(graph, atlas);
    this.transfers = new TransferLinks(graph, atlas, this.rules);
  }

  from(holder: Holder): Link[] {
    const { node } = holder;
    if (node.kind === "transfer") return this.transfers.of(node as EstateNode<"transfer">, node);
    if (node.kind !== "data-store" && node.kind !== "data-copy") return this.transfers.logs(node);
    const made = this.copiesOf(node).filter(({ id, is }) => id !== node.id && is.copyType !== "last-backup");
    return [
      ...made.map((copy) => this.made(copy, node)),
      ...this.step(node, "replicas").map((replica) => linkTo(replica, "replica")),
      ...this.images(holder),
      ...(node.kind === "data-store" ? this.fromStore(holder) : []),
    ];
  }

  /** Copies of a store, and of the machine that a volume hangs on: they hold the volume too. */
  copiesOf(node: EstateNode): Copy[] {
    const whole = [node, ...this.machinesOf(node)].flatMap((one) => this.index.copiesOf(one));
    return this.nodes([...new Set(whole)].sort()) as Copy[];
  }

  /** Rules that copy a store, or its machine, with those that choose them by tag or name. */
  rulesOf(node: EstateNode): Rule[] {
    const ids = [node, ...this.machinesOf(node)].flatMap((one) => [
      ...this.index.rulesOf(one),
      ...this.index.rulesThatChoose(one).filter((id) => {
        const rule = this.graph.node(id) as Rule | undefined;
        return rule !== undefined && chooses(rule, one);
      }),
    ]);
    const found = this.nodes([...new Set(ids)].sort()) as Rule[];
    // A selection of a plan copies by the rules of the plan.
    return found.flatMap((rule) => (rule.type === "aws.backup-selection" ? this.planned(rule) : [rule]));
  }

  private machinesOf(node: EstateNode): EstateNode[] {
    return node.type === "aws.volume" ? this.step(node, "hosts") : [];
  }

  /** The image of a machine is made of snapshots of all its volumes: this one's own tells by itself of what. */
  private made(copy: Copy, node: EstateNode): Link {
    const link = linkTo(copy, copy.is.copyType ?? "copy");
    return copy.type === "aws.image" && node.kind === "data-store" ? { ...link, once: "part" } : link;
  }

  private fromStore({ node, cameBy }: Holder): Link[] {
    const rules = this.rulesOf(node).filter(({ type }) => type !== cameBy);
    const caches = this.nodes(this.index.cachesOf(node)) as EstateNode<"entry-point">[];
    const moving = [...this.index.transfersOf(node)];
    const transfers = [...(this.nodes(moving) as EstateNode<"transfer">[]), ...this.transfers.outOf(node)];
    return [
      ...rules.flatMap((rule) => this.rules.of(rule, node)),
      ...transfers.flatMap((transfer) => this.transfers.of(transfer, node)),
      ...this.transfers.gatewayOf(node),
      ...caches.filter(({ is }) => is.enabled !== false).map(cache),
      ...this.nodes(this.index.sharedNamesOf(node)).flatMap((name) => this.behind(name, node)),
    ];
  }

  /** An image holds the snapshots of several volumes: only of one that is a copy all of them may be meant. */
  private images({ node, cameBy }: Holder): Link[] {
    if (node.kind !== "data-copy") return [];
    const images = this.step(node, "parts_of").map((image) => ({ ...linkTo(image, "image"), once: "part" }));
    const parts = cameBy === "part" ? [] : this.step(node, "parts").map((part) => linkTo(part, "part"));
    return [...images, ...parts];
  }

  /** What is written under one name may come to lie in any of the stores behind it. */
  private behind(name: EstateNode, store: EstateNode): Link[] {
    const { parts = [] } = (name as EstateNode<"data-store">).is;
    return parts
      .filter((part) => part.store !== store.id)
      .map((part) => ({
        ...{ how: "goes", why: "shared name", by: name, to: null, where: [this.rules.where(part)] },
        account: part.account,
      }));
  }

  private planned(selection: Rule): Rule[] {
    const plans = this.step(selection, "plan");
    const parts = plans.flatMap((plan) => this.step(plan, "parts")) as Rule[];
    return parts.filter(({ type }) => type === "aws.backup-rule");
  }

  private step(from: EstateNode, segment: string): EstateNode[] {
    return this.nodes(this.graph.step(from.id, segment)?.ids ?? []);
  }

  private nodes(ids: readonly string[]): EstateNode[] {
    return ids.flatMap((id) => this.graph.node(id) ?? []);
  }
}

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HowCloudFrontWorks.html */
function cache(by: EstateNode): Link {
  return { how: "cached", why: "cache", by, to: null, where: [EDGE], account: by.scope.account ?? null };
}
