import { type PortRange, PortSet } from "../../../net/index.js";
import { meaningOf, type Reckoning, wordOf } from "./listed-text.js";
import type { Variables } from "./variables.js";

/**
 * Reads the ports of rules: `any`, `443`, `1024:`, `[80:90, !85]`, `$HTTP_PORTS`.
 * https://docs.suricata.io/en/suricata-7.0.8/rules/intro.html#ports-source-and-destination
 * @returns null for every port; a text says why they are not known
 */
export function portsOf(text: string, variables: Variables): PortRange[] | null | string {
  const word = wordOf(text);
  const found = word === null ? UNREAD : meaningOf(word, reckoningOf(variables));
  if (typeof found === "string") return found;
  return found.equals(PortSet.ALL) ? null : found.ranges();
}

const UNREAD = "ports that cannot be read";

function reckoningOf(variables: Variables): Reckoning<PortSet> {
  const reckoning: Reckoning<PortSet> = {
    all: PortSet.ALL,
    none: PortSet.NONE,
    union: (a, b) => a.union(b),
    without: (a, b) => a.difference(b),
    value(text, depth) {
      if (text.toLowerCase() === "any") return PortSet.ALL;
      if (!text.startsWith("$")) return rangeOf(text) ?? UNREAD;
      const definition = variables.ports.get(text.slice(1));
      if (definition === undefined) return `${text}, which its group does not define`;
      const word = wordOf(`[${definition.join(",")}]`);
      return word === null ? UNREAD : meaningOf(word, reckoning, depth);
    },
  };
  return reckoning;
}

function rangeOf(text: string): PortSet | null {
  const [, low, colon, high] = /^(\d{0,5})(:?)(\d{0,5})$/.exec(text) ?? [];
  if (low === undefined || (low === "" && high === "")) return null;
  const from = low === "" ? 0 : Number(low);
  const to = colon === "" ? from : high === "" ? 65535 : Number(high);
  return from > to || to > 65535 ? null : PortSet.ofRanges([{ from, to }]);
}
