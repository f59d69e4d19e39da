import { loadConfig } from "@smithy/core/config";
import { partitionOf } from "../names.js";
import type { SignedService } from "./signed-services.js";

/** https://docs.aws.amazon.com/general/latest/gr/rande.html and the partitions file of the SDKs */
const SUFFIXES: ReadonlyMap<string, string> = new Map([
  ["aws-cn", "amazonaws.com.cn"],
  ["aws-iso", "c2s.ic.gov"],
  ["aws-iso-b", "sc2s.sgov.gov"],
  ["aws-iso-e", "cloud.adc-e.uk"],
  ["aws-iso-f", "csp.hci.ic.gov"],
  ["aws-eusc", "amazonaws.eu"],
]);

/**
 * Where a service answers: where environment or profile say so, as with every SDK, else its own place.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
 */
export async function endpointOf({ id, host }: SignedService, region: string): Promise<URL> {
  const suffix = id.replaceAll(" ", "_");
  const told = await loadConfig<string | undefined>({
    environmentVariableSelector: (env) =>
      env[`AWS_ENDPOINT_URL_${suffix.toUpperCase()}`] || env["AWS_ENDPOINT_URL"],
    configFileSelector: (profile, config) => {
      const services = profile["services"];
      const own = services === undefined ? undefined : config?.[`services.${services}`];
      return own?.[`${suffix.toLowerCase()}.endpoint_url`] || profile["endpoint_url"];
    },
    default: async () => undefined,
  })();
  return new URL(told ?? `https://${host(region)}.${SUFFIXES.get(partitionOf(region)) ?? "amazonaws.com"}`);
}
