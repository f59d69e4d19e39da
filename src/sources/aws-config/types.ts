import { BALANCER_TYPES } from "./balancer-types.js";
import { IDENTITY_TYPES } from "./identity-types.js";
import type { ItemType } from "./item-type.js";
import { NETWORK_TYPES } from "./network-types.js";

/** Every type that is asked for. */
export const TYPES: readonly ItemType[] = [...NETWORK_TYPES, ...BALANCER_TYPES, ...IDENTITY_TYPES];

const BY_NAME: ReadonlyMap<string, ItemType> = new Map(TYPES.map((type) => [type.type, type]));

export function typeNamed(name: string): ItemType | undefined {
  return BY_NAME.get(name);
}

/** Types whose items an answer to a call lists. */
export function typesOf(call: string): readonly ItemType[] {
  return TYPES.filter((type) => type.call === call);
}
