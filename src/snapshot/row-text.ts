import { canonicalJson, type Provenance } from "../model/index.js";

/** A value with a place, as it is stored and as it is hashed. */
export interface Written {
  /** JSON, exact. */
  readonly text: string;
  /** Canonical JSON without the time of the place. */
  readonly timeless: string;
}

/** Writes a value once for storing and, in the same go, for the hash that must not depend on times. */
export function write(value: { readonly at: Provenance }): Written {
  const { at, ...rest } = value;
  const { time, ...place } = at;
  const body = canonicalJson(rest);
  const where = canonicalJson(place);
  const stamped = time === undefined ? where : canonicalJson(at);
  return { text: `{"at":${stamped},${body.slice(1)}`, timeless: `${where}${body}` };
}

const ESCAPE = /\\(u[dD][89a-fA-F][0-9a-fA-F]{2}|.)/g;

/**
 * JSON text whose strings are valid Unicode: JSON.stringify escapes lone surrogates, and DuckDB's JSON
 * functions refuse them (RFC 8259, 8.2). They become U+FFFD. The same object comes back where nothing changed.
 */
export function plainJson(text: string): string {
  if (!text.includes("\\ud")) return text;
  return text.replace(ESCAPE, (whole, code: string) => (code.length > 1 ? "\\ufffd" : whole));
}
