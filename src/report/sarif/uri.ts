const NOWHERE = "estate";
const MAX_PATH = 2048;

/**
 * A path as a relative URI reference (RFC 3986 §4.2) that stays inside the root: no scheme, no
 * leading slash, no dot segments, every other character percent-encoded. An empty path becomes
 * `estate`, because GitHub refuses a result without a place.
 */
export function relativeUri(path: string): string {
  const segments = path
    .slice(0, MAX_PATH)
    .replaceAll("\\", "/")
    .replace(/^[a-z][a-z0-9+.-]*:\/\/+/i, "")
    .split("/")
    .filter((segment) => segment !== "" && segment !== "." && segment !== "..");
  return segments.map(encodeSegment).join("/") || NOWHERE;
}

// encodeURIComponent throws on lone surrogates and leaves !'()* alone, which RFC 3986 allows in a segment.
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Cs}/gu, "\ufffd"));
}
