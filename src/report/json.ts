import { canonicalJson, type Delta, type Report } from "../model/index.js";

/** The report itself as JSON: members sorted, two spaces of indent, a line feed at the end. */
export function renderJson(input: Report | Delta): string {
  return `${JSON.stringify(JSON.parse(canonicalJson(input)), null, 2)}\n`;
}
