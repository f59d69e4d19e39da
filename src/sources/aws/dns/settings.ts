import { type FactsByKind, isObject } from "../../../model/index.js";
import type { Item } from "../item.js";
import { isAccount } from "../names.js";
import type { Resource } from "../resource.js";
import { worded } from "./name.js";
import { networkSettings } from "./network-settings-node.js";
import { ownNetwork } from "./own-network.js";

interface Setting {
  readonly operation: string;
  /** Member of the answer that holds the configuration, and the one in it that is read. */
  readonly whole: string;
  readonly member: string;
  readonly fact: keyof FactsByKind["resolver-settings"];
}

/**
 * How a network's resolver is set, one call for each setting. Each network is asked about, for lists hold only
 * what somebody set: "not in the list" and "nobody asked" would look alike.
 */
export function settingResource({ operation, whole, member, fact }: Setting): Resource {
  return {
    service: "route53resolver",
    operation,
    list: whole,
    object: [whole],
    actions: [`route53resolver:${operation}`],
    kinds: ["resolver-settings"],
    types: ["aws.resolver-settings"],
    scope: "region",
    each: {
      of: "ec2:DescribeVpcs",
      optional: true,
      input(network) {
        const id = ownNetwork(network);
        return id === null ? null : { ResourceId: id };
      },
      node(input) {
        const own = input[whole] ?? null;
        const { ResourceId: id } = isObject(own) ? own : input;
        return typeof id === "string" ? id : null;
      },
      relations: ["resolver_settings"],
    },
    normalize({ items: [answer], input }) {
      const config = answer?.child(whole) ?? null;
      const asked = input["ResourceId"];
      const network = config?.text("ResourceId") ?? (typeof asked === "string" ? asked : null);
      if (config === null || network === null)
        answer?.gap("unparsed", `${answer.draft.place.call} does not tell whose settings it answers`);
      else addSetting(config, network, (item) => ({ [fact]: wordIn(item, member) }));
    },
  };
}

function addSetting(
  config: Item,
  network: string,
  facts: (item: Item) => Partial<FactsByKind["resolver-settings"]>,
): void {
  const { draft, pointer } = config;
  const told = config.text("OwnerId");
  const owner = told !== null && isAccount(told) ? told : draft.place.account;
  const node = networkSettings(config, network, owner);
  draft.node({ ...node, is: facts(config.about(node.id)) });
  draft.edge({ from: node.id, relation: "network", to: network, pointer });
}

function wordIn(item: Item, member: string): string {
  const word = worded(item.text(member)) ?? "unknown";
  if (/local-resource-setting$/.test(word))
    item.gap("unmodelled", "A Route 53 Profile has a say in the resolver of a network, and is not read");
  return word;
}
