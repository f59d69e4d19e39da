import { type HostBuiltin, overTexts, whole } from "./arguments.js";

/** Answers are decimal texts, which host.rego turns into numbers: they may have more than 53 bits. */
export const UNITS: readonly (readonly [string, HostBuiltin])[] = [
  ["numbers.range_step", (from, to, step) => range(from, to, step)],
  ["units.parse", overTexts((text = "") => units(text.replaceAll('"', "")))],
  ["units.parse_bytes", overTexts((text = "") => bytes(text.toLowerCase().replaceAll('"', "")))],
];

const POWERS: ReadonlyMap<string, number> = new Map([
  ["k", 1],
  ["m", 2],
  ["g", 3],
  ["t", 4],
  ["p", 5],
  ["e", 6],
]);

/** A number, and the unit behind it. An e is an exponent only before a digit or a sign. */
const AMOUNT = /^((?:[0-9.+-]|[eE](?=[0-9+-]))*)(.*)$/s;
/** Go's big.Rat and big.Float read this of it; digits without underscores, no hexadecimal. */
const NUMBER = /^([+-]?)([0-9]*)(?:\.([0-9]*))?(?:[eE]([+-]?[0-9]{1,6}))?$/;

/** Go takes the double nearest to a thousandth, which is this over 2^62, and not 1/1000. */
const MILLI = 4_611_686_018_427_388n;

interface Amount {
  /** The value is digits × 10^scale. */
  readonly digits: bigint;
  readonly scale: number;
  readonly unit: string;
}

function amountOf(text: string): Amount | undefined {
  const [, number = "", unit = ""] = AMOUNT.exec(text) ?? [];
  const [all, sign, integer = "", fraction = "", exponent = "0"] = NUMBER.exec(number) ?? [];
  if (text.includes(" ") || all === undefined || integer + fraction === "") return undefined;
  const digits = BigInt(integer + fraction) * (sign === "-" ? -1n : 1n);
  return { digits, scale: Number(exponent) - fraction.length, unit };
}

/** SI and binary units; a small m is a thousandth, and of the first letter the case counts. */
function units(text: string): string | undefined {
  const amount = amountOf(text);
  if (amount === undefined) return undefined;
  const unit = amount.unit.slice(0, 1) + amount.unit.slice(1).toLowerCase();
  if (unit === "m") return rational(amount.digits * MILLI, amount.scale, 1n << 62n);
  const factor = unit === "" ? 1n : factorOf(unit.toLowerCase(), "");
  return factor === undefined ? undefined : rational(amount.digits * factor, amount.scale, 1n);
}

function factorOf(unit: string, tail: "" | "b"): bigint | undefined {
  const power = POWERS.get(unit[0] ?? "");
  if (power === undefined) return undefined;
  const rest = unit.slice(1);
  if (rest === "" || (tail !== "" && rest === tail)) return 1000n ** BigInt(power);
  return rest === "i" || (tail !== "" && rest === `i${tail}`) ? 1024n ** BigInt(power) : undefined;
}

/** numerator × 10^scale / divisor: whole as it is, else with ten places, rounded half away from zero. */
function rational(numerator: bigint, scale: number, divisor: bigint): string {
  const over = numerator * 10n ** BigInt(Math.max(scale, 0));
  const under = divisor * 10n ** BigInt(Math.max(-scale, 0));
  if (over % under === 0n) return String(over / under);
  const sign = over < 0n ? "-" : "";
  const shifted = ((over < 0n ? -over : over) * 10n ** 10n * 2n + under) / (under * 2n);
  const text = String(shifted).padStart(11, "0");
  return `${sign}${text.slice(0, -10)}.${text.slice(-10)}`;
}

/** Bytes are cut to whole ones, after Go's big.Float of 64 bits of mantissa has rounded: "0.1kb" is 100, not 99. */
function bytes(text: string): string | undefined {
  const amount = amountOf(text);
  const factor = amount && (amount.unit === "" ? 1n : factorOf(amount.unit, "b"));
  if (amount === undefined || factor === undefined) return undefined;
  const { digits, scale } = amount;
  const number = rounded(digits * 10n ** BigInt(Math.max(scale, 0)), 10n ** BigInt(Math.max(-scale, 0)));
  const [over, under] = rounded(number[0] * factor, number[1]);
  return String(over / under);
}

/** The nearest fraction whose mantissa has 64 bits; halves go to the even one. */
function rounded(over: bigint, under: bigint): readonly [bigint, bigint] {
  const size = over < 0n ? -over : over;
  const shift = BigInt(64 - size.toString(2).length + under.toString(2).length);
  for (const places of [shift, shift - 1n]) {
    const [above, below] = places >= 0n ? [size << places, under] : [size, under << -places];
    const down = above / below;
    const twice = (above - down * below) * 2n;
    const mantissa = twice > below || (twice === below && down % 2n === 1n) ? down + 1n : down;
    if (down >> 64n !== 0n) continue;
    const signed = over < 0n ? -mantissa : mantissa;
    return places >= 0n ? [signed, 1n << places] : [signed << -places, 1n];
  }
  return [over, under];
}

function range(from: unknown, to: unknown, step: unknown): number[] | undefined {
  const given = [from, to, step];
  if (
    !given.every((number): number is number => typeof number === "number" && Number.isInteger(whole(number)))
  )
    return undefined;
  const [first = 0, last = 0, by = 0] = given;
  if (by <= 0) return undefined;
  const steps = Math.floor(Math.abs(last - first) / by) + 1;
  return Array.from({ length: steps }, (_, index) => first + (first <= last ? by : -by) * index);
}
