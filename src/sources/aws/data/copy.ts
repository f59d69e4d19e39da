import type { FactsByKind } from "../../../model/index.js";
import { type Identity, nodeBase } from "../identity.js";
import type { Item } from "../item.js";

export type CopyFacts = Partial<FactsByKind["data-copy"]>;

/** Adds the node of a snapshot or an image. */
export function addCopy(
  identity: Identity,
  copy: { readonly type: string; readonly name?: string | null; readonly is: CopyFacts },
): string {
  const { type, name, is } = copy;
  return identity.item.draft.node({ ...nodeBase(identity, name ?? undefined), kind: "data-copy", type, is });
}

/** Whom permissions of a snapshot or image name: accounts, organizations, `all`. Sorted. */
export function sharedIn(permissions: readonly Item[]): string[] {
  const named = permissions.flatMap((one) => {
    const who =
      one.text("Group") ??
      one.text("UserId") ??
      one.text("OrganizationArn") ??
      one.text("OrganizationalUnitArn");
    if (who === null) one.gap("unparsed", `${one.draft.place.call} answered with a permission for nobody`);
    return who === null ? [] : [who];
  });
  return [...new Set(named)].sort();
}
