import { type Document, isMap, isNode, LineCounter, parseDocument } from "yaml";
import { InputError, type Place, validate } from "../../model/index.js";
import type { Entries, Entry, InventoryFile } from "./entries.js";
import { type Inventory, InventorySchema } from "./schema.js";

const NEXT = "see the inventory's FORMAT.md for what it may hold";
/** Aliases save typing; more than these are a bomb. */
const MOST_ALIASES = 50;

/**
 * Reads an inventory in YAML 1.2.
 * @throws InputError with line and column
 */
export function readYaml({ path, text }: InventoryFile): Entries {
  const lines = new LineCounter();
  const document = parsed(path, text, lines);
  const [error] = [...document.errors, ...document.warnings];
  if (error !== undefined) {
    const { line, col } = lines.linePos(error.pos[0]);
    const [message = ""] = error.message.split(/ at line \d+/);
    throw new InputError(
      `the inventory is not valid YAML: ${message.replace(/:$/, "")}`,
      { path, line, column: col },
      "mend the line",
    );
  }
  const at = (pointer: string): Place => ({ path, ...positionOf(document, lines, pointer) });
  const [problem] = validate(InventorySchema, contentOf(document, path));
  if (problem !== undefined) {
    throw new InputError(
      `the inventory does not fit: ${problem.pointer || "/"} ${problem.message}`,
      at(problem.pointer),
      NEXT,
    );
  }
  return entriesOf(document.toJS({ maxAliasCount: MOST_ALIASES }) as Inventory, at);
}

function parsed(path: string, text: string, lineCounter: LineCounter): Document {
  try {
    return parseDocument(text, { lineCounter, uniqueKeys: true, merge: false, version: "1.2" });
  } catch (cause) {
    // The library recurses: only nesting of many thousand levels exhausts the stack.
    if (!(cause instanceof RangeError)) throw cause;
    throw new InputError("the inventory nests too deeply", { path }, NEXT);
  }
}

function contentOf(document: Document, path: string): unknown {
  try {
    return document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (cause) {
    // The library throws where aliases multiply, and where one names no anchor.
    if (!(cause instanceof ReferenceError)) throw cause;
    throw new InputError(
      "the inventory uses too many aliases, or one without its anchor",
      { path },
      "write the values out",
    );
  }
}

function entriesOf(
  { sites = [], networks = [], hosts = [] }: Inventory,
  at: (pointer: string) => Place,
): Entries {
  const entry = <T>(value: T, pointer: string): Entry<T> => ({
    value,
    pointer,
    place: at(pointer),
    member: (name) => at(`${pointer}/${name}`),
  });
  return {
    sites: sites.map((site, index) => entry(site, `/sites/${index}`)),
    networks: networks.map((network, index) => entry(network, `/networks/${index}`)),
    hosts: hosts.map((host, index) => entry(host, `/hosts/${index}`)),
    interfaces: hosts.flatMap(({ id, interfaces = [] }, index) =>
      interfaces.map((value, inner) => entry({ host: id, value }, `/hosts/${index}/interfaces/${inner}`)),
    ),
  };
}

/** Line and column of the innermost node that the JSON pointer reaches. */
function positionOf(
  document: Document,
  lines: LineCounter,
  pointer: string,
): { line?: number; column?: number } {
  let node: unknown = document.contents;
  let offset: number | undefined;
  for (const part of pointer.split("/").slice(1)) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => String(key) === part);
      if (isNode(pair?.key)) offset = pair.key.range?.[0] ?? offset;
    }
    const step = /^\d+$/.test(part) ? Number(part) : part;
    node = (node as { get?: (key: string | number, keep: boolean) => unknown } | null)?.get?.(step, true);
    if (typeof step === "number" && isNode(node)) offset = node.range?.[0] ?? offset;
  }
  if (offset === undefined) return {};
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}
