import { parseAllDocuments, type ScalarTag } from "yaml";
import { type HostBuiltin, isValid, overTexts, whole } from "./arguments.js";

/** YAML as OPA reads it: that of Go's yaml.v3, as far as JSON has it. */
export const YAML: readonly (readonly [string, HostBuiltin])[] = [
  ["yaml.is_valid", isValid((text) => parsed(text) !== undefined)],
  ["yaml.unmarshal", overTexts((text = "") => parsed(text)?.value)],
];

const BASES: ReadonlyMap<string, number> = new Map([
  ["0x", 16],
  ["0b", 2],
  ["0o", 8],
  ["0", 8],
]);
const MOST = (1n << 64n) - 1n;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:e[-+]?[0-9]+)?$/i;

/** .inf and .nan: no JSON has them. */
const INFINITE = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** Numbers with underscores, and octal ones with a zero in front, which YAML 1.2 has no more. */
const NUMBER: ScalarTag = {
  tag: "tag:yaml.org,2002:float",
  default: true,
  test: /^[-+.0-9]/,
  resolve: (text) => {
    if (INFINITE.test(text)) return Number.NaN;
    return (text.startsWith(".") ? decimal(text) : numeric(text.replaceAll("_", ""))) ?? text;
  },
};

function numeric(text: string): number | undefined {
  const [, sign, base = "", digits = ""] = /^([-+]?)(0[xbo]|0(?=.)|)([0-9a-f]*)$/i.exec(text) ?? [];
  const radix = BASES.get(base.toLowerCase()) ?? 10;
  const value = sign === undefined ? undefined : integer(digits, radix);
  if (value === undefined || value > MOST) return decimal(text);
  return Number(sign === "-" ? -value : value);
}

function integer(digits: string, radix: number): bigint | undefined {
  const known = "0123456789abcdef".slice(0, radix);
  const good = digits !== "" && [...digits.toLowerCase()].every((digit) => known.includes(digit));
  if (!good) return undefined;
  return [...digits].reduce((sum, digit) => sum * BigInt(radix) + BigInt(Number.parseInt(digit, radix)), 0n);
}

const decimal = (text: string) => (FLOAT.test(text) ? Number(text) : undefined);

/** The first document of a stream, all of which must be good; of equal keys the last counts. */
function parsed(text: string): { readonly value: unknown } | undefined {
  const documents = parseAllDocuments(text, {
    logLevel: "silent",
    uniqueKeys: false,
    merge: true,
    customTags: (tags) => [NUMBER, ...tags],
  });
  if (!Array.isArray(documents)) return { value: null };
  if (documents.some(({ errors }) => errors.length > 0)) return undefined;
  try {
    const value: unknown = documents[0]?.toJS({ maxAliasCount: 20 }) ?? null;
    return isJson(value) ? { value: whole(value) } : undefined;
  } catch (error) {
    // An alias of nothing, or too many of them.
    if (error instanceof ReferenceError) return undefined;
    throw error;
  }
}

/** JSON knows neither .inf nor .nan: OPA's conversion fails on them. */
function isJson(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  return typeof value !== "object" || value === null || Object.values(value).every(isJson);
}
