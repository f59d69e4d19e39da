import type { Packet } from "./asked.js";
import type { Site, SiteHost } from "./site.js";

/** Makes a data centre smaller while something still holds of it: fewer hosts, rulesets, chains and rules. */
export async function minimizeSite(
  site: Site,
  holds: (smaller: Site) => Promise<boolean>,
  { packet, milliseconds }: { packet: Packet; milliseconds: number },
): Promise<Site> {
  const end = performance.now() + milliseconds;
  const holdsInTime = async (smaller: Site) =>
    performance.now() < end && (await holds(smaller).catch(() => false));
  const involved = ({ addresses }: SiteHost) =>
    addresses.includes(packet.from) || addresses.includes(packet.to);
  let best: Site = { ...site, hosts: site.hosts.filter(involved) };
  if (!(await holdsInTime(best))) best = site;
  for (let before = -1; before !== sizeOf(best) && performance.now() < end; ) {
    before = sizeOf(best);
    for (const { name } of best.hosts) {
      const bare = changed(best, name, () => undefined);
      if (await holdsInTime(bare)) best = bare;
      for (const part of PARTS) {
        for (let at = 0; at < partsOf(best, name, part).length; ) {
          const smaller = changed(best, name, (text) =>
            text.replace(partsOf(best, name, part)[at] ?? "", ""),
          );
          if (await holdsInTime(smaller)) best = smaller;
          else at++;
        }
      }
    }
  }
  return best;
}

/** Tables, chains and rules of a ruleset as they are written, the widest first. */
const PARTS = [/^table .*?^}\n/gms, /^ (?:chain|set|map) .*?^ }\n/gms, /^ {2}(?!type ).*\n/gm];

const rulesetOf = ({ hosts }: Site, name: string) => hosts.find((host) => host.name === name)?.ruleset ?? "";
const partsOf = (site: Site, name: string, part: RegExp) => rulesetOf(site, name).match(part) ?? [];
const sizeOf = (site: Site) => JSON.stringify(site).length;

function changed({ hosts, ...rest }: Site, name: string, how: (ruleset: string) => string | undefined): Site {
  return {
    ...rest,
    hosts: hosts.map((host): SiteHost => {
      if (host.name !== name || host.ruleset === undefined) return host;
      const { ruleset, ...bare } = host;
      const left = how(ruleset);
      return left === undefined || left.trim() === "" ? bare : { ...bare, ruleset: left };
    }),
  };
}
