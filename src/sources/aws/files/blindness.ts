import type { Touches } from "../draft.js";
import { REGISTRY } from "../registry.js";
import { pathPlace } from "./path-place.js";

/**
 * What a file that cannot be read may have held: the calls whose list or name stands in its text or
 * path; with no such hint, any of them.
 */
export function blindnessOf(path: string, text: string): Touches {
  const name = path.toLowerCase().replace(/[^a-z0-9]/g, "");
  const hinted = REGISTRY.filter(
    ({ list, operation }) => text.includes(`"${list}"`) || name.includes(operation.toLowerCase()),
  );
  const resources = hinted.length > 0 ? hinted : REGISTRY;
  const { account, region, doubtful } = pathPlace(path);
  return {
    kinds: [...new Set(resources.flatMap(({ kinds }) => kinds))],
    types: [...new Set(resources.flatMap(({ types }) => types))],
    ...(account === undefined || doubtful ? {} : { account }),
    ...(region === undefined ? {} : { region }),
  };
}
