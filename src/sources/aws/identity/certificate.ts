import { X509Certificate } from "node:crypto";
import { plain } from "../moment.js";

/** Base64 of a certificate; none is longer. */
const MOST = 100_000;

/** What a certificate says of itself; null for text that is none. */
export function certificateOf(base64: string) {
  const bare = base64.replace(/\s+/g, "");
  if (bare.length > MOST || !/^[A-Za-z0-9+/]+={0,2}$/.test(bare)) return null;
  try {
    const certificate = new X509Certificate(Buffer.from(bare, "base64"));
    return {
      subject: oneLine(certificate.subject),
      issuer: oneLine(certificate.issuer),
      notBefore: plain(certificate.validFrom),
      notAfter: plain(certificate.validTo),
      fingerprint: certificate.fingerprint256.replace(/:/g, "").toLowerCase(),
      ...keyOf(certificate),
    };
  } catch {
    return null;
  }
}

/** The parts of a name stand on lines of their own, and are absent where there are none. */
function oneLine(name: string | undefined): string {
  return (name ?? "").split("\n").join(", ");
}

/** Keys that the library does not know can be named all the same. */
function keyOf(certificate: X509Certificate): { keyType: string; keyBits: number | null } {
  try {
    const { asymmetricKeyType = "unknown", asymmetricKeyDetails } = certificate.publicKey;
    return { keyType: asymmetricKeyType, keyBits: asymmetricKeyDetails?.modulusLength ?? null };
  } catch {
    return { keyType: "unknown", keyBits: null };
  }
}
