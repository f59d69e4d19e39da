import { describe, expect, it } from "vitest";
import { Closable } from "./closing.js";
import { acl, card, group, internetGateway, prefixList, subnet, type Told, table, vpc } from "./estate.js";

interface Draft {
  readonly groups: Readonly<Record<string, readonly string[]>>;
  readonly cards?: Readonly<Record<string, readonly string[]>>;
  readonly in?: readonly string[];
  readonly ipv6?: string;
  readonly more?: readonly Told[];
}

/** One public subnet with cards eni-1, eni-2, … behind the groups that each names. */
function estate({
  groups,
  cards = { "eni-1": Object.keys(groups) },
  in: entries,
  ipv6,
  more = [],
}: Draft): Closable {
  const names = Object.keys(cards);
  return new Closable([
    vpc("vpc-1", "10.0.0.0/16", {
      Ipv6CidrBlockAssociationSet: [
        { Ipv6CidrBlock: "2600:1f18::/56", Ipv6CidrBlockState: { State: "associated" } },
      ],
    }),
    internetGateway("igw-1", "vpc-1"),
    subnet({ id: "subnet-1", vpc: "vpc-1", cidr: "10.0.1.0/24", ...(ipv6 && { ipv6: "2600:1f18::/64" }) }),
    subnet({ id: "subnet-2", vpc: "vpc-1", cidr: "10.0.2.0/24" }),
    table({
      ...{ id: "rtb-1", vpc: "vpc-1", subnets: ["subnet-1", "subnet-2"] },
      routes: ["10.0.0.0/16 local", "0.0.0.0/0 igw-1", ...(ipv6 ? ["::/0 igw-1"] : [])],
    }),
    acl({ id: "acl-1", vpc: "vpc-1", subnets: ["subnet-1"], ...(entries && { in: entries }) }),
    acl({ id: "acl-2", vpc: "vpc-1", subnets: ["subnet-2"] }),
    ...Object.entries(groups).map(([id, rules]) => group(id, "vpc-1", { in: rules })),
    ...names.map((id, index) => {
      const far = id.startsWith("far-");
      return card({
        ...{ id, vpc: "vpc-1", subnet: far ? "subnet-2" : "subnet-1", groups: cards[id] ?? [] },
        ip: `10.0.${far ? 2 : 1}.${index + 10}`,
        public: `203.0.113.${index + 10}`,
        ...(ipv6 && { ipv6: `${ipv6}${index + 10}` }),
      });
    }),
    ...more,
  ]);
}

const SSH = "tcp 22 internet → eni-1";

describe("the least change that closes a way through groups", () => {
  it("removes the one rule that opens it, and asks again", () => {
    const one = estate({ groups: { "sg-1": ["tcp 22 0.0.0.0/0", "tcp 443 0.0.0.0/0"] } });
    const change = one.change(SSH, ["tcp 443 internet → eni-1"]);
    expect(one.edits(SSH)).toEqual(["sg-1 in tcp 22 0.0.0.0/0 → nothing"]);
    expect(change).toMatchObject({ outcome: "found", smallest: true, after: { verdict: "filtered" } });
    expect(change.required).toEqual([
      { name: "internet → eni-1 tcp/443", before: "reaches", after: "reaches" },
    ]);
    expect(change.alsoCloses?.interfaces).toMatchObject([{ before: 2, after: 1 }]);
  });

  it("edits both of two groups that are open", () => {
    const two = estate({ groups: { "sg-1": ["tcp 22 0.0.0.0/0"], "sg-2": ["tcp 20-25 0.0.0.0/0"] } });
    expect(two.edits(SSH)).toEqual([
      "sg-1 in tcp 22 0.0.0.0/0 → nothing",
      "sg-2 in tcp 20-25 0.0.0.0/0 → tcp 20-21 0.0.0.0/0 + tcp 23-25 0.0.0.0/0",
    ]);
  });

  it("narrows a rule to what a required flow needs of it", () => {
    const one = estate({ groups: { "sg-1": ["tcp 22 0.0.0.0/0"] } });
    expect(one.edits(SSH, ["tcp 22 198.51.100.0/24 → eni-1"])).toEqual([
      "sg-1 in tcp 22 0.0.0.0/0 → tcp 22 198.51.100.0/24",
    ]);
  });

  it("leaves a rule to a required flow that has one of its own, and takes the other away", () => {
    const own = estate({ groups: { "sg-1": ["tcp 22 0.0.0.0/0", "tcp 22 198.51.100.0/24"] } });
    expect(own.edits(SSH, ["tcp 22 198.51.100.0/24 → eni-1"])).toEqual([
      "sg-1 in tcp 22 0.0.0.0/0 → nothing",
    ]);
  });

  it("splits a range of ports, so that the others stay", () => {
    const range = estate({ groups: { "sg-1": ["tcp 0-65535 0.0.0.0/0"] } });
    expect(range.edits(SSH)).toEqual(["sg-1 in tcp 0.0.0.0/0 → tcp 0-21 0.0.0.0/0 + tcp 23-65535 0.0.0.0/0"]);
  });

  it("takes a rule for all traffic apart, and says what goes beside", () => {
    const all = estate({ groups: { "sg-1": ["all 0.0.0.0/0"] } });
    const [edit] = all.change(SSH).edits;
    expect(all.edits(SSH)).toEqual([
      "sg-1 in all 0.0.0.0/0 → icmp 0.0.0.0/0 + tcp 0-21 0.0.0.0/0 + tcp 23-65535 0.0.0.0/0 + udp 0.0.0.0/0",
    ]);
    expect(edit?.takes.map(({ protocol }) => protocol)).toContain("other");
  });

  it("removes a prefix list of everybody, and keeps of it what is required", () => {
    const list = estate({
      groups: { "sg-1": ["tcp 22 pl-1"] },
      more: prefixList("pl-1", ["0.0.0.0/1", "128.0.0.0/1"]),
    });
    expect(list.edits(SSH)).toEqual(["sg-1 in tcp 22 pl-1 → nothing"]);
    expect(list.edits(SSH, ["tcp 22 198.51.100.0/24 → eni-1"])).toEqual([
      "sg-1 in tcp 22 pl-1 → tcp 22 198.51.100.0/24",
    ]);
  });

  it("narrows a reference to a group to those of its members that must get in", () => {
    const members = estate({
      groups: { "sg-db": ["tcp 5432 sg-web"], "sg-web": [] },
      cards: { "eni-1": ["sg-db"], "eni-2": ["sg-web"], "eni-3": ["sg-web"] },
    });
    expect(members.edits("tcp 5432 eni-2 → eni-1")).toEqual([
      "sg-db in tcp 5432 sg-web → tcp 5432 10.0.1.12/32",
    ]);
    expect(members.edits("tcp 5432 10.0.1.0/24 → eni-1")).toEqual(["sg-db in tcp 5432 sg-web → nothing"]);
  });

  it("closes IPv4 and IPv6, which are rules of their own", () => {
    const both = estate({ groups: { "sg-1": ["tcp 22 0.0.0.0/0 ::/0"] }, ipv6: "2600:1f18::" });
    expect(both.edits(SSH)).toEqual(["sg-1 in tcp 22 0.0.0.0/0 → nothing", "sg-1 in tcp 22 ::/0 → nothing"]);
  });

  it("leaves few addresses of the internet what they have: they are not the internet", () => {
    const few = estate({ groups: { "sg-1": ["tcp 22 0.0.0.0/0", "tcp 22 198.51.100.0/24"] } });
    const { after, edits } = few.change(SSH);
    expect(edits).toHaveLength(1);
    expect(after).toMatchObject({ verdict: "filtered", says: "only 198.51.100.0/24 of the internet" });
  });

  it("closes halves of the internet that are two rules", () => {
    const halves = estate({ groups: { "sg-1": ["tcp 22 0.0.0.0/1", "tcp 22 128.0.0.0/1"] } });
    expect(halves.edits(SSH)).toHaveLength(2);
  });

  it("tells which required flow stands against it", () => {
    const shared = estate({
      groups: { "sg-1": ["tcp 22 0.0.0.0/0"] },
      cards: { "eni-1": ["sg-1"], "eni-2": ["sg-1"] },
    });
    const same = shared.change(SSH, ["tcp 22 internet → eni-1"]);
    expect(same).toMatchObject({ outcome: "none", against: ["internet → eni-1 tcp/22"], edits: [] });
    expect(same.says).toMatch(
      /^no set of edits found: the required flow internet → eni-1 tcp\/22 would close/,
    );
    const other = shared.change(SSH, ["tcp 22 internet → eni-2", "tcp 22 198.51.100.0/24 → eni-1"]);
    expect(other).toMatchObject({ outcome: "none", against: ["internet → eni-2 tcp/22"] });
  });

  it("says so where there is nothing to close, or nothing is known", () => {
    const shut = estate({ groups: { "sg-1": [] } });
    expect(shut.change(SSH)).toMatchObject({ outcome: "closed", edits: [] });
    const unread = estate({ groups: { "sg-1": ["tcp 22 pl-9"] } });
    expect(unread.change(SSH)).toMatchObject({
      outcome: "unknown",
      says: expect.stringMatching(/is unknown, so nothing/),
    });
  });

  it("edits a rule with a list that was not read as well: it may admit everybody", () => {
    const unread = estate({ groups: { "sg-1": ["tcp 22 0.0.0.0/0", "tcp 20-25 pl-9"] } });
    expect(unread.edits(SSH)).toEqual([
      "sg-1 in tcp 20-25 pl-9 → tcp 20-21 pl-9 + tcp 23-25 pl-9",
      "sg-1 in tcp 22 0.0.0.0/0 → nothing",
    ]);
  });
});

describe("where groups cannot say it, a network ACL", () => {
  it("refuses ahead of the entry that admits, when a shared group must stay open", () => {
    const apart = estate({
      groups: { "sg-1": ["tcp 22 0.0.0.0/0"] },
      cards: { "eni-1": ["sg-1"], "far-1": ["sg-1"] },
    });
    expect(apart.edits(SSH, ["tcp 22 internet → far-1"])).toEqual([
      "acl-1 in create 99 deny tcp 22 0.0.0.0/0",
    ]);
  });

  it("lets in first what is required, then refuses", () => {
    const apart = estate({
      groups: { "sg-1": ["tcp 22 0.0.0.0/0"] },
      cards: { "eni-1": ["sg-1"], "far-1": ["sg-1"] },
    });
    const keep = ["tcp 22 internet → far-1", "tcp 22 198.51.100.0/24 → eni-1"];
    expect(apart.edits(SSH, keep)).toEqual([
      "acl-1 in create 98 allow tcp 22 198.51.100.0/24; create 99 deny tcp 22 0.0.0.0/0",
    ]);
  });

  it("takes back the only entry that admits", () => {
    const only = estate({
      groups: { "sg-1": ["tcp 22 0.0.0.0/0"] },
      cards: { "eni-1": ["sg-1"], "far-1": ["sg-1"] },
      in: ["100 allow tcp 22 0.0.0.0/0", "110 allow tcp 443 0.0.0.0/0"],
    });
    expect(only.edits(SSH, ["tcp 22 internet → far-1"])).toEqual([
      "acl-1 in delete 100 allow tcp 22 0.0.0.0/0",
    ]);
  });

  it("moves entries up where there is no number free below", () => {
    const full = estate({
      groups: { "sg-1": ["tcp 22 0.0.0.0/0"] },
      cards: { "eni-1": ["sg-1"], "far-1": ["sg-1"] },
      in: ["1 allow all 0.0.0.0/0", "2 deny udp 53 0.0.0.0/0", "9 allow udp 0-65535 0.0.0.0/0"],
    });
    expect(full.edits(SSH, ["tcp 22 internet → far-1"])).toEqual([
      "acl-1 in create 3 deny udp 53 0.0.0.0/0; replace 2 allow all 0.0.0.0/0; replace 1 deny tcp 22 0.0.0.0/0",
    ]);
  });

  it("refuses one address out of everybody, which a group cannot say", () => {
    const one = estate({ groups: { "sg-1": ["tcp 443 0.0.0.0/0"] } });
    expect(one.edits("tcp 443 198.51.100.7 → 203.0.113.10", ["tcp 443 internet → eni-1"])).toEqual([
      "acl-1 in create 99 deny tcp 443 198.51.100.7/32",
    ]);
  });
});
