import type { FactsByKind } from "../../../model/index.js";
import type { Item } from "../item.js";

/** Where nothing was set, nothing is blocked. https://docs.aws.amazon.com/AmazonS3/latest/API/API_PublicAccessBlockConfiguration.html */
export function publicBlockOf(config: Item | null): NonNullable<FactsByKind["data-store"]["publicBlock"]> {
  return {
    refusesAcls: config?.flag("BlockPublicAcls") ?? false,
    ignoresAcls: config?.flag("IgnorePublicAcls") ?? false,
    refusesPolicies: config?.flag("BlockPublicPolicy") ?? false,
    restricts: config?.flag("RestrictPublicBuckets") ?? false,
  };
}
