import { describe, expect, it } from "vitest";
import { noKernel } from "../sources/nftables/kernel.js";
import { readCloud } from "./cloud.js";
import { randomEstate } from "./estate.js";
import { type Disagreement, disagreements } from "./judge.js";
import { keep, keepSite } from "./kept.js";
import { type SiteDisagreement, siteDisagreements } from "./premises.js";
import { randomMatters } from "./questions.js";
import { randomPackets, randomSite } from "./site.js";

/** The first of the seeds: the same in every run, or another by CAUSEWAY_SEED. */
const FIRST = Number(process.env["CAUSEWAY_SEED"] ?? 20_261_121);
const ESTATES = Number(process.env["CAUSEWAY_KERNEL_ESTATES"] ?? 24);
const SITES = Number(process.env["CAUSEWAY_KERNEL_SITES"] ?? ESTATES);
const PACKETS = { estate: 350, site: 200 };
/** So many disagreements are made small and kept, for so long each. */
const MOST_KEPT = 2;
const KEEPING_MS = 90_000;
const MOST_TOLD = 5;

/** Two at a time: while the kernel is asked about one, the engine answers for the other. */
async function each<T>(count: number, work: (seed: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  const seeds = Array.from({ length: count }, (_, index) => FIRST + index);
  const worker = async () => {
    for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) results.push(await work(seed));
  };
  await Promise.all([worker(), worker()]);
  return results;
}

interface Result {
  readonly packets: number;
  readonly replies: number;
  readonly found: readonly (Disagreement | SiteDisagreement)[];
}

/** Says what was asked, keeps some of what the judges do not agree on, and fails for it. */
async function settled<R extends Result>(
  what: string,
  results: readonly R[],
  kept: (result: R, one: R["found"][number]) => Promise<string>,
): Promise<void> {
  const sum = (of: "packets" | "replies") => results.reduce((total, result) => total + result[of], 0);
  const seeds = `seeds ${FIRST} to ${FIRST + results.length - 1}`;
  console.log(`${what}: ${seeds}, ${sum("packets")} packets asked of the kernel, ${sum("replies")} answered`);
  const wrong = results.flatMap((result) => result.found.map((one) => ({ result, one })));
  if (wrong.length > 0) console.log(`${wrong.length} disagreements`);
  for (const { result, one } of wrong.slice(0, MOST_KEPT))
    console.log(`kept as test/kernel/kept/${await kept(result, one)}`);
  expect(wrong.slice(0, MOST_TOLD).map(({ one }) => told(one))).toEqual([]);
}

/** A disagreement as people read it. */
function told(one: Disagreement | SiteDisagreement) {
  const { answer, replied } = one;
  const hops = answer.trace.map(({ way, what, label, by }) => `${way}: ${what} ${by?.label ?? label}`);
  return {
    asked: "matter" in one ? one.matter.question : one.packet,
    kernel: replied ? "replied" : "no reply",
    engine: answer.verdict,
    says: answer.says,
    hops,
  };
}

describe.skipIf(noKernel !== null)(
  `reachability against the kernel (${noKernel ?? "namespaces found"})`,
  () => {
    let sent = 0;

    it("agrees on random estates in the cloud", { timeout: 3_600_000 }, async () => {
      const results = await each(ESTATES, async (seed) => {
        const answers = randomEstate(seed);
        const matters = randomMatters(readCloud(answers), { seed, packets: PACKETS.estate });
        const packets = matters.reduce((sum, matter) => sum + matter.packets.length, 0);
        return { seed, answers, packets, ...(await disagreements(answers, matters)) };
      });
      sent = results.reduce((sum, { packets }) => sum + packets, 0);
      await settled("estates", results, (result, one) => keep(result, one, KEEPING_MS));
    });

    it("agrees on random hosts of a data centre", { timeout: 3_600_000 }, async () => {
      const results = await each(SITES, async (seed) => {
        const site = randomSite(seed);
        const packets = randomPackets(site, { seed, most: PACKETS.site });
        return { seed, site, packets: packets.length, ...(await siteDisagreements(site, packets)) };
      });
      const here = results.reduce((sum, { packets }) => sum + packets, 0);
      const unknown = results.reduce((sum, result) => sum + result.unknown, 0);
      console.log(`${unknown} of ${here} packets meet what nobody told`);
      await settled("sites", results, (result, one) => keepSite(result, one, KEEPING_MS));
      if (SITES < 24 || ESTATES < 24) return;
      expect(here).toBeGreaterThanOrEqual(3000);
      expect(sent + here).toBeGreaterThanOrEqual(10_000);
    });
  },
);
