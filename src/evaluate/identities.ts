import { canonicalJson } from "../model/index.js";
import type { CompiledPolicies } from "./compiled.js";
import { wellFormed } from "./quoted.js";

/**
 * DEL: a JSON string may hold it unescaped in one byte, and people do not write it. Where the estate
 * does hold it outside ids and labels, the document is judged undisguised.
 */
const MARK = "\u007f";
const PLACEHOLDER = new RegExp(`${MARK}id([0-9]+)${MARK}`, "g");

/** The first placeholders, which every document has: made once. */
const PLACES = Array.from({ length: 256 }, (_, number) => placeOf(number));

function placeOf(number: number): string {
  return `${MARK}id${number}${MARK}`;
}

/**
 * The placeholders of one document: equal names get equal ones, different names different ones, by
 * the order in which they first occur and nothing else. So documents that are equal but for identity
 * become equal text.
 */
export class Aliases {
  private readonly places = new Map<string, string>();
  private readonly names: string[] = [];

  placeholder(raw: string): string {
    const name = wellFormed(raw);
    const known = this.places.get(name);
    if (known !== undefined) return known;
    const number = this.names.push(name) - 1;
    const place = PLACES[number] ?? placeOf(number);
    this.places.set(name, place);
    return place;
  }

  /** Puts ids and labels back into what a policy answered. */
  restored(text: string): string {
    if (!text.includes(MARK)) return text;
    return text.replace(PLACEHOLDER, (found, number: string) => {
      const name = this.names[Number(number)];
      return name ?? found;
    });
  }

  /** Whether text that is not an id or label could be taken for a placeholder, or for part of one. */
  static occurIn(text: string): boolean {
    return text.includes(MARK);
  }

  /** Whether a program or its data holds what looks like a placeholder: then nothing can be disguised. */
  static builtInto({ wasm, data }: CompiledPolicies): boolean {
    return (
      Buffer.from(wasm).toString("latin1").search(PLACEHOLDER) >= 0 ||
      canonicalJson(data).search(PLACEHOLDER) >= 0
    );
  }
}
