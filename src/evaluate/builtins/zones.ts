import { PolicyStopped } from "../policy-stopped.js";

/** The clock on the wall somewhere, as if it were UTC: seconds since 1970, and how far ahead of UTC it is. */
export interface Wall {
  readonly seconds: number;
  readonly offset: number;
  readonly zone: string;
}

const A_DAY = 86_400;
const formats = new Map<string, Intl.DateTimeFormat | undefined>();

/**
 * What a clock of the time zone shows at an instant (seconds since 1970); undefined for an unknown zone. Of
 * the time before 1970 the time zone database does not vouch for more than a few places.
 */
export function wallAt(instant: number, zone: string): Wall | undefined {
  if (zone === "" || zone === "UTC") return { seconds: instant, offset: 0, zone: "UTC" };
  const offset = offsetAt(instant, zone);
  return offset === undefined ? undefined : { seconds: instant + offset, offset, zone };
}

/** The instant at which a clock shows this, by Go's rule for hours that come twice or not at all (time.Date). */
export function instantOf(wall: number, zone: string): number | undefined {
  if (zone === "" || zone === "UTC") return wall;
  const guess = offsetAt(wall, zone);
  const offset = guess === undefined ? undefined : offsetAt(wall - guess, zone);
  return offset === undefined ? undefined : wall - offset;
}

function offsetAt(instant: number, zone: string): number | undefined {
  const format = formatOf(zone);
  if (format === undefined) return undefined;
  if (instant < -A_DAY) throw new PolicyStopped(`the clocks of ${zone} before 1970 are not known for sure`);
  const parts = new Map(format.formatToParts(instant * 1000).map(({ type, value }) => [type, value]));
  const part = (name: Intl.DateTimeFormatPartTypes) => Number(parts.get(name));
  const year = parts.get("era") === "BC" ? 1 - part("year") : part("year");
  const shown = new Date(0);
  shown.setUTCFullYear(year, part("month") - 1, part("day"));
  shown.setUTCHours(part("hour"), part("minute"), part("second"));
  return shown.getTime() / 1000 - instant;
}

function formatOf(zone: string): Intl.DateTimeFormat | undefined {
  if (zone === "Local") throw new PolicyStopped('the time zone "Local" is another one on every machine');
  if (formats.has(zone)) return formats.get(zone);
  const format = made(zone);
  formats.set(zone, format);
  return format;
}

/** Names are those of the time zone database, in its spelling: Go finds no others. */
function made(zone: string): Intl.DateTimeFormat | undefined {
  if (!/^[A-Z]\w*(?:[/+-]\w+)*$/.test(zone)) return undefined;
  try {
    const format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      calendar: "gregory",
      numberingSystem: "latn",
      hourCycle: "h23",
      era: "short",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    const { timeZone } = format.resolvedOptions();
    const misspelt = timeZone !== zone && timeZone.toLowerCase() === zone.toLowerCase();
    return misspelt ? undefined : format;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
