export { renderLeastChangeJson } from "./close/instructions.js";
export { renderLeastChange } from "./close/text.js";
export { renderFramework } from "./framework-text.js";
export { type HtmlOptions, renderHtml } from "./html.js";
export { jsonParts, renderJson } from "./json.js";
export { type SchemaFile, schemaFiles } from "./json-schema.js";
export { type KeptFlow, renderAnswer, renderExposed, renderFlows, renderMatrix } from "./reach-text.js";
export { renderSarif, type SarifOptions } from "./sarif.js";
export { renderText, type TextOptions } from "./text.js";
