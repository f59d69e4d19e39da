export { isNftablesListing, type NftablesFile, readNftables } from "./normalize.js";
