/** Nanoseconds of each unit; days, weeks and years are OPA's, and have as many hours every time. */
const UNITS: ReadonlyMap<string, bigint> = new Map([
  ["ns", 1n],
  ["us", 1_000n],
  ["µs", 1_000n],
  ["μs", 1_000n],
  ["ms", 1_000_000n],
  ["s", 1_000_000_000n],
  ["m", 60_000_000_000n],
  ["h", 3_600_000_000_000n],
]);

const HOURS: ReadonlyMap<string, number> = new Map([
  ["d", 24],
  ["w", 7 * 24],
  ["y", 365 * 24],
]);
const MOST = 1n << 63n;

/** A duration such as "1h30m" or "-1.5d": nanoseconds as decimal text, undefined where it is none. */
export function duration(text: string): string | undefined {
  const [, sign = "", body = ""] = /^([+-]?)(.*)$/s.exec(text) ?? [];
  if (body === "0") return "0";
  let sum = 0n;
  let rest = body;
  while (rest !== "") {
    const [part, number = "", unit = ""] = /^([0-9.]+)([^0-9.]+)/.exec(rest) ?? [];
    const size = part === undefined ? undefined : nanoseconds(number, unit);
    if (part === undefined || size === undefined || size > MOST) return undefined;
    sum += size;
    if (sum > MOST) return undefined;
    rest = rest.slice(part.length);
  }
  if (body === "" || (sum === MOST && sign !== "-")) return undefined;
  return String(sign === "-" ? -sum : sum);
}

function nanoseconds(number: string, unit: string): bigint | undefined {
  const hours = HOURS.get(unit);
  // OPA writes such a part as hours, a double as decimal text, and reads that.
  if (hours !== undefined)
    return /^\d*\.?\d*$/.test(number) && /\d/.test(number) ? inHours(Number(number) * hours) : undefined;
  const [all, integer = "", fraction = ""] = /^(\d*)(?:\.(\d*))?$/.exec(number) ?? [];
  const size = UNITS.get(unit);
  if (all === undefined || size === undefined || integer + fraction === "") return undefined;
  return BigInt(integer || "0") * size + parts(fraction, size);
}

function inHours(hours: number): bigint | undefined {
  const [digits = "", exponent = "0"] = String(hours).split("e-");
  const small = `0.${"0".repeat(Math.max(Number(exponent) - 1, 0))}${digits.replace(".", "")}`;
  return nanoseconds(exponent === "0" ? digits : small, "h");
}

/** A fraction of a unit, in doubles as Go reckons it; digits that no 63 bits can hold are not looked at. */
function parts(fraction: string, size: bigint): bigint {
  let digits = "";
  for (const digit of fraction) {
    if (BigInt(digits || "0") > (MOST - 1n) / 10n) break;
    digits += digit;
  }
  if (digits === "") return 0n;
  return BigInt(Math.trunc(Number(BigInt(digits)) * (Number(size) / 10 ** digits.length)));
}
