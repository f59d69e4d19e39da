const MARK = "\u0001";
// biome-ignore lint/suspicious/noControlCharactersInRegex: the mark is a control character on purpose, collected text hardly holds one.
const PLACE = /\u0001(\d+)\u0001/g;

/**
 * Stands in for ids and labels where every policy of a group only quotes them, so that copies give the
 * same document. Injective: equal texts get equal places, in the order in which they come.
 */
export class Placeholders {
  private readonly numbers = new Map<string, string>();
  private readonly texts: string[] = [];
  /** How many were written out. */
  written = 0;

  of(text: string): string {
    this.written++;
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    const place = `${MARK}${this.texts.length}${MARK}`;
    this.numbers.set(text, place);
    this.texts.push(text);
    return place;
  }

  /** Did the document hold the mark itself? Then the places could not be told from collected text. */
  clash(json: string): boolean {
    let found = 0;
    for (let at = json.indexOf("\\u0001"); at >= 0; at = json.indexOf("\\u0001", at + 6)) found++;
    return found !== this.written * 2;
  }

  /** Puts the texts back into whatever a policy returned. */
  restore<T>(value: T): T {
    if (typeof value === "string") return this.inText(value) as T;
    if (Array.isArray(value)) return value.map((member: unknown) => this.restore(member)) as T;
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [this.inText(key), this.restore(member as unknown)]),
    ) as T;
  }

  private inText(text: string): string {
    return text.includes(MARK)
      ? text.replace(PLACE, (all, number) => this.texts[Number(number)] ?? all)
      : text;
  }
}
