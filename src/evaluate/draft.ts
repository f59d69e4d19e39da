import { canonicalText } from "./canonical-text.js";
import { Aliases } from "./identities.js";
import type { IdentityMembers } from "./identity-members.js";
import { quoted } from "./quoted.js";
import { shapeOf } from "./shapes.js";

/** No engine takes a document this long, and no policy should ask for it. */
const LONGEST = 1 << 27;

/** Thrown where a policy reads so much of the estate that no document can hold it. */
export class DocumentTooLarge extends Error {
  constructor() {
    super(`the document would be longer than ${LONGEST} characters`);
  }
}

/**
 * A document being written, with the places of ids and labels kept apart from the rest: they can be
 * written as they are, or replaced by placeholders.
 */
export class Draft {
  private readonly chunks: string[] = [];
  private readonly names: string[] = [];
  private text = "";
  private length = 0;

  write(text: string): void {
    this.text += text;
  }

  /**
   * A derived fact: its members `id` and `label` name nodes, at whatever depth, and so does what stands where `names`
   * says. The compiler takes both for identity: what is not replaced here would be equal to nothing.
   */
  fact(value: unknown, names?: IdentityMembers): void {
    if (Array.isArray(value)) this.items(value, names?.items);
    else if (typeof value === "object" && value !== null)
      this.members(value as Record<string, unknown>, names?.members);
    else if (names?.here && typeof value === "string") this.identity(value);
    else this.write(canonicalText(value));
  }

  /** A value in which names of nodes stand where `names` says. */
  shaped(value: unknown, names: IdentityMembers | undefined): void {
    if (names === undefined || typeof value !== "object" || value === null) {
      if (names?.here && typeof value === "string") this.identity(value);
      else this.write(canonicalText(value));
    } else if (Array.isArray(value)) {
      let separator = "[";
      for (const item of value) {
        this.write(separator);
        separator = ",";
        this.shaped(item, names.items);
      }
      this.write(separator === "[" ? "[]" : "]");
    } else {
      const members = value as Record<string, unknown>;
      this.object(members, (member, key) => this.shaped(member, names.members?.get(key)));
    }
  }

  private items(items: readonly unknown[], names: IdentityMembers | undefined): void {
    items.forEach((item, index) => {
      this.write(index === 0 ? "[" : ",");
      this.fact(item, names);
    });
    this.write(items.length === 0 ? "[]" : "]");
  }

  private members(value: Record<string, unknown>, names: IdentityMembers["members"]): void {
    this.object(value, (member, key) => {
      if (typeof member === "string" && (key === "id" || key === "label")) this.identity(member);
      else this.fact(member, names?.get(key));
    });
  }

  private object(value: Record<string, unknown>, write: (member: unknown, key: string) => void): void {
    const { keys, first, next } = shapeOf(value);
    let none = true;
    for (let index = 0; index < keys.length; index++) {
      const key = keys[index] ?? "";
      const member = value[key];
      if (member === undefined) continue;
      this.text += none ? first[index] : next[index];
      none = false;
      write(member, key);
    }
    this.text += none ? "{}" : "}";
  }

  /** An id or a label. */
  identity(raw: string): void {
    this.chunks.push(this.text);
    this.length += this.text.length + raw.length;
    if (this.length > LONGEST) throw new DocumentTooLarge();
    this.text = "";
    this.names.push(raw);
  }

  /** The document as it is. */
  exact(): string {
    return this.joined((raw) => quoted(raw));
  }

  /** The document with placeholders; undefined where the estate's own text could be taken for one. */
  disguised(): { readonly text: string; readonly names: Aliases } | undefined {
    if (Aliases.occurIn(this.text) || this.chunks.some(Aliases.occurIn)) return undefined;
    const names = new Aliases();
    return { text: this.joined((raw) => `"${names.placeholder(raw)}"`), names };
  }

  private joined(written: (raw: string) => string): string {
    let out = "";
    for (let index = 0; index < this.chunks.length; index++) {
      out += (this.chunks[index] ?? "") + written(this.names[index] ?? "");
    }
    return out + this.text;
  }
}
