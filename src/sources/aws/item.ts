import { isObject, type Json, type JsonObject } from "../../model/index.js";
import type { Draft, Touches } from "./draft.js";

/**
 * One object of an answer, read without trust: a member of the wrong type reads as absent and leaves
 * a gap that touches what the item is `about`.
 */
export class Item {
  constructor(
    readonly json: JsonObject,
    readonly pointer: string,
    private readonly reading: { readonly draft: Draft; readonly touches: Touches },
  ) {}

  get draft(): Draft {
    return this.reading.draft;
  }

  /** The same item, now that it is known which node it describes. */
  about(node: string): Item {
    return new Item(this.json, this.pointer, { draft: this.draft, touches: { nodes: [node] } });
  }

  text(name: string): string | null {
    const value = this.member(name);
    if (value === undefined) return null;
    return typeof value === "string" ? value : this.wrong(name, "text");
  }

  int(name: string): number | null {
    const value = this.member(name);
    if (value === undefined) return null;
    return Number.isSafeInteger(value) ? (value as number) : this.wrong(name, "a whole number");
  }

  flag(name: string): boolean | null {
    const value = this.member(name);
    if (value === undefined) return null;
    return typeof value === "boolean" ? value : this.wrong(name, "true or false");
  }

  child(name: string): Item | null {
    const value = this.member(name);
    if (value === undefined) return null;
    return isObject(value) ? this.inner(name, value) : this.wrong(name, "an object");
  }

  /** Other members, read as if they stood here: for lists of text that is read like a member. */
  having(json: JsonObject): Item {
    return new Item(json, this.pointer, this.reading);
  }

  /** The place of a member that is no object, to cite what stands in it. */
  inside(name: string): Item {
    return this.inner(name, {});
  }

  /** The objects of a list; an absent list is empty. */
  list(name: string): Item[] {
    return this.array(name).flatMap((value, index) => {
      if (isObject(value)) return [this.inner(`${name}/${index}`, value)];
      this.wrong(`${name}/${index}`, "an object");
      return [];
    });
  }

  texts(name: string): string[] {
    return this.array(name).flatMap((value, index) => {
      if (typeof value === "string") return [value];
      this.wrong(`${name}/${index}`, "text");
      return [];
    });
  }

  /** Leaves a gap about this item. */
  gap(reason: "unparsed" | "unmodelled", message: string): void {
    this.draft.gap(reason, message, { pointer: this.pointer, touches: this.reading.touches });
  }

  private array(name: string): Json[] {
    const value = this.member(name);
    if (value === undefined) return [];
    return Array.isArray(value) ? value : (this.wrong(name, "a list") ?? []);
  }

  private member(name: string): Json | undefined {
    return Object.hasOwn(this.json, name) ? (this.json[name] ?? undefined) : undefined;
  }

  private inner(path: string, value: JsonObject): Item {
    return new Item(value, `${this.pointer}/${path}`, this.reading);
  }

  private wrong(path: string, expected: string): null {
    const message = `${this.draft.place.call} answered with a ${path} that is not ${expected}`;
    this.draft.gap("unparsed", message, {
      pointer: `${this.pointer}/${path}`,
      touches: this.reading.touches,
    });
    return null;
  }
}
