import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  AddressSet,
  type Packet,
  type PacketBox,
  type PacketSet,
  PacketSpace,
  PortSet,
} from "../../../src/net/index.js";

/** A universe small enough to be counted: few addresses, protocols and ports, both families. */
const V4 = [0x0a000000, 0x0a000001, 0x0a000100, 0xc0000201];
const V6 = [0x20010db8n << 96n, (0x20010db8n << 96n) + 1n];
const PORTS = [22, 443, 1024, 65535];
const ICMP_TYPES = [0, 8];

const universe: Packet[] = [];
for (const [family, values] of [
  ["ipv4", V4],
  ["ipv6", V6],
] as const) {
  const ends = values.map((value) => ({ family, value }) as Packet["source"]);
  for (const source of ends)
    for (const destination of ends) {
      for (const protocol of [6, 17])
        for (const sourcePort of PORTS)
          for (const destinationPort of PORTS)
            universe.push({ source, destination, protocol, sourcePort, destinationPort });
      for (const protocol of [1, 58])
        for (const icmpType of ICMP_TYPES)
          universe.push({ source, destination, protocol, icmpType, icmpCode: 0 });
      universe.push({ source, destination, protocol: 47 });
    }
}

const addresses = fc
  .tuple(fc.subarray(V4), fc.subarray(V6))
  .map(([four, six]) =>
    AddressSet.ofRanges([
      ...four.map((value) => ({ family: "ipv4" as const, from: value, to: value })),
      ...six.map((value) => ({ family: "ipv6" as const, from: value, to: value })),
    ]),
  );
const ports = fc
  .subarray(PORTS)
  .map((some) => PortSet.ofRanges(some.map((port) => ({ from: port, to: port }))));
const box: fc.Arbitrary<PacketBox> = fc.record(
  {
    family: fc.constantFrom("ipv4" as const, "ipv6" as const),
    source: addresses,
    destination: addresses,
    protocols: fc.subarray([1, 6, 17, 47, 58]),
    sourcePorts: ports,
    destinationPorts: ports,
  },
  { requiredKeys: [] },
);
const icmpBox: fc.Arbitrary<PacketBox> = fc.record(
  { protocols: fc.constant([1, 58]), icmpTypes: fc.subarray(ICMP_TYPES), source: addresses },
  { requiredKeys: ["protocols", "icmpTypes"] },
);
/** A set as the boxes that were added to and taken from it in turn. */
const recipe = fc.array(fc.tuple(fc.boolean(), fc.oneof(box, icmpBox)), { maxLength: 6 });
type Recipe = (readonly [boolean, PacketBox])[];

function built(space: PacketSpace, steps: Recipe): PacketSet {
  let set = space.none;
  for (const [adds, one] of steps)
    set = adds ? space.union(set, space.box(one)) : space.difference(set, space.box(one));
  return set;
}

function isIn(one: PacketBox, packet: Packet): boolean {
  const { family, source, destination, protocols, sourcePorts, destinationPorts, icmpTypes } = one;
  const ported = packet.sourcePort !== undefined;
  return (
    (family === undefined || packet.source.family === family) &&
    (source === undefined || source.contains(packet.source)) &&
    (destination === undefined || destination.contains(packet.destination)) &&
    (protocols === undefined || protocols.includes(packet.protocol)) &&
    (sourcePorts === undefined || (ported && sourcePorts.contains(packet.sourcePort ?? 0))) &&
    (destinationPorts === undefined || (ported && destinationPorts.contains(packet.destinationPort ?? 0))) &&
    (icmpTypes === undefined || (packet.icmpType !== undefined && icmpTypes.includes(packet.icmpType)))
  );
}

const holds = (steps: Recipe, packet: Packet) =>
  steps.reduce((held, [adds, one]) => (isIn(one, packet) ? adds : held), false);

const text = (packet: Packet) =>
  JSON.stringify(packet, (_, value) => (typeof value === "bigint" ? String(value) : value));
const listed = (space: PacketSpace, set: PacketSet) =>
  universe.filter((packet) => space.contains(set, packet)).map(text);

describe("packet sets", () => {
  it("hold exactly the packets that they were made of", () => {
    fc.assert(
      fc.property(recipe, (steps) => {
        const space = new PacketSpace();
        expect(listed(space, built(space, steps))).toEqual(
          universe.filter((packet) => holds(steps, packet)).map(text),
        );
      }),
      { numRuns: 150 },
    );
  });

  it("are the same number exactly where they hold the same packets", () => {
    fc.assert(
      fc.property(recipe, recipe, (a, b) => {
        const space = new PacketSpace();
        const [left, right] = [built(space, a), built(space, b)];
        const both = space.union(space.intersect(left, right), space.difference(left, right));
        expect(both).toBe(left);
        expect(space.complement(space.complement(right))).toBe(right);
        expect(space.union(left, right)).toBe(space.union(right, left));
        expect(space.covers(left, right)).toBe(space.difference(right, left) === space.none);
        expect(space.overlaps(left, right)).toBe(!space.isEmpty(space.intersect(left, right)));
        expect(space.difference(left, left)).toBe(space.none);
      }),
      { numRuns: 150 },
    );
  });

  it("give a witness that is in them, always the same", () => {
    fc.assert(
      fc.property(recipe, (steps) => {
        const space = new PacketSpace();
        const set = built(space, steps);
        const packet = space.witness(set);
        expect(packet === undefined).toBe(space.isEmpty(set));
        if (packet !== undefined) expect(space.contains(set, packet)).toBe(true);
        expect(new PacketSpace().witness(space.none)).toBeUndefined();
      }),
      { numRuns: 200 },
    );
  });

  it("forget a field as if it could be anything, and take on what is written there", () => {
    fc.assert(
      fc.property(recipe, addresses, ports, (steps, to, others) => {
        const space = new PacketSpace();
        const set = built(space, steps);
        const moved = space.withField(set, "destination", to);
        const expected = universe.filter(
          (packet) =>
            to.contains(packet.destination) &&
            universe.some(
              (before) =>
                holds(steps, before) &&
                text({ ...before, destination: packet.destination }) === text(packet) &&
                before.source.family === packet.source.family,
            ),
        );
        // The universe does not hold every address that a set without a destination has; those inside it must agree.
        for (const packet of expected) expect(space.contains(moved, packet)).toBe(true);
        for (const packet of universe)
          if (!to.contains(packet.destination)) expect(space.contains(moved, packet)).toBe(false);
        const renamed = space.withField(set, "sourcePort", others);
        for (const packet of universe) {
          if (packet.sourcePort !== undefined && !others.contains(packet.sourcePort))
            expect(space.contains(renamed, packet)).toBe(false);
          if (packet.sourcePort === undefined)
            expect(space.contains(renamed, packet)).toBe(space.contains(set, packet));
        }
        expect(space.forget(space.forget(set, "source"), "source")).toBe(space.forget(set, "source"));
      }),
      { numRuns: 100 },
    );
  });

  it("turn round: answers of answers are the requests, and ICMP answers by its own types", () => {
    fc.assert(
      fc.property(recipe, (steps) => {
        const space = new PacketSpace();
        const set = built(space, steps);
        const answers = space.reverse(set);
        for (const packet of universe) {
          if (!space.contains(set, packet)) continue;
          const { source, destination, sourcePort, destinationPort, icmpType, protocol } = packet;
          const turned = { ...packet, source: destination, destination: source };
          if (sourcePort !== undefined && destinationPort !== undefined)
            expect(
              space.contains(answers, {
                ...turned,
                sourcePort: destinationPort,
                destinationPort: sourcePort,
              }),
            ).toBe(true);
          else if (protocol === 1 && icmpType === 8)
            expect(space.contains(answers, { ...turned, icmpType: 0 })).toBe(true);
          else if (protocol === 1)
            expect(space.contains(answers, { ...turned, icmpType: 0 })).toBe(
              holds(steps, { ...packet, icmpType: 8 }),
            );
          else if (protocol === 47) expect(space.contains(answers, turned)).toBe(true);
        }
        const ported = space.intersect(set, space.box({ sourcePorts: PortSet.ALL }));
        expect(space.reverse(space.reverse(ported))).toBe(ported);
      }),
      { numRuns: 150 },
    );
  });

  it("tell every address, port and protocol that their packets have, and are the union of their slices", () => {
    fc.assert(
      fc.property(recipe, (steps) => {
        const space = new PacketSpace();
        const set = built(space, steps);
        for (const packet of universe.filter((one) => space.contains(set, one))) {
          expect(space.addresses(set, "source").contains(packet.source)).toBe(true);
          expect(space.addresses(set, "destination").contains(packet.destination)).toBe(true);
          expect(space.protocols(set)).toContain(packet.protocol);
          if (packet.sourcePort !== undefined)
            expect(space.ports(set, "source").contains(packet.sourcePort)).toBe(true);
        }
        const shown = space.unionOf(
          space.slices(set).map(({ family, protocols, ports: cut, sources }) => {
            const ported = protocols.filter((protocol) => [6, 17, 33, 132, 136].includes(protocol));
            const others = protocols.filter((protocol) => !ported.includes(protocol));
            return space.union(
              space.box({ family, protocols: ported, destinationPorts: cut, source: sources }),
              space.box({ family, protocols: others, source: sources }),
            );
          }),
        );
        expect(space.covers(shown, set)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
