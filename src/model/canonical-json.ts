/**
 * JSON with object keys sorted by code unit, no white space, `undefined` members dropped: equal
 * values give equal text, whatever order their keys were written in (the idea of RFC 8785; numbers
 * are written as ECMAScript writes them, which is what that RFC asks).
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) => sorted(member));
}

function sorted(member: unknown): unknown {
  if (typeof member !== "object" || member === null || Array.isArray(member)) return member;
  const entries = Object.entries(member);
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  // Object.fromEntries keeps "__proto__" an own member; assignment would not.
  return Object.fromEntries(entries);
}
