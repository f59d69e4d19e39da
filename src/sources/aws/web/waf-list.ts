import type { Paging, Resource } from "../resource.js";
import { isGlobalWaf } from "./waf-identity.js";

export const WAF_PAGES: Paging = { input: "NextMarker", output: "NextMarker", size: { Limit: 100 } };

/**
 * How every call of WAF is asked: in each Region for what protects resources there, and once for what protects
 * CloudFront. https://docs.aws.amazon.com/waf/latest/developerguide/how-aws-waf-works-resources.html
 */
export const WAF_CALL = {
  scope: "region",
  isGlobal: isGlobalWaf,
} as const satisfies Partial<Resource>;

export const WAF_LIST = {
  ...WAF_CALL,
  optional: true,
  input: { Scope: "REGIONAL" },
  globalInput: { Scope: "CLOUDFRONT" },
} as const satisfies Partial<Resource>;
