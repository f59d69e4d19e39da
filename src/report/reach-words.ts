import type { Hop, Service } from "../model/index.js";
import { visible } from "./visible.js";

/** Where a rule was read: its own id, and the file and line. */
export function placeText(at: NonNullable<NonNullable<Hop["by"]>["at"]>): string {
  const line = at.line === undefined ? (at.pointer === undefined ? "" : `#${at.pointer}`) : `:${at.line}`;
  return visible(`${at.id === undefined ? "" : `${at.id} in `}${at.uri}${line}`);
}

/** `tcp 22, 443 from the whole internet`. */
export function serviceText({ protocol, ports, sources, moreSources, breadth }: Service): string {
  const list = ports.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)).join(", ");
  const who =
    breadth === "internet"
      ? "the whole internet"
      : `${sources.slice(0, 4).join(", ")}${sources.length + moreSources > 4 ? " and more" : ""}`;
  return `${protocol}${list === "" ? "" : ` ${list}`} from ${who}`;
}
