/** A reference as a link that is safe to follow: http or https only; undefined for anything else. */
export function webAddress(reference: string): string | undefined {
  if (!URL.canParse(reference)) return undefined;
  const url = new URL(reference);
  if (url.protocol !== "https:" && url.protocol !== "http:") return undefined;
  return url.username === "" && url.password === "" ? url.href : undefined;
}
