export { missingListing } from "./missing-listing.js";
export { isNftablesListing, type NftablesFile, readNftables } from "./normalize.js";
