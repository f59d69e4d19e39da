import type { FactsByKind } from "../../../model/index.js";
import { certificateOf } from "../identity/certificate.js";
import type { Item } from "../item.js";

type Certificates = NonNullable<FactsByKind["identity-provider"]["certificates"]>;

/** Longer bundles than any that the provider takes. */
const MOST = 1_000_000;
const BEGIN = "-----BEGIN CERTIFICATE-----";
const END = "-----END CERTIFICATE-----";

/** Certificates of a bundle (RFC 7468), with a gap for what is none. */
export function certificatesIn(item: Item, text: string): Certificates {
  const parts = text.length > MOST ? [] : text.split(BEGIN).slice(1);
  if (parts.length === 0) item.gap("unparsed", "A trust anchor has a bundle without certificates");
  return parts.flatMap((part) => {
    const end = part.indexOf(END);
    const certificate = end < 0 ? null : certificateOf(part.slice(0, end));
    if (certificate === null) item.gap("unparsed", "A certificate of a trust anchor cannot be read");
    return certificate === null ? [] : [{ use: "any", ...certificate }];
  });
}
