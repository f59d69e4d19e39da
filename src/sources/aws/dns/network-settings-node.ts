import { ec2Arn } from "../arn.js";
import type { Item } from "../item.js";
import { scopeOf } from "../place.js";

/** The node of a network's resolver, which several calls tell of. */
export function networkSettings(item: Item, network: string, owner: string | undefined) {
  const { place } = item.draft;
  return {
    id: `${ec2Arn(place, `vpc/${network}`, owner)}#resolver`,
    kind: "resolver-settings",
    type: "aws.resolver-settings",
    label: `resolver of ${network}`,
    scope: scopeOf(place, owner),
    native: item.json,
    pointer: item.pointer,
  } as const;
}
