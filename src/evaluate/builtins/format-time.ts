import { PolicyStopped } from "../policy-stopped.js";
import { DAYS, MONTHS, type Piece, piecesOf } from "./layout.js";
import type { Wall } from "./zones.js";

/** Writes a time as Go's Format does. */
export function formattedTime(layout: string, wall: Wall, nanoseconds: number): string {
  return piecesOf(layout)
    .map((piece) => (piece.std === "" ? piece.text : written(piece, wall, nanoseconds)))
    .join("");
}

const two = (value: number) => String(value).padStart(2, "0");

function written({ std }: Piece, wall: Wall, nanoseconds: number): string {
  const date = new Date(wall.seconds * 1000);
  const text = ofDate(std, date) ?? ofClock(std, date);
  if (text !== undefined) return text;
  if (std === "MST") return zoneName(wall);
  return /^[-Z]/.test(std) ? offset(std, wall.offset) : fraction(std, nanoseconds);
}

function ofDate(std: string, date: Date): string | undefined {
  const month = date.getUTCMonth();
  const day = date.getUTCDate();
  const year = date.getUTCFullYear();
  const yearDay = Math.round((Date.UTC(2000, month, day) - Date.UTC(2000, 0, 1)) / 86_400_000) + 1;
  const isLeap = new Date(Date.UTC(2000 + (((year % 400) + 400) % 400), 1, 29)).getUTCMonth() === 1;
  const ofYear = String(isLeap || month < 2 ? yearDay : yearDay - 1);
  switch (std) {
    case "January":
      return MONTHS[month];
    case "Jan":
      return MONTHS[month]?.slice(0, 3);
    case "Monday":
      return DAYS[date.getUTCDay()];
    case "Mon":
      return DAYS[date.getUTCDay()]?.slice(0, 3);
    case "01":
      return two(month + 1);
    case "1":
      return String(month + 1);
    case "02":
      return two(day);
    case "_2":
      return String(day).padStart(2, " ");
    case "2":
      return String(day);
    case "002":
      return ofYear.padStart(3, "0");
    case "__2":
      return ofYear.padStart(3, " ");
    case "06":
      return two(Math.abs(year) % 100);
    case "2006":
      return (year < 0 ? "-" : "") + String(Math.abs(year)).padStart(4, "0");
    default:
      return undefined;
  }
}

function ofClock(std: string, date: Date): string | undefined {
  const hour = date.getUTCHours();
  const twelve = hour % 12 === 0 ? 12 : hour % 12;
  switch (std) {
    case "15":
      return two(hour);
    case "03":
      return two(twelve);
    case "3":
      return String(twelve);
    case "04":
      return two(date.getUTCMinutes());
    case "4":
      return String(date.getUTCMinutes());
    case "05":
      return two(date.getUTCSeconds());
    case "5":
      return String(date.getUTCSeconds());
    case "PM":
      return hour < 12 ? "AM" : "PM";
    case "pm":
      return hour < 12 ? "am" : "pm";
    default:
      return undefined;
  }
}

/** Abbreviations are in the time zone database, which Node does not show. */
function zoneName({ zone }: Wall): string {
  if (zone === "UTC") return "UTC";
  throw new PolicyStopped(
    `the abbreviation of the time zone ${zone} is not known here; write -0700 in the layout`,
  );
}

function offset(std: string, seconds: number): string {
  if (std[0] === "Z" && seconds === 0) return "Z";
  const colon = std.includes(":") ? ":" : "";
  const minutes = Math.trunc(Math.abs(seconds) / 60);
  const all = [Math.trunc(minutes / 60), minutes % 60, Math.abs(seconds) % 60].map(two);
  const sign = Math.trunc(seconds / 60) < 0 ? "-" : "+";
  return sign + all.slice(0, std.replace(/[^0-9]/g, "").length / 2).join(colon);
}

/** Zeros stand for just so many digits, nines for those up to the last that is not zero. */
function fraction(std: string, nanoseconds: number): string {
  const digits = String(nanoseconds)
    .padStart(9, "0")
    .slice(0, std.length - 1);
  const shown = std.includes("9") ? digits.replace(/0+$/, "") : digits.padEnd(std.length - 1, "0");
  return shown === "" ? "" : `${std[0]}${shown}`;
}
