import { describe, expect, it } from "vitest";
import { noKernel } from "../sources/nftables/kernel.js";
import { engineSays, kernelSays, QUICK } from "./judge.js";
import { type KeptEstate, type KeptSite, kept } from "./kept.js";
import { engineOnSite, siteInKernel } from "./premises.js";

const ALL = kept();

async function kernelOn(one: KeptEstate | KeptSite, quiet?: number): Promise<boolean | undefined> {
  if ("answers" in one) return (await kernelSays(one.answers, [one.matter], quiet))[0];
  return (await siteInKernel(one.site, [one.packet], quiet)).replied[0];
}

describe("what the kernel and the engine once did not agree on", () => {
  it.each(ALL)("$name: $story", (one) => {
    const [answer] =
      "answers" in one
        ? engineSays(one.answers, [one.matter])
        : engineOnSite(one.site, one.listings, [one.packet]);
    expect(answer?.verdict === "reaches", answer?.says).toBe(one.replied);
    expect(answer?.verdict).not.toBe("unknown");
  });

  it.skipIf(noKernel !== null).each(ALL)("$name is what the kernel says", async (one) => {
    // A busy machine may be late: only with patience is silence an answer.
    const replied = (await kernelOn(one, QUICK)) === one.replied || (await kernelOn(one)) === one.replied;
    expect(replied).toBe(true);
  });
});
