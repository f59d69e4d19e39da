export { asideOf, discardAside, type Earlier, openEarlier, setAside } from "./earlier.js";
export { builtEmpty, fill } from "./empty.js";
export { type QueryTable, querySnapshot } from "./query.js";
export { openSnapshot, type SnapshotReader } from "./reader.js";
export { ROW_SCHEMAS } from "./row-schemas.js";
export { SCHEMA_VERSION } from "./schema.js";
export { createSpillStore, type SpillStore } from "./spill-store.js";
export { VIEWS } from "./views.js";
export { createSnapshot, type SnapshotOptions, type SnapshotWriter } from "./writer.js";
