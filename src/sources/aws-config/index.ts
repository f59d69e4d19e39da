export { SavedItems } from "./saved-items.js";
