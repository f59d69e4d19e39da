import { BlockList, isIP, isIPv4, isIPv6 } from "node:net";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Address,
  baseOf,
  cidrRange,
  formatAddress,
  formatCidr,
  formatRange,
  parseAddress,
  parseCidr,
  parseRange,
} from "../../src/net/index.js";

const anyAddress: fc.Arbitrary<Address> = fc.oneof(
  fc.nat(2 ** 32 - 1).map((value): Address => ({ family: "ipv4", value })),
  fc.bigInt({ min: 0n, max: (1n << 128n) - 1n }).map((value): Address => ({ family: "ipv6", value })),
  // Addresses with runs of zero groups, where the text forms differ.
  fc.array(fc.constantFrom(0n, 0n, 0n, 1n, 0xffffn), { minLength: 8, maxLength: 8 }).map(
    (groups): Address => ({
      family: "ipv6",
      value: groups.reduce<bigint>((sum, group) => (sum << 16n) | group, 0n),
    }),
  ),
);

describe("the text of an address", () => {
  it.each([
    ["0.0.0.0", "0.0.0.0"],
    ["255.255.255.255", "255.255.255.255"],
    ["::", "::"],
    ["::1", "::1"],
    ["1::", "1::"],
    ["2001:DB8:0:0:0:0:0:1", "2001:db8::1"],
    ["2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"],
    ["2001:0:0:1:0:0:0:1", "2001:0:0:1::1"],
    ["2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"],
    ["0:0:0:0:0:0:0:0", "::"],
    ["1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"],
    ["::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8"],
    ["::ffff:c000:0280", "::ffff:192.0.2.128"],
    ["::FFFF:192.0.2.128", "::ffff:192.0.2.128"],
    ["64:ff9b::192.0.2.33", "64:ff9b::c000:221"],
    ["1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:102:304"],
    ["::0.0.0.1", "::1"],
  ])("%s is read, and written as RFC 5952 asks: %s", (text, canonical) => {
    const address = parseAddress(text);
    expect(address && formatAddress(address)).toBe(canonical);
  });

  it.each([
    "",
    "1",
    "1.2.3",
    "1.2.3.4.5",
    "256.1.1.1",
    "01.2.3.4",
    "1.2.3.00",
    "0x7f.0.0.1",
    "1.2.3.4 ",
    " 1.2.3.4",
    "1..2.3",
    ".1.2.3",
    "1.2.3.",
    "1.2.3.-4",
    "+1.2.3.4",
    "1.2.3.4a",
    "١.٢.٣.٤",
    "1.2.3.4\n",
    "2130706433",
    ":",
    ":::",
    "1:::2",
    "1::2::3",
    ":1",
    "1:",
    "1:2:3:4:5:6:7",
    "1:2:3:4:5:6:7:8:9",
    "1:2:3:4:5:6:7:8::",
    "::1:2:3:4:5:6:7:8",
    "12345::",
    "g::",
    "fe80::1%eth0",
    "fe80::1%1",
    "::1.2.3",
    "1.2.3.4::",
    "::1.2.3.4:5",
    "1:2:3:4:5:6:7:1.2.3.4",
    "::ffff:01.2.3.4",
    "[::1]",
    "::1 ",
    "1.2.3.4:80",
    "__proto__",
  ])("%j is refused", (text) => {
    expect(parseAddress(text)).toBeNull();
  });

  it("reads back what it writes, for every address", () => {
    fc.assert(
      fc.property(anyAddress, (address) => {
        expect(parseAddress(formatAddress(address))).toEqual(address);
      }),
    );
  });

  it("accepts and refuses the same texts as Node, zone ids aside", () => {
    const piece = fc.constantFrom(
      "0",
      "1",
      "00",
      "ffff",
      "12345",
      "255",
      "256",
      ":",
      "::",
      ".",
      "1.2.3.4",
      "a",
      "G",
    );
    const text = fc.array(piece, { minLength: 1, maxLength: 12 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(fc.oneof(text, fc.ipV4(), fc.ipV6(), fc.ipV4Extended()), (candidate) => {
        expect(parseAddress(candidate)?.family ?? null).toBe(
          isIPv4(candidate) ? "ipv4" : isIPv6(candidate) ? "ipv6" : null,
        );
      }),
      { numRuns: 3000 },
    );
  });
});

describe("the text of a block", () => {
  it.each([
    ["0.0.0.0/0", "0.0.0.0/0", false],
    ["10.1.2.3/8", "10.0.0.0/8", true],
    ["255.255.255.255/0", "0.0.0.0/0", true],
    ["192.0.2.1/32", "192.0.2.1/32", false],
    ["::/0", "::/0", false],
    ["2001:DB8::1/32", "2001:db8::/32", true],
    ["::ffff:0:0/96", "::ffff:0.0.0.0/96", false],
    ["ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/1", "8000::/1", true],
    ["::1/128", "::1/128", false],
  ])("%s is %s, host bits %s", (text, canonical, hostBits) => {
    const cidr = parseCidr(text);
    expect(cidr && formatCidr(cidr)).toBe(canonical);
    expect(cidr?.hostBits).toBe(hostBits);
  });

  it.each([
    "1.2.3.4",
    "::1",
    "1.2.3.4/33",
    "::/129",
    "1.2.3.4/",
    "1.2.3.4/08",
    "1.2.3.4/-1",
    "1.2.3.4/8/8",
    "1.2.3.4/255.0.0.0",
    "/8",
    "1.2.3.4/ 8",
    "1.2.3.4/1e1",
    "1.2.3/8",
    "fe80::1%eth0/64",
  ])("%j is refused", (text) => {
    expect(parseCidr(text)).toBeNull();
  });

  it("holds the address it was written from, and no neighbour of its range, says Node", () => {
    fc.assert(
      fc.property(anyAddress, fc.nat(128), (address, prefix) => {
        const cidr = parseCidr(
          `${formatAddress(address)}/${address.family === "ipv4" ? prefix % 33 : prefix}`,
        );
        if (cidr === null) throw new Error("refused");
        const judge = new BlockList();
        judge.addSubnet(formatAddress(baseOf(cidr)), cidr.prefix, cidr.family);
        const [first, last] = formatRange(cidrRange(cidr)).split("-") as [string, string];
        for (const inside of [formatAddress(address), first, last])
          expect(judge.check(inside, cidr.family)).toBe(true);
        for (const outside of neighbours(cidrRange(cidr)))
          expect(judge.check(outside, cidr.family)).toBe(false);
        expect(parseCidr(formatCidr(cidr))).toEqual({ ...cidr, hostBits: false });
      }),
    );
  });
});

function neighbours(range: ReturnType<typeof cidrRange>): string[] {
  const around: Address[] =
    range.family === "ipv4"
      ? [
          { family: "ipv4", value: range.from - 1 },
          { family: "ipv4", value: range.to + 1 },
        ]
      : [
          { family: "ipv6", value: range.from - 1n },
          { family: "ipv6", value: range.to + 1n },
        ];
  return around
    .filter(({ family, value }) => value >= 0 && BigInt(value) < (family === "ipv4" ? 1n << 32n : 1n << 128n))
    .map(formatAddress)
    .filter((text) => isIP(text) !== 0);
}

describe("the text of a range", () => {
  it.each([
    ["10.0.0.1-10.0.0.9", "10.0.0.1-10.0.0.9"],
    ["10.0.0.1 - 10.0.0.9", "10.0.0.1-10.0.0.9"],
    ["10.0.0.0/30", "10.0.0.0-10.0.0.3"],
    ["10.0.0.7", "10.0.0.7-10.0.0.7"],
    ["2001:db8::1-2001:db8::F", "2001:db8::1-2001:db8::f"],
    ["::/0", "::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"],
  ])("%s is %s", (text, canonical) => {
    const range = parseRange(text);
    expect(range && formatRange(range)).toBe(canonical);
  });

  it.each([
    "10.0.0.9-10.0.0.1",
    "10.0.0.1-::1",
    "10.0.0.1-",
    "-10.0.0.1",
    "1-2",
    "10.0.0.1-10.0.0.2-10.0.0.3",
    "10.0.0.0/8-10.0.0.9",
    "",
  ])("%j is refused", (text) => {
    expect(parseRange(text)).toBeNull();
  });
});
