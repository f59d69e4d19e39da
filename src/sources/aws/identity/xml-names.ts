/** Prefixes and the namespaces that they stand for, in one element. https://www.w3.org/TR/xml-names/ */
export class NamespaceScope {
  static readonly NONE = new NamespaceScope(
    new Map([
      ["", ""],
      ["xml", "http://www.w3.org/XML/1998/namespace"],
    ]),
    null,
  );

  private constructor(
    private readonly own: ReadonlyMap<string, string>,
    private readonly outer: NamespaceScope | null,
  ) {}

  /** The scope inside an element with these attributes. */
  within(attributes: ReadonlyMap<string, string>): NamespaceScope {
    const own = [...attributes].flatMap(([key, value]): [string, string][] => {
      if (key === "xmlns") return [["", value]];
      return key.startsWith("xmlns:") ? [[key.slice("xmlns:".length), value]] : [];
    });
    return own.length === 0 ? this : new NamespaceScope(new Map(own), this);
  }

  /** The name without its prefix, and its namespace; null where the prefix stands for none. */
  resolve(tag: string): readonly [name: string, namespace: string | null] {
    const colon = tag.indexOf(":");
    const [prefix, name] = colon < 0 ? ["", tag] : [tag.slice(0, colon), tag.slice(colon + 1)];
    return [name, this.namespaceOf(prefix)];
  }

  private namespaceOf(prefix: string): string | null {
    return this.own.get(prefix) ?? this.outer?.namespaceOf(prefix) ?? null;
  }
}
