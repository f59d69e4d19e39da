import { matches } from "../evaluate/index.js";
import { InputError, type Manifest, type PolicyMeta, type Severity } from "../model/index.js";
import type { Settings } from "./config-file.js";
import { allSayings, type Saying, sayingsOf, whence } from "./profiles.js";

/** Which policies take part, and how severe they are, by what the configuration says. */
export interface Standing {
  /** By id, what switched it off. */
  readonly off: ReadonlyMap<string, string>;
  /** Severities that are set, by id, and where. */
  readonly severities: ReadonlyMap<string, { readonly severity: Severity; readonly from: string }>;
}

const FRAMEWORK = "framework:";

/**
 * Throws InputError where `only` names what is not there, as a run that looks at nothing would find nothing, and where a
 * severity is set of what is not there.
 */
export function standingOf(settings: Settings, { policies }: Pick<Manifest, "policies">): Standing {
  const sayings = sayingsOf(settings);
  const only = sayings.find(({ told }) => told.only !== undefined);
  for (const [index, pattern] of (only?.told.only ?? []).entries())
    if (!policies.some((policy) => names(pattern, policy))) throw nothing(only as Saying, index, policies);
  const off = new Map<string, string>();
  for (const policy of policies) {
    const why = disabling(sayings, policy) ?? leavingOut(only, policy);
    if (why !== undefined) off.set(policy.id, why);
  }
  const severities = new Map<string, { severity: Severity; from: string }>();
  for (const saying of [...sayings].reverse())
    for (const [id, severity] of Object.entries(saying.told.severities ?? {}))
      severities.set(id, { severity, from: whence(saying, "severities", id) });
  for (const saying of allSayings(settings)) refuseUnknown(saying, policies);
  return { off, severities };
}

function refuseUnknown({ layer, members, told }: Saying, policies: readonly PolicyMeta[]): void {
  for (const id of Object.keys(told.severities ?? {}))
    if (!policies.some((policy) => policy.id === id))
      throw new InputError(
        `a severity is given for ${id}, and there is no such policy`,
        layer.placeOf([...members, "severities", id]),
        "see causeway policies list for what there is",
      );
}

/** Whether a policy is meant: by its id, a pattern of ids, or a framework that it is cited for. */
function names(pattern: string, { id, controls }: PolicyMeta): boolean {
  return pattern.startsWith(FRAMEWORK)
    ? Object.hasOwn(controls, pattern.slice(FRAMEWORK.length))
    : matches(pattern, id);
}

function disabling(sayings: readonly Saying[], policy: PolicyMeta): string | undefined {
  for (const saying of sayings) {
    const index = (saying.told.disabled ?? []).findIndex((pattern) => names(pattern, policy));
    if (index >= 0) return `disabled by ${whence(saying, "disabled", index)}`;
  }
  return undefined;
}

function leavingOut(only: Saying | undefined, policy: PolicyMeta): string | undefined {
  if (only === undefined || only.told.only?.some((pattern) => names(pattern, policy))) return undefined;
  return `not among \`only\` of ${whence(only, "only")}`;
}

function nothing(
  { layer, members, told }: Saying,
  index: number,
  policies: readonly PolicyMeta[],
): InputError {
  const frameworks = [...new Set(policies.flatMap(({ controls }) => Object.keys(controls)))].sort();
  const pattern = told.only?.[index] ?? "";
  return new InputError(
    `\`only\` names ${pattern}, and there is no such policy`,
    layer.placeOf([...members, "only", index]),
    pattern.startsWith(FRAMEWORK)
      ? `name one of ${frameworks.join(", ")}`
      : "see causeway policies list for what there is",
  );
}
