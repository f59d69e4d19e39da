import { quoted } from "./quoted.js";
import { shapeOf } from "./shapes.js";

/**
 * The same text as `canonicalJson` of model, in one pass without copies of the value. Documents are
 * written by the million, and equal ones must be equal text.
 */
export function canonicalText(value: unknown): string {
  if (typeof value === "string") return quoted(value);
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "null";
  if (typeof value === "boolean") return value ? "true" : "false";
  if (typeof value !== "object" || value === null) return "null";
  return Array.isArray(value) ? arrayText(value) : objectText(value as Record<string, unknown>);
}

function arrayText(items: readonly unknown[]): string {
  let text = "[";
  for (let index = 0; index < items.length; index++) {
    text += index === 0 ? canonicalText(items[index]) : `,${canonicalText(items[index])}`;
  }
  return `${text}]`;
}

function objectText(value: Record<string, unknown>): string {
  const { keys, first, next } = shapeOf(value);
  let text = "";
  for (let index = 0; index < keys.length; index++) {
    const member = value[keys[index] ?? ""];
    if (member === undefined) continue;
    text += text === "" ? first[index] : next[index];
    text += canonicalText(member);
  }
  return text === "" ? "{}" : `${text}}`;
}
