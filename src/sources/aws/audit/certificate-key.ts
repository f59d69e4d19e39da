import type { Item } from "../item.js";

/** `RSA_2048` and `RSA-2048`, `EC_prime256v1` and `EC_secp384r1`: the kind of a key and its length in bits. */
export function keyOf(item: Item): { keyType: string | null; keyBits: number | null } {
  const text = item.text("KeyAlgorithm");
  if (text === null) return { keyType: null, keyBits: null };
  const [, type, bits] = /^(RSA|EC)[-_](?:prime|secp)?(\d{3,5})(?:[vr]1)?$/.exec(text) ?? [];
  if (type === undefined) item.gap("unmodelled", "What kind of key a certificate has is not known here");
  return { keyType: type?.toLowerCase() ?? null, keyBits: bits === undefined ? null : Number(bits) };
}

/** Leads from what presents certificates to those of Certificate Manager; others are told by name alone. */
export function certificateEdges(item: Item, from: string, certificates: readonly string[]): void {
  const { draft, pointer } = item;
  for (const to of certificates) {
    const [, region] = /^arn:[a-z-]+:acm:([a-z0-9-]+):\d{12}:certificate\//.exec(to) ?? [];
    if (region !== undefined) draft.edge({ from, relation: "certificates", to, pointer, region });
  }
}
