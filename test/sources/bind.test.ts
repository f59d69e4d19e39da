import { describe, expect, it } from "vitest";
import type { Batch } from "../../src/model/index.js";
import { isBindConfig, readBind } from "../../src/sources/bind/index.js";

function read(conf: string, files: Readonly<Record<string, string>> = {}): Batch {
  return readBind({
    ...{ path: "dns/named.conf", text: conf, host: "ns1", site: "berlin" },
    open: (name) => (files[name] === undefined ? null : { path: `dns/${name}`, text: files[name] }),
  });
}

const ZONE = 'zone "corp.example" { type primary; file "db"; };';
const head = "$TTL 1h\n@ IN SOA ns root ( 1 ; serial\n 1h 15m 1w 5m )\n IN NS ns\n";
const told = ({ gaps }: Batch) =>
  gaps.map(({ reason, message, at }) => `${reason} ${at.uri}:${at.line} ${message}`);
const records = (text: string, more: Readonly<Record<string, string>> = {}) => {
  const batch = read(ZONE, { db: head + text, ...more });
  const found = batch.nodes.filter(({ kind }) => kind === "record");
  return {
    gaps: told(batch),
    sets: found.map(({ is }) => {
      const { name, recordType, values } = is as { name: string; recordType: string; values: string[] };
      return `${name} ${recordType} ${values.join(" | ")}`;
    }),
  };
};

describe("a named.conf", () => {
  it("becomes a name server with its zones and what it forwards", () => {
    const batch = read(
      `// comment
      acl "inside" { 10.0.0.0/8; !192.0.2.1; };
      options { directory "/var/named"; forwarders { 10.1.1.1; 10.1.1.2 port 5353; }; forward only; # more
        listen-on port 5300 { 127.0.0.1; inside; }; allow-transfer { none; }; querylog yes; /* block
        comment */ dnssec-validation auto; };
      ${ZONE}
      zone "ad.example" { type forward; forwarders { 10.2.2.2; }; };
      zone "." { type hint; file "root.hints"; };`,
      { db: head },
    );
    expect(told(batch)).toEqual([]);
    const is = (id: string) => batch.nodes.find((node) => node.id === id)?.is;
    expect(is("bind:ns1")).toMatchObject({
      ...{
        recursion: true,
        port: 5300,
        logsQueries: true,
        validates: true,
        transfers: ["none"],
        clients: null,
      },
      addresses: ["127.0.0.1"],
    });
    expect(is("bind:ns1#forward/.")).toMatchObject({
      ...{ ruleType: "forward", fallsBack: false },
      targets: [
        { address: "10.1.1.1", port: 53 },
        { address: "10.1.1.2", port: 5353 },
      ],
    });
    expect(is("bind:ns1#forward/ad.example.")).toMatchObject({ domain: "ad.example.", fallsBack: false });
    expect(is("bind:ns1#corp.example.")).toMatchObject({ name: "corp.example.", recordCount: 2 });
    expect(batch.nodes.map(({ kind }) => kind).sort()).toEqual([
      ...["name-server", "record", "record", "resolver-rule", "resolver-rule", "zone"],
    ]);
  });

  it("has views, each with clients of its own", () => {
    const batch = read(
      `view a { match-clients { 10.0.0.0/8; ! 10.1.0.0/16; }; ${ZONE} }; view b { ${ZONE} };`,
      { db: head },
    );
    const servers = batch.nodes.filter(({ kind }) => kind === "name-server");
    expect(servers.map(({ id, is }) => [id, (is as { clients: string[] }).clients])).toEqual([
      ["bind:ns1/a", ["10.0.0.0/8", "!10.1.0.0/16"]],
      ["bind:ns1/b", ["any"]],
    ]);
  });

  it("leaves a gap for each thing that was not given or is not followed", () => {
    expect(told(read('include "more.conf";'))).toEqual([
      "not-collected dns/named.conf:1 dns/named.conf takes in a file that was not given",
    ]);
    expect(told(read('zone "x" { type stub; primaries { 10.0.0.1; }; };'))).toEqual([
      "unmodelled dns/named.conf:1 What is answered by the zone x. of type stub is not modelled",
    ]);
    expect(told(read(ZONE))).toEqual([
      "not-collected dns/named.conf:1 The file of the zone corp.example. was not given",
    ]);
    expect(
      told(read('zone "x" { type secondary; file "x"; masterfile-format raw; };', { x: "\0" }))[0],
    ).toContain("is not written as text");
    expect(told(read("options { recursion yes;\nzone"))).toHaveLength(1);
    expect(told(read("} ;"))).toEqual([
      "unparsed dns/named.conf:1 dns/named.conf is no named.conf: a block ends that did not begin",
    ]);
    const deep = "a {".repeat(40) + "};".repeat(40);
    expect(told(read(deep))[0]).toContain("too deep");
  });

  it("that means harm is read in no time", () => {
    const acls = Array.from({ length: 9 }, (_, n) => `acl a${n} { ${`a${n + 1}; `.repeat(50)} };`).join("\n");
    expect(told(read(`${acls} view v { match-clients { a0; }; };`))[0]).toContain(
      "name each other too often",
    );
    expect(told(read("/* ".repeat(100_000)))).toHaveLength(1);
    const looped = read('include "named.conf";', {
      "named.conf": 'include "named.conf"; include "named.conf";',
    });
    expect(looped.gaps.length).toBeGreaterThan(0);
    const wide = records("$INCLUDE w\n".repeat(20), { w: "$INCLUDE w\n".repeat(20) });
    expect(wide.gaps.length).toBeGreaterThan(0);
  }, 10_000);

  it("is told from other files", () => {
    expect(isBindConfig({ path: "ns1/named.conf", text: "options {\n};" })).toBe(true);
    expect(isBindConfig({ path: "ns1/named.conf", text: "{}" })).toBe(false);
    expect(isBindConfig({ path: "ns1/other.conf", text: "options {\n};" })).toBe(false);
  });
});

describe("a master file", () => {
  it("is read as RFC 1035 has it", () => {
    const { sets, gaps } = records(
      [
        "a 300 IN A 10.0.0.1",
        " IN A 10.0.0.2 ; the same owner",
        "b IN 1h30m AAAA FD00::0001",
        "c CNAME a",
        "d MX 10 mail.other.",
        't TXT "one; two" three',
        "$ORIGIN sub",
        "e\\.f A 10.0.0.3",
        "@ A 10.0.0.4",
        "\\097 A 10.0.0.5",
        "$ORIGIN corp.example.",
        "s SRV ( 1 2",
        " 53 a )",
        'q CAA 0 issue "ca.example"',
        "outside.other. A 10.0.0.9",
      ].join("\n"),
    );
    expect(gaps).toEqual([]);
    expect(sets.slice(2)).toEqual([
      "a.corp.example. A 10.0.0.1 | 10.0.0.2",
      "b.corp.example. AAAA fd00::1",
      "c.corp.example. CNAME a.corp.example.",
      "d.corp.example. MX 10 mail.other.",
      't.corp.example. TXT "one; two" "three"',
      "e\\.f.sub.corp.example. A 10.0.0.3",
      "sub.corp.example. A 10.0.0.4",
      "a.sub.corp.example. A 10.0.0.5",
      "s.corp.example. SRV 1 2 53 a.corp.example.",
      'q.corp.example. CAA 0 issue "ca.example"',
    ]);
  });

  it("takes in files that were given, and no others", () => {
    expect(records("$INCLUDE more x\ny A 10.0.0.2\n", { more: "a A 10.0.0.1\n" }).sets.slice(2)).toEqual([
      "a.x.corp.example. A 10.0.0.1",
      "y.corp.example. A 10.0.0.2",
    ]);
    expect(records("$INCLUDE /etc/passwd\n").gaps).toEqual([
      "unparsed dns/db:5 corp.example.: the file of an $INCLUDE is not among those that were given",
    ]);
    expect(records("$INCLUDE db\n").gaps[0]).toContain("$INCLUDE");
  });

  it("makes as many records of a line as a person would", () => {
    expect(records("$GENERATE 1-3 h$" + "{10,3,d} A 10.0.0.$\n").sets.slice(2)).toEqual([
      "h011.corp.example. A 10.0.0.1",
      "h012.corp.example. A 10.0.0.2",
      "h013.corp.example. A 10.0.0.3",
    ]);
    expect(records("$GENERATE 1-999999999 h$ A 10.0.0.1\n").gaps[0]).toContain("makes more than 65536");
  });

  it("tells line by line what it cannot read, and never throws", () => {
    expect(records("a A 10.0.0.999\nb\nc A ( 10.0.0.1\n").gaps).toEqual([
      "unparsed dns/db:5 corp.example.: a value of type A cannot be read",
      "unparsed dns/db:6 corp.example.: a record has no type",
      "unparsed dns/db:7 corp.example.: the file cannot be read from here on",
    ]);
    for (const text of [
      "\0\u{10ffff}",
      '"'.repeat(99),
      "(".repeat(9999),
      "a ".repeat(99_999),
      "\\",
      "$",
      "$TTL\n$ORIGIN ..\n",
    ])
      expect(() => records(text)).not.toThrow();
  });

  it("without an SOA is no zone that a server would load", () => {
    expect(told(read(ZONE, { db: "a 1 A 10.0.0.1\n" }))).toEqual([
      "unparsed dns/db:1 corp.example. has no SOA, so that no server would load it",
    ]);
  });
});
