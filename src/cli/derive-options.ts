import type { DeriveOptions } from "../derive/index.js";
import type { Settings } from "./config-file.js";
import { dataRulesOf } from "./data-rules.js";
import { zonesOf } from "./zones.js";

/** What the configuration says about what is derived. */
export function deriveOptions(settings: Settings): DeriveOptions {
  const zones = zonesOf(settings.config);
  const data = dataRulesOf(settings.config);
  return {
    internet: breadthOf(settings),
    ...(zones === undefined ? {} : { zones }),
    ...(data === undefined ? {} : { data }),
  };
}

/** How many addresses are the internet at large, as lengths of a prefix. */
export function breadthOf({ config }: Settings): { ipv4: number; ipv6: number } {
  return { ipv4: config.internet?.ipv4Prefix ?? 8, ipv6: config.internet?.ipv6Prefix ?? 16 };
}
