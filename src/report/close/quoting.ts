import { visible } from "../visible.js";

/**
 * One word of a POSIX shell (Shell Command Language, 2.2.2): as it is where nothing in it has a meaning, else between
 * single quotes. Undefined where it would be read as an option, or has characters that nobody sees: such a command is
 * not to be copied.
 */
export function shellWord(text: string): string | undefined {
  if (text === "" || text.startsWith("-") || visible(text) !== text) return undefined;
  return /^[\w.:/@%+=,-]+$/.test(text) ? text : singleQuoted(text);
}

/** A value as JSON, as one word of a shell; what nobody sees is written out. */
export function jsonWord(value: unknown): string {
  return singleQuoted(escapedUnseen(JSON.stringify(value)));
}

/** A quoted string of HCL: templates do not begin in it (HCL Native Syntax Specification, "Template Expressions"). */
export function hclString(text: string): string {
  const written = [...text].map((char) => HCL_ESCAPES.get(char) ?? unseenAs(char)).join("");
  return `"${written.replace(/\$\{/g, "$$$${").replace(/%\{/g, "%%{")}"`;
}

const HCL_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '\\"'],
  ["\\", "\\\\"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);

/** A name of a block of HCL. */
export function hclName(text: string): string {
  return text
    .replace(/[^A-Za-z0-9]+/g, "_")
    .replace(/^(?![A-Za-z])/, "r_")
    .slice(0, 80);
}

function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** Control characters are escaped by JSON itself; others that are not seen are left to us. */
function escapedUnseen(json: string): string {
  return [...json].map(unseenAs).join("");
}

/** A character as it is, or as its UTF-16 units where nobody sees it. */
function unseenAs(char: string): string {
  if (visible(char) === char) return char;
  return char
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}
