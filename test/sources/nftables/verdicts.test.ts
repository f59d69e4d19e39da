import { describe, expect, it } from "vitest";
import { noKernel } from "./kernel.js";
import { admitted, CLIENT, HOST, type Probe, sendThroughKernel } from "./packets.js";
import { RULESETS } from "./rulesets.js";

const PORTS = [22, 53, 80, 443, 1022, 8080];

function probes(outward: boolean): Probe[] {
  return (["ipv4", "ipv6"] as const).flatMap((family) =>
    CLIENT[family].flatMap((client) =>
      PORTS.flatMap((port) =>
        (["tcp", "udp"] as const).map(
          (protocol): Probe =>
            outward
              ? { protocol, from: HOST[family], to: client, port, outward }
              : { protocol, from: client, to: HOST[family], port },
        ),
      ),
    ),
  );
}

describe.skipIf(noKernel !== null)(`what the kernel lets through (${noKernel ?? "nft found"})`, () => {
  const all = RULESETS.map(({ ruleset, outward }) => ({ ruleset, probes: probes(outward === true) }));
  const arrivals = noKernel === null ? sendThroughKernel(all) : [];
  for (const [index, { story, mixed }] of RULESETS.entries()) {
    it(`is what the listing is read to admit: ${story}`, () => {
      const { listing = "", arrived = [], left = [] } = arrivals[index] ?? {};
      const seen = [...arrived, ...left];
      const sent = all[index]?.probes ?? [];
      const told = sent.map((probe) => admitted(listing, probe));
      const line = (probe: Probe, at: number, verdict: unknown) =>
        `${probe.protocol} ${probe.from} > ${probe.to} port ${probe.port}: ${verdict ? "through" : "kept out"} (${at})`;
      expect(sent.map((probe, at) => line(probe, at, told[at]))).toEqual(
        sent.map((probe, at) => line(probe, at, seen[at])),
      );
      expect(new Set(seen).size).toBe(mixed === false ? 1 : 2);
    });
  }
});
