import { NamespaceScope } from "./xml-names.js";
import { type Token, tokens } from "./xml-tokens.js";

/** An element of a document, by its namespace. */
export interface XmlElement {
  readonly namespace: string;
  /** Without its prefix. */
  readonly name: string;
  /** Attributes without a prefix. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** All character data directly inside it. */
  readonly text: string;
}

interface Open {
  readonly tag: string;
  readonly names: NamespaceScope;
  readonly element: { children: XmlElement[]; text: string } & Omit<XmlElement, "children" | "text">;
}

const DEEPEST = 50;
const MOST_ELEMENTS = 100_000;

/**
 * Reads an XML document without trust: one root, every tag closed, no document type and so no entities but the
 * five of XML itself (https://www.w3.org/TR/xml/#sec-predefined-ent), bounded in depth and number. In time that
 * grows with the text.
 * @returns the root, or in a few words why the text is none
 */
export function readXml(text: string): XmlElement | string {
  const open: Open[] = [];
  let root: XmlElement | undefined;
  let count = 0;
  for (const token of tokens(text)) {
    if (token.type === "broken") return token.why;
    const top = open.at(-1);
    if (token.type === "text") {
      if (top !== undefined) top.element.text += token.text;
      else if (token.text.trim() !== "") return "has text outside its root";
    } else if (token.type === "close") {
      if (top?.tag !== token.tag) return "closes a tag that is not open";
      open.pop();
    } else {
      if (root !== undefined && top === undefined) return "has more than one root";
      if (open.length >= DEEPEST) return `is nested more than ${DEEPEST} deep`;
      if (++count > MOST_ELEMENTS) return `has more than ${MOST_ELEMENTS} elements`;
      const opened = enter(token, top);
      if (opened === null) return "uses a prefix that stands for no namespace";
      root ??= opened.element;
      top?.element.children.push(opened.element);
      if (!token.empty) open.push(opened);
    }
  }
  if (open.length > 0) return "ends inside a tag that is open";
  return root ?? "has no element";
}

function enter(token: Extract<Token, { type: "open" }>, parent: Open | undefined): Open | null {
  const names = (parent?.names ?? NamespaceScope.NONE).within(token.attributes);
  const [name, namespace] = names.resolve(token.tag);
  if (namespace === null) return null;
  const plain = [...token.attributes].filter(([key]) => !key.includes(":") && key !== "xmlns");
  const element = { namespace, name, attributes: new Map(plain), children: [], text: "" };
  return { tag: token.tag, names, element };
}
