import { isObject, type Json, type JsonObject } from "../../model/index.js";

/** One side of a change, with what is not known yet. */
export class Values {
  constructor(
    readonly json: JsonObject,
    readonly unknown: JsonObject,
  ) {}

  /** Is the attribute, or some part of it, known only after apply? */
  isUnknown(name: string): boolean {
    return hasTrue(this.unknown[name]);
  }

  text(name: string): string | undefined {
    const value = this.json[name];
    if (typeof value === "string" && value !== "") return value;
    return typeof value === "number" ? String(value) : undefined;
  }

  number(name: string): number | undefined {
    const value = this.json[name];
    if (typeof value === "number") return value;
    return typeof value === "string" && /^-?\d+$/.test(value) ? Number(value) : undefined;
  }

  flag(name: string): boolean {
    return this.json[name] === true;
  }

  texts(name: string): string[] {
    const value = this.json[name];
    return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
  }

  /** A list of blocks, each with its own unknowns. */
  blocks(name: string): Values[] {
    const value = this.json[name];
    const unknown = this.unknown[name];
    if (!Array.isArray(value)) return [];
    return value.flatMap((item, index) => {
      if (!isObject(item)) return [];
      const own = Array.isArray(unknown) ? unknown[index] : undefined;
      return [new Values(item, isObject(own) ? own : {})];
    });
  }

  tags(): { Key: string; Value: string }[] {
    const own = this.json["tags_all"] ?? this.json["tags"];
    if (!isObject(own)) return [];
    return Object.entries(own).flatMap(([Key, Value]) => (typeof Value === "string" ? [{ Key, Value }] : []));
  }
}

function hasTrue(value: Json | undefined): boolean {
  if (value === true) return true;
  if (Array.isArray(value)) return value.some(hasTrue);
  return isObject(value) ? Object.values(value).some(hasTrue) : false;
}
