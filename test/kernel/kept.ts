import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Matter, Packet } from "./asked.js";
import { readCloud, type Told } from "./cloud.js";
import { type Disagreement, differ, engineSays, kernelSays } from "./judge.js";
import { minimize } from "./minimize.js";
import { minimizeSite } from "./minimize-site.js";
import { differOn, engineOnSite, type SiteDisagreement, siteInKernel } from "./premises.js";
import type { Site } from "./site.js";
import { isWhole, knows } from "./whole.js";

interface KeptBase {
  /** What it is kept for, in a sentence. */
  readonly story: string;
  /** The random estate that it was found in. */
  readonly seed: number;
  /** What the kernel says. */
  readonly replied: boolean;
}

/** A small estate on which the two judges once did not agree. */
export interface KeptEstate extends KeptBase {
  readonly matter: Matter;
  readonly answers: readonly Told[];
}

/** The same of a data centre, with the kernel's own listings. */
export interface KeptSite extends KeptBase {
  readonly packet: Packet;
  readonly site: Site;
  readonly listings: Readonly<Record<string, string>>;
}

const FOLDER = join(import.meta.dirname, "kept");

export function kept(): ((KeptEstate | KeptSite) & { name: string })[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => ({
      name,
      ...(JSON.parse(readFileSync(join(FOLDER, name), "utf8")) as KeptEstate | KeptSite),
    }));
}

function write(name: string, what: KeptEstate | KeptSite): string {
  writeFileSync(join(FOLDER, name), `${JSON.stringify(what, null, 1)}\n`);
  return name;
}

/** Makes the estate of a disagreement small and keeps it; gives the file's name. */
export async function keep(
  { seed, answers }: { seed: number; answers: readonly Told[] },
  { matter, replied, answer }: Disagreement,
  milliseconds: number,
): Promise<string> {
  const unknown = answer.verdict === "unknown";
  // Who was asked about stays; an address that nobody has may stay nobody's.
  const whole = readCloud(answers);
  const ends = matter.packets.flatMap(({ from, to }) => [from, to]).filter((end) => knows(whole, end));
  const holds = async (smaller: readonly Told[]) => {
    const cloud = readCloud(smaller);
    if (!isWhole(cloud) || !ends.every((end) => knows(cloud, end))) return false;
    const [said] = engineSays(smaller, [matter]);
    if (said === undefined || (said.verdict === "unknown") !== unknown || !differ(said, replied))
      return false;
    const [again] = await kernelSays(smaller, [matter], 1000);
    return again === replied;
  };
  const small = await minimize(answers, holds, milliseconds);
  const story = `the engine said: ${answer.says}`;
  return write(`estate-${seed}-${answer.verdict}.json`, { story, seed, matter, replied, answers: small });
}

/** The same for a data centre. */
export async function keepSite(
  { seed, site }: { seed: number; site: Site },
  { packet, replied, answer }: SiteDisagreement,
  milliseconds: number,
): Promise<string> {
  const holds = async (smaller: Site) => {
    const again = await siteInKernel(smaller, [packet], 1000);
    const [said] = engineOnSite(smaller, again.listings, [packet]);
    return (
      again.replied[0] === replied &&
      said !== undefined &&
      differOn(smaller, { packet, answer: said, replied })
    );
  };
  const small = await minimizeSite(site, holds, { packet, milliseconds });
  const { listings } = await siteInKernel(small, [packet]);
  const story = `the engine said: ${answer.says}`;
  const what = { story, seed, packet, replied, site: small, listings };
  return write(`site-${seed}-${answer.verdict}.json`, what);
}
