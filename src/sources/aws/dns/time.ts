import { quoted } from "../block.js";
import type { Item } from "../item.js";

/**
 * A member that holds a time, as RFC 3339 in UTC. SDKs and CLIs write it as text, the older ones as seconds
 * since 1970. Null where it is absent, with a gap where it cannot be read.
 */
export function timeIn(item: Item, member: string): string | null {
  const value = item.json[member] ?? null;
  if (value === null) return null;
  const parsed =
    typeof value === "number" ? value * 1000 : typeof value === "string" ? Date.parse(value) : Number.NaN;
  const time = new Date(parsed);
  if (!Number.isNaN(time.getTime())) return time.toISOString();
  const { call } = item.draft.place;
  item.gap(
    "unparsed",
    `${call} answered with a ${member} that is no time: ${quoted(String(JSON.stringify(value)))}`,
  );
  return null;
}
