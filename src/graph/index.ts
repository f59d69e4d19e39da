export { applyChanges } from "./apply-changes.js";
export { type AssembleOptions, assemble, assembleStream } from "./assemble.js";
export { type Difference, differenceOf } from "./difference.js";
export { dumpGraph, dumpLines } from "./dump-graph.js";
export type { Graph, Step } from "./graph.js";
export { homesOf } from "./homes.js";
export { type GraphImage, imageOf, openImage } from "./image.js";
export { createMemoryStore } from "./memory-store.js";
