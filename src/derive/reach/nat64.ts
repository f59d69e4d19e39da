import { AddressSet } from "../../net/index.js";
import { setOf } from "./nics.js";

/** Addresses by which IPv6 calls IPv4: the last 32 bits are those of IPv4 (RFC 6052, 2.1). */
export const NAT64 = setOf(["64:ff9b::/96"]);
const BASE = 0x64ff9bn << 96n;

export function inNat64(four: AddressSet): AddressSet {
  return AddressSet.ofRanges(
    four
      .only("ipv4")
      .ranges()
      .map(({ from, to }) => ({
        family: "ipv6" as const,
        from: BASE + BigInt(from),
        to: BASE + BigInt(to),
      })),
  );
}
