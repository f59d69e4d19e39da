import { describe, expect, it } from "vitest";
import {
  hasPublic,
  IPV4_SPECIAL,
  IPV6_SPECIAL,
  isPublic,
  PUBLIC_SPACE,
  parseAddress,
  parseCidr,
} from "../../src/net/index.js";

function publicly(text: string): boolean {
  const address = parseAddress(text);
  if (address === null) throw new Error(text);
  return isPublic(address);
}

describe("public address space", () => {
  it.each([
    "1.1.1.1",
    "9.255.255.255",
    "11.0.0.0",
    "100.63.255.255",
    "100.128.0.0",
    "126.255.255.255",
    "128.0.0.0",
    "169.253.255.255",
    "172.15.255.255",
    "172.32.0.0",
    "192.0.0.9",
    "192.0.0.10",
    "192.0.1.0",
    "192.167.255.255",
    "198.17.255.255",
    "198.20.0.0",
    "223.255.255.255",
    "192.31.196.1",
    "192.88.99.1",
    "2000::",
    "2001:200::1",
    "2600::1",
    "2a00::1",
    "3ffe::1",
    "2001:1::3",
    "2001:4:112::1",
    "2620:4f:8000::1",
    "64:ff9b::808:808",
    "2002::1",
  ])("%s is public", (text) => expect(publicly(text)).toBe(true));

  it.each([
    "0.0.0.0",
    "0.1.2.3",
    "10.0.0.0",
    "10.255.255.255",
    "100.64.0.0",
    "100.127.255.255",
    "127.0.0.1",
    "169.254.169.254",
    "172.16.0.0",
    "172.31.255.255",
    "192.0.0.1",
    "192.0.0.170",
    "192.88.99.2",
    "192.168.0.0",
    "192.168.255.255",
    "198.18.0.0",
    "198.19.255.255",
    "224.0.0.1",
    "239.255.255.255",
    "240.0.0.0",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:8.8.8.8",
    "64:ff9b:1::1",
    "100::1",
    "100:0:0:1::1",
    "1fff::",
    "4000::",
    "2001:1::4",
    "2001:2::1",
    "2001:10::1",
    "5f00::1",
    "fc00::1",
    "fd12::1",
    "fe80::1",
    "fec0::1",
    "ff02::1",
  ])("%s is not public", (text) => expect(publicly(text)).toBe(false));

  it.each(["192.0.2.1", "198.51.100.1", "203.0.113.255", "2001:db8::1", "3fff:fff::1"])(
    "%s, a documentation address, stands for a public one",
    (text) => expect(publicly(text)).toBe(true),
  );

  it("finds the public part of a block that is mostly private", () => {
    const has = (text: string) =>
      hasPublic(parseCidr(text) ?? { family: "ipv4", base: 0, prefix: 32, hostBits: false });
    expect([has("10.0.0.0/8"), has("10.0.0.0/7"), has("fc00::/7"), has("::/0"), has("224.0.0.0/3")]).toEqual([
      false,
      true,
      false,
      true,
      false,
    ]);
  });

  it("is about 3.7 billion IPv4 addresses and an eighth of IPv6, less the special blocks", () => {
    const { ipv4, ipv6 } = PUBLIC_SPACE.size();
    expect(ipv4).toBeGreaterThan(3.69e9);
    expect(ipv4).toBeLessThan(3.71e9);
    expect(ipv6).toBeLessThan(1n << 125n);
    expect(ipv6).toBeGreaterThan((1n << 125n) - (1n << 113n));
  });

  it("rests on tables of canonical blocks, each with its source", () => {
    for (const [text, , source] of [...IPV4_SPECIAL, ...IPV6_SPECIAL]) {
      expect(parseCidr(text)?.hostBits).toBe(false);
      expect(source).toMatch(/^RFC \d+$/);
    }
  });
});
