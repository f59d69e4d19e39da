export { Aggregator } from "./fetch/aggregator.js";
export { SavedItems } from "./saved-items.js";
