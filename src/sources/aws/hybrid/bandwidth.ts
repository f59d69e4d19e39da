import { quoted } from "../block.js";
import type { Item } from "../item.js";

/** Mbit/s of `50Mbps` or `10Gbps`; null where absent, with a gap for what cannot be read. */
export function mbpsOf(item: Item, member: string): number | null {
  const text = item.text(member);
  if (text === null || text === "") return null;
  const [, number, unit] = /^(\d{1,6})\s?([MGT])bps$/i.exec(text) ?? [];
  if (number !== undefined && unit !== undefined)
    return Number(number) * { m: 1, g: 1000, t: 1_000_000 }[unit.toLowerCase() as "m" | "g" | "t"];
  item.gap(
    "unparsed",
    `${item.draft.place.call} answered with a ${member} that is no bandwidth: ${quoted(text)}`,
  );
  return null;
}
