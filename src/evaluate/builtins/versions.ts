import { type HostBuiltin, isValid, overTexts } from "./arguments.js";

interface Version {
  readonly numbers: readonly bigint[];
  readonly before: readonly string[];
}

/** Semantic versions 2.0.0 (semver.org), with a leading v allowed as OPA allows it. */
export const VERSIONS: readonly (readonly [string, HostBuiltin])[] = [
  ["semver.compare", overTexts((one = "", other = "") => compared(versionOf(one), versionOf(other)))],
  ["semver.is_valid", isValid((text) => versionOf(text) !== undefined)],
];

const IDENTIFIERS = String.raw`[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*`;
const SHAPE = new RegExp(
  String.raw`^v?(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-(${IDENTIFIERS}))?(?:\+${IDENTIFIERS})?$`,
);
const MOST = (1n << 63n) - 1n;

function versionOf(text: string): Version | undefined {
  const [whole, major = "", minor = "", patch = "", tail] = SHAPE.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const numbers = [major, minor, patch].map(BigInt);
  const before = tail?.split(".") ?? [];
  const good = numbers.every((number) => number <= MOST) && !before.some((part) => /^0\d+$/.test(part));
  return good ? { numbers, before } : undefined;
}

function compared(one: Version | undefined, other: Version | undefined): number | undefined {
  if (one === undefined || other === undefined) return undefined;
  for (const [index, number] of one.numbers.entries()) {
    const order = sign(number, other.numbers[index] ?? 0n);
    if (order !== 0) return order;
  }
  // The one without a pre-release is the later.
  if (one.before.length === 0 || other.before.length === 0)
    return Math.sign(other.before.length - one.before.length);
  return preReleases(one.before, other.before);
}

function preReleases(one: readonly string[], other: readonly string[]): number {
  for (const [index, part] of one.entries()) {
    const against = other[index];
    if (against === undefined) return 1;
    const order = identifiers(part, against);
    if (order !== 0) return order;
  }
  return one.length < other.length ? -1 : 0;
}

function identifiers(one: string, other: string): number {
  const numeric = [one, other].map((part) => /^\d+$/.test(part));
  if (numeric[0] !== numeric[1]) return numeric[0] ? -1 : 1;
  return numeric[0] ? sign(BigInt(one), BigInt(other)) : sign(one, other);
}

const sign = <T>(a: T, b: T) => (a < b ? -1 : a > b ? 1 : 0);
