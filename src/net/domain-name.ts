/** Labels hold 1 to 63 octets, a name 255 with its lengths and the root: RFC 1035 section 2.3.4. */
const MAX_LABEL = 63;
const MAX_NAME = 255;

const DOT = 0x2e;
const BACKSLASH = 0x5c;

/**
 * The one text of an absolute domain name: lower case, as names are compared (RFC 4343), with its last dot.
 * A dot or backslash inside a label has a backslash before it, an octet that cannot be shown is `\DDD`
 * (RFC 1035 section 5.1), so that two names have one text only where they are one name.
 * @param labels octets of each label, the leftmost first; none: the root
 * @returns null where labels or name are empty or too long
 */
export function formatName(labels: readonly (readonly number[])[]): string | null {
  if (labels.some(({ length }) => length === 0 || length > MAX_LABEL)) return null;
  const length = labels.reduce((sum, label) => sum + label.length + 1, 1);
  if (length > MAX_NAME) return null;
  return labels.length === 0 ? "." : labels.map((label) => `${label.map(inLabel).join("")}.`).join("");
}

/** Octets as text: printable ASCII as it is, a backslash twice, everything else as `\DDD`. */
export function formatOctets(octets: readonly number[]): string {
  return octets.map((octet) => (octet === 0x20 ? " " : shown(octet))).join("");
}

/** The name without its first label; the root of a top-level name, null of the root itself. */
export function parentName(name: string): string | null {
  if (name === ".") return null;
  for (let at = 0; at < name.length; at++) {
    if (name[at] === "\\") at++;
    else if (name[at] === ".") return at === name.length - 1 ? "." : name.slice(at + 1);
  }
  return null;
}

/** Whether a name is a zone's own or lies below it. Both as `formatName` writes them. */
export function isWithin(name: string, zone: string): boolean {
  if (zone === "." || name === zone) return true;
  if (!name.endsWith(`.${zone}`)) return false;
  // The dot between them may be one inside a label, which has a backslash before it.
  let slashes = 0;
  for (let at = name.length - zone.length - 2; name[at] === "\\"; at--) slashes++;
  return slashes % 2 === 0;
}

function inLabel(octet: number): string {
  if (octet === DOT) return "\\.";
  return shown(octet >= 0x41 && octet <= 0x5a ? octet + 0x20 : octet);
}

function shown(octet: number): string {
  if (octet === BACKSLASH) return "\\\\";
  const printable = octet > 0x20 && octet < 0x7f;
  return printable ? String.fromCharCode(octet) : `\\${String(octet).padStart(3, "0")}`;
}
