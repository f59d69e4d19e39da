export type Token =
  | {
      readonly type: "open";
      readonly tag: string;
      readonly attributes: ReadonlyMap<string, string>;
      readonly empty: boolean;
    }
  | { readonly type: "close"; readonly tag: string }
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "broken"; readonly why: string };

/** Names of SAML metadata are ASCII; whatever else XML allows in a name is refused. */
const NAME = /[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?/y;
const BLANK = /[ \t\r\n]*/y;
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
]);

const broken = (why: string): Token => ({ type: "broken", why });

/** Splits a document into tags and text, from its beginning until it ends or breaks. */
export function* tokens(document: string): Generator<Token> {
  const text = document.startsWith("\uFEFF") ? document.slice(1) : document;
  let at = 0;
  while (at < text.length) {
    const [token, next] = text[at] === "<" ? markup(text, at) : characters(text, at);
    if (token !== null) yield token;
    if (token?.type === "broken") return;
    at = next;
  }
}

type Read = readonly [token: Token | null, next: number];

function characters(text: string, at: number): Read {
  const end = text.indexOf("<", at);
  const next = end < 0 ? text.length : end;
  const plain = unescaped(text.slice(at, next));
  return [plain === null ? broken("names an entity") : { type: "text", text: plain }, next];
}

function markup(text: string, at: number): Read {
  if (text.startsWith("<!--", at)) return past(text, "-->", at + 4);
  if (text.startsWith("<?", at)) return past(text, "?>", at + 2);
  if (text.startsWith("<![CDATA[", at)) {
    const end = text.indexOf("]]>", at);
    if (end < 0) return [broken("ends inside a section of text"), at];
    return [{ type: "text", text: text.slice(at + 9, end) }, end + 3];
  }
  if (text.startsWith("<!", at)) return [broken("declares a document type"), at];
  return text[at + 1] === "/" ? closing(text, at + 2) : opening(text, at + 1);
}

function past(text: string, mark: string, from: number): Read {
  const end = text.indexOf(mark, from);
  return end < 0 ? [broken("ends inside a comment or instruction"), from] : [null, end + mark.length];
}

function closing(text: string, at: number): Read {
  const tag = match(NAME, text, at);
  const end = at + tag.length + match(BLANK, text, at + tag.length).length;
  if (tag === "" || text[end] !== ">") return [broken("has a tag that cannot be read"), at];
  return [{ type: "close", tag }, end + 1];
}

function opening(text: string, from: number): Read {
  const tag = match(NAME, text, from);
  if (tag === "") return [broken("has a tag that cannot be read"), from];
  const attributes = new Map<string, string>();
  for (let at = from + tag.length; ; ) {
    const blank = match(BLANK, text, at);
    at += blank.length;
    if (text[at] === ">") return [{ type: "open", tag, attributes, empty: false }, at + 1];
    if (text.startsWith("/>", at)) return [{ type: "open", tag, attributes, empty: true }, at + 2];
    const read = blank === "" ? null : attribute(text, at);
    if (read === null || attributes.has(read.name))
      return [broken("has an attribute that cannot be read"), at];
    attributes.set(read.name, read.value);
    at = read.next;
  }
}

function attribute(text: string, from: number): { name: string; value: string; next: number } | null {
  const name = match(NAME, text, from);
  const equals = from + name.length + match(BLANK, text, from + name.length).length;
  const start = equals + 1 + match(BLANK, text, equals + 1).length;
  const quote = text[start];
  if (name === "" || text[equals] !== "=" || (quote !== '"' && quote !== "'")) return null;
  const end = text.indexOf(quote, start + 1);
  const raw = end < 0 ? "<" : text.slice(start + 1, end);
  const value = raw.includes("<") ? null : unescaped(raw);
  return value === null ? null : { name, value, next: end + 1 };
}

/** Null where it names an entity that XML itself does not know: only a document type could declare it. */
function unescaped(text: string): string | null {
  if (!text.includes("&")) return text;
  let known = true;
  const plain = text.replace(/&(#x?[0-9a-fA-F]{1,6}|[a-z]{2,4});|&/g, (_whole, name?: string) => {
    const value = name === undefined ? undefined : (ENTITIES.get(name) ?? numbered(name));
    known &&= value !== undefined;
    return value ?? "";
  });
  return known ? plain : null;
}

function numbered(name: string): string | undefined {
  const [, hex, decimal] = /^#(?:x([0-9a-fA-F]+)|(\d+))$/.exec(name) ?? [];
  if (hex === undefined && decimal === undefined) return undefined;
  const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return point === 0 || point > 0x10ffff ? undefined : String.fromCodePoint(point);
}

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? "";
}
