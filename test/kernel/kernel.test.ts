import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { noKernel } from "../sources/nftables/kernel.js";
import { readCloud, type Told } from "./cloud.js";
import { randomEstate } from "./estate.js";
import { differ, disagreements, engineSays } from "./judge.js";
import { randomMatters } from "./questions.js";

/** The first of the seeds: the same in every run, or another by CAUSEWAY_SEED. */
const FIRST = Number(process.env["CAUSEWAY_SEED"] ?? 20_261_121);
const ESTATES = Number(process.env["CAUSEWAY_KERNEL_ESTATES"] ?? 36);
const PACKETS = 350;

describe.skipIf(noKernel !== null)(
  `reachability against the kernel (${noKernel ?? "namespaces found"})`,
  () => {
    it("agrees on every packet of random estates", { timeout: 900_000 }, async () => {
      const wrong: unknown[] = [];
      let sent = 0;
      for (let seed = FIRST; seed < FIRST + ESTATES; seed++) {
        const answers = randomEstate(seed);
        const matters = randomMatters(readCloud(answers), { seed, packets: PACKETS });
        const { found } = await disagreements(answers, matters);
        sent += matters.reduce((sum, { packets }) => sum + packets.length, 0);
        for (const { matter, replied, answer } of found)
          wrong.push({
            seed,
            question: matter.question,
            kernel: replied,
            engine: answer.verdict,
            says: answer.says,
          });
      }
      console.log(`seeds ${FIRST} to ${FIRST + ESTATES - 1}: ${sent} packets asked of the kernel`);
      expect(wrong).toEqual([]);
      if (ESTATES >= 36) expect(sent).toBeGreaterThanOrEqual(10_000);
    });
  },
);

/** Small estates on which the kernel and the engine once did not agree. */
const KEPT = join(import.meta.dirname, "kept");

interface Kept {
  readonly story: string;
  readonly matter: Parameters<typeof engineSays>[1][number];
  readonly replied: boolean;
  readonly answers: readonly Told[];
}

describe("what the kernel taught", () => {
  it.each(readdirSync(KEPT).sort())("%s", (name) => {
    const { story, matter, replied, answers } = JSON.parse(readFileSync(join(KEPT, name), "utf8")) as Kept;
    const [answer] = engineSays(answers, [matter]);
    expect(answer !== undefined && !differ(answer, replied), story).toBe(true);
  });
});
