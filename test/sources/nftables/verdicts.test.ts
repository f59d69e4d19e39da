import { describe, expect, it } from "vitest";
import { noKernel } from "./kernel.js";
import { CLIENT, HOST, type Probe, readingOf, sendThroughKernel } from "./packets.js";
import { randomRulesets } from "./random-rulesets.js";
import { RULESETS, type Ruleset } from "./rulesets.js";

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

const SEED = 20240611;
const RANDOM = randomRulesets(SEED, 16).map((ruleset, index) => ({
  story: `random ruleset ${index}`,
  ruleset,
}));
const STORIES: readonly Ruleset[] = [...RULESETS, ...RANDOM];

describe.skipIf(noKernel !== null)(`what the kernel lets through (${noKernel ?? "nft found"})`, () => {
  const all = STORIES.map(({ ruleset, outward }) => ({ ruleset, probes: probes(outward === true) }));
  const arrivals = noKernel === null ? sendThroughKernel(all) : [];
  for (const [index, { story, ruleset, mixed }] of STORIES.entries()) {
    it(`is what the listing is read to admit: ${story}`, () => {
      const { listing = "", arrived = [], left = [] } = arrivals[index] ?? {};
      const seen = [...arrived, ...left];
      const sent = all[index]?.probes ?? [];
      const reading = readingOf(listing);
      const differing = sent.flatMap((probe, at) => {
        const told = reading(probe);
        return told === seen[at] ? [] : [{ ...probe, told, kernel: seen[at] }];
      });
      expect(differing, ruleset).toEqual([]);
      // A story is only told where some packets pass and some do not; a random one may end either way.
      if (index < RULESETS.length) expect(new Set(seen).size).toBe(mixed === false ? 1 : 2);
    });
  }
});
