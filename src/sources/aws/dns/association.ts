import type { FactsByKind } from "../../../model/index.js";
import type { Item } from "../item.js";
import { worded } from "./name.js";
import { resolverIdentity } from "./resolver-identity.js";

interface Words {
  /** Resource word of the ARN, and the node's type. */
  readonly word: string;
  readonly type: string;
  /** Members that hold the two ends. */
  readonly associated: string;
  readonly network: string;
  /** What only this kind of association tells. */
  facts?(item: Item): Partial<FactsByKind["dns-association"]>;
}

/** What a network is answered by, refused by or logged by; the account of the network tells of it. */
export function addAssociations(items: readonly Item[], words: Words): void {
  for (const raw of items) {
    const association = resolverIdentity(raw, words.word);
    if (association === null) continue;
    const { id: from, item, base } = association;
    const { draft, pointer } = item;
    draft.node({
      ...base,
      kind: "dns-association",
      type: words.type,
      is: {
        name: item.text("Name") || null,
        status: worded(item.text("Status")) ?? "unknown",
        ...words.facts?.(item),
      },
    });
    for (const [relation, member] of [
      ["associated", words.associated],
      ["network", words.network],
    ] as const) {
      const to = item.text(member) || null;
      if (to === null)
        item.gap("unparsed", `${draft.place.call} answered with an item that has no ${member}`);
      draft.edge({ from, relation, to, pointer });
    }
  }
}
