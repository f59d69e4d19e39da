export { InventorySchema } from "./format.js";
export { isInventoryFile, readInventory } from "./normalize.js";
export type { InventoryFile } from "./row.js";
