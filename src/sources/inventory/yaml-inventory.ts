import { isNode, LineCounter, parseDocument } from "yaml";
import { InputError, validate } from "../../model/index.js";
import { type Inventory, InventorySchema } from "./format.js";
import type { InventoryFile, Row } from "./row.js";

/** An inventory in YAML, as rows that know their lines. Throws an InputError with line and column. */
export function yamlRows({ path, text }: InventoryFile): Row[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, merge: false });
  const [error] = document.errors;
  if (error !== undefined) {
    const { line, col } = lines.linePos(error.pos[0]);
    const [message = ""] = error.message.split(/ at line \d+/);
    throw new InputError(
      `the inventory is not valid YAML: ${message}`,
      { path, line, column: col },
      "mend the line",
    );
  }
  const value: unknown = document.toJS({ maxAliasCount: 20 });
  const lineOf = (keys: readonly (string | number)[]) => {
    for (let depth = keys.length; depth > 0; depth--) {
      const node = document.getIn(keys.slice(0, depth), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  const [problem] = validate(InventorySchema, value);
  if (problem !== undefined) {
    const keys = problem.pointer
      .split("/")
      .slice(1)
      .map((key) => (/^\d+$/.test(key) ? Number(key) : key));
    const message = `the inventory does not fit: ${problem.pointer || "/"} ${problem.message}`;
    throw new InputError(message, { path, line: lineOf(keys) }, "see src/sources/inventory/FORMAT.md");
  }
  const { sites = [], hosts = [] } = value as Inventory;
  return [
    ...sites.map((site, index): Row => ({ kind: "site", site, path, line: lineOf(["sites", index]) })),
    ...hosts.map((host, index): Row => ({ kind: "host", host, path, line: lineOf(["hosts", index]) })),
  ];
}
