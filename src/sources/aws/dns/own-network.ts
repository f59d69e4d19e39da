import type { Item } from "../item.js";

/** The id of a VPC of the account's own: what is shared with it the owner is asked about. */
export function ownNetwork(network: Item): string | null {
  const [id, owner] = [network.text("VpcId"), network.text("OwnerId")];
  const { account } = network.draft.place;
  return owner !== null && account !== undefined && owner !== account ? null : id;
}
