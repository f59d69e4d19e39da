import { canonicalJson } from "../model/index.js";

const VERB = /%([-+# 0]*)(\d+)?(?:\.(\d*))?(.)/gsu;

/**
 * OPA's `sprintf`, which is Go's (package fmt): whole numbers are integers, other values than numbers
 * and strings are written as Rego writes them, and what does not fit a verb is said in the text, e.g.
 * `%!d(string=x)` and `%!s(MISSING)`.
 */
export function sprintf(format: string, values: readonly unknown[]): string {
  let next = 0;
  const text = format.replace(VERB, (...match: string[]) => {
    const [, flags = "", width, precision, verb = ""] = match as (string | undefined)[];
    if (verb === "%") return "%";
    if (next >= values.length) return `%!${verb}(MISSING)`;
    const body = formatted(values[next++], { verb, flags, precision });
    return padded(body, flags, width);
  });
  const extra = values.slice(next).map((value) => `${goType(value)}=${plain(value)}`);
  return extra.length === 0 ? text : `${text}%!(EXTRA ${extra.join(", ")})`;
}

interface Verb {
  readonly verb: string;
  readonly flags: string;
  readonly precision: string | undefined;
}

function formatted(value: unknown, how: Verb): string {
  if (how.verb === "v") return plain(value);
  if (how.verb === "T") return goType(value);
  const body = typeof value === "number" ? numeric(value, how) : textual(value, how);
  return body ?? `%!${how.verb}(${goType(value)}=${plain(value)})`;
}

function textual(value: unknown, { verb, precision }: Verb): string | undefined {
  const text = plain(value);
  if (verb === "s") return precision === undefined ? text : [...text].slice(0, Number(precision)).join("");
  if (verb === "q") return JSON.stringify(text);
  if (verb !== "x" && verb !== "X") return undefined;
  const hex = Buffer.from(text).toString("hex");
  return verb === "x" ? hex : hex.toUpperCase();
}

const RADIX: Readonly<Record<string, number>> = { d: 10, b: 2, o: 8, x: 16, X: 16 };

function numeric(value: number, { verb, flags, precision }: Verb): string | undefined {
  const sign = flags.includes("+") && value >= 0 ? "+" : "";
  const radix = RADIX[verb];
  if (radix !== undefined) {
    if (!Number.isInteger(value)) return undefined;
    const digits = value.toString(radix);
    return sign + (verb === "X" ? digits.toUpperCase() : digits);
  }
  if (verb === "c" && Number.isInteger(value)) return String.fromCodePoint(value);
  // Go's float verbs refuse integers, and OPA hands whole numbers over as such.
  if (Number.isInteger(value)) return undefined;
  const places = precision === undefined ? 6 : Number(precision);
  if (verb === "f" || verb === "F") return sign + value.toFixed(places);
  if (verb === "e" || verb === "E") return sign + exponent(value.toExponential(places), verb);
  return verb === "g" || verb === "G" ? sign + shortest(value, precision) : undefined;
}

/** Go writes at least two digits of an exponent. */
function exponent(text: string, verb: string): string {
  const wide = text.replace(/e([+-])(\d)$/, "e$10$2");
  return verb === "E" ? wide.toUpperCase() : wide;
}

function shortest(value: number, precision: string | undefined): string {
  return precision === undefined ? float(value) : String(Number(value.toPrecision(Number(precision) || 1)));
}

/** The shortest text of a fraction, with an exponent where Go writes one: below 1e-4, and from 1e6 on. */
function float(value: number): string {
  const [, power = "0"] = value.toExponential().split("e");
  const short = Number(power) >= -4 && Number(power) < 6;
  return short ? String(value) : exponent(value.toExponential(), "e");
}

function plain(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" && !Number.isInteger(value)) return float(value);
  return typeof value === "object" ? regoText(value) : String(value);
}

/** A composite as Rego prints it: JSON with a space behind each comma and colon. */
function regoText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(regoText).join(", ")}]`;
  if (typeof value !== "object" || value === null) return canonicalJson(value);
  const keys = Object.keys(value).sort();
  const members = keys.map(
    (key) => `${JSON.stringify(key)}: ${regoText((value as Record<string, unknown>)[key])}`,
  );
  return `{${members.join(", ")}}`;
}

function goType(value: unknown): string {
  if (typeof value !== "number") return "string";
  return Number.isInteger(value) ? "int64" : "float64";
}

function padded(body: string, flags: string, width: string | undefined): string {
  const size = Number(width ?? 0);
  const missing = size - [...body].length;
  if (missing <= 0) return body;
  if (flags.includes("-")) return body + " ".repeat(missing);
  if (!flags.includes("0")) return " ".repeat(missing) + body;
  const signed = /^[+-]/.test(body);
  return (signed ? body[0] : "") + "0".repeat(missing) + (signed ? body.slice(1) : body);
}
