import { type Batch, gapOf } from "../../model/index.js";
import { hidden, type NftPlace } from "./place.js";

/** A listing that an inventory names and nobody gave: what guards its host is not known. */
export function missingListing(place: NftPlace): Batch {
  const gap = gapOf({
    reason: "not-collected",
    message: `the listing ${place.path} of the host ${place.host ?? "that names it"} was not given`,
    at: { source: "nftables", uri: place.path },
    touches: hidden(place),
  });
  return { nodes: [], edges: [], gaps: [gap] };
}
