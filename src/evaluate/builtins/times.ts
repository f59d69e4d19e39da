import { PolicyStopped } from "../policy-stopped.js";
import { type HostBuiltin, isText, overTexts } from "./arguments.js";
import { duration } from "./durations.js";
import { formattedTime } from "./format-time.js";
import { DAYS, RFC3339, RFC3339_NANO } from "./layout.js";
import { parsedTime } from "./parse-time.js";
import { instantOf, type Wall, wallAt } from "./zones.js";

/**
 * The time.* that need no clock. host.rego hands over whole seconds (in nanoseconds), which a double holds
 * exactly, and turns the decimal texts that the parsers give into numbers.
 */
export const TIMES: readonly (readonly [string, HostBuiltin])[] = [
  ["time.add_date", (time, ...by) => added(time, by)],
  ["time.clock", at(({ seconds }) => clock(seconds))],
  ["time.date", at(({ seconds }) => date(seconds))],
  ["time.diff", (one, other) => difference(one, other)],
  ["time.format", (time) => formatted(time)],
  ["time.parse_duration_ns", overTexts((text = "") => duration(text))],
  ["time.parse_ns", overTexts((layout = "", text = "") => parsedTime(layout, text))],
  ["time.parse_rfc3339_ns", overTexts((text = "") => parsedTime(RFC3339, text))],
  ["time.weekday", at(({ seconds }) => DAYS[new Date(seconds * 1000).getUTCDay()])],
];

const BILLION = 1_000_000_000n;
const MOST = (1n << 63n) - 1n;

/** Nanoseconds, or a list of them and a time zone. */
interface Given {
  readonly nanoseconds: bigint;
  readonly zone: string;
  readonly layout: string;
}

function given(time: unknown): Given | undefined {
  const [number, zone = "", layout = ""]: readonly unknown[] = Array.isArray(time) ? time : [time];
  if (typeof number !== "number" || !Number.isInteger(number) || !isText(zone) || !isText(layout))
    return undefined;
  const nanoseconds = BigInt(number);
  const inRange = nanoseconds <= MOST && nanoseconds >= -MOST - 1n;
  return inRange ? { nanoseconds, zone, layout } : undefined;
}

function wallOf(time: unknown): Wall | undefined {
  const said = given(time);
  return said && wallAt(Number(seconds(said.nanoseconds)), said.zone);
}

/** Rounded down, also before 1970. */
const seconds = (nanoseconds: bigint) => (nanoseconds - modulo(nanoseconds)) / BILLION;
const modulo = (nanoseconds: bigint) => ((nanoseconds % BILLION) + BILLION) % BILLION;

function at(answer: (wall: Wall) => unknown): HostBuiltin {
  return (time) => {
    const wall = wallOf(time);
    return wall && answer(wall);
  };
}

function date(wall: number): [number, number, number] {
  const shown = new Date(wall * 1000);
  return [shown.getUTCFullYear(), shown.getUTCMonth() + 1, shown.getUTCDate()];
}

function clock(wall: number): [number, number, number] {
  const shown = new Date(wall * 1000);
  return [shown.getUTCHours(), shown.getUTCMinutes(), shown.getUTCSeconds()];
}

/** Years, months and days on the clock of the zone; what a month is too short for runs into the next. */
function added(time: unknown, by: readonly unknown[]): number | undefined {
  const said = given(time);
  const wall = wallOf(time);
  const [years, months, days] = by;
  if (said === undefined || wall === undefined) return undefined;
  if (!isWhole(years) || !isWhole(months) || !isWhole(days)) return undefined;
  const [year, month, day] = date(wall.seconds);
  const moved = new Date(0);
  moved.setUTCFullYear(year + years, month - 1 + months, day + days);
  const shown = moved.getTime() / 1000 + (((wall.seconds % 86_400) + 86_400) % 86_400);
  const instant = Number.isFinite(shown) ? instantOf(shown, said.zone) : undefined;
  if (instant === undefined) return undefined;
  const nanoseconds = BigInt(instant) * BILLION;
  return nanoseconds > MOST || nanoseconds < -MOST - 1n ? undefined : Number(nanoseconds);
}

const isWhole = (value: unknown): value is number => typeof value === "number" && Number.isInteger(value);

/** Years, months, days, hours, minutes and seconds from the earlier to the later, on the clock of the first. */
function difference(one: unknown, other: unknown): number[] | undefined {
  const first = given(one);
  const second = given(other);
  if (first === undefined || second === undefined || wallOf(other) === undefined) return undefined;
  const [early, late] = [first, second]
    .map(({ nanoseconds }) => nanoseconds)
    .sort((a, b) => Number(a - b))
    .map((nanoseconds) => wallAt(Number(seconds(nanoseconds)), first.zone)?.seconds);
  if (early === undefined || late === undefined) return undefined;
  const from = [...date(early), ...clock(early)];
  const parts = [...date(late), ...clock(late)].map((part, index) => part - (from[index] ?? 0));
  return carried(parts, new Date(Date.UTC(2000 + ((from[0] ?? 0) % 400), from[1] ?? 1, 0)).getUTCDate());
}

/** Borrows from the next larger part where one is negative. */
function carried(parts: readonly number[], daysOfMonth: number): number[] {
  const out = [...parts];
  const sizes = [0, 12, daysOfMonth, 24, 60, 60];
  for (let index = 5; index > 0; index--) {
    if ((out[index] ?? 0) >= 0) continue;
    out[index] = (out[index] ?? 0) + (sizes[index] ?? 0);
    out[index - 1] = (out[index - 1] ?? 0) - 1;
  }
  return out;
}

/** To the microsecond: the double nearest to such a number of nanoseconds is no further away than 128. */
function formatted(time: unknown): string | undefined {
  const said = given(time);
  const wall = wallOf(time);
  if (said === undefined || wall === undefined) return undefined;
  const micro = (said.nanoseconds + (said.nanoseconds < 0n ? -500n : 500n)) / 1000n;
  const nanoseconds = micro * 1000n;
  if (seconds(nanoseconds) !== seconds(said.nanoseconds)) {
    const exact = wallAt(Number(seconds(nanoseconds)), said.zone);
    if (exact === undefined) throw new PolicyStopped(`no clock for ${said.zone}`);
    return formattedTime(said.layout || RFC3339_NANO, exact, Number(modulo(nanoseconds)));
  }
  return formattedTime(said.layout || RFC3339_NANO, wall, Number(modulo(nanoseconds)));
}
