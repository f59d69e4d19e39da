export type { InventoryFile } from "./entries.js";
export { isInventoryFile, type ListingPlace, listingsOf, readInventory } from "./read.js";
export { InventorySchema } from "./schema.js";
