import type { Kind } from "../../model/index.js";

/** A service of a provider whose names say what they are of. */
export interface Service {
  readonly name: string;
  readonly pattern: RegExp;
  /** Kinds that something with such a name would be; none: nothing of this service is collected. */
  readonly kinds: readonly Kind[];
  readonly types?: readonly string[];
  /** Whoever wants may take a free name of it, so that a name that leads there is somebody else's page. */
  readonly claimable: boolean;
  /** Where it is nobody's of the provider's customers by name alone: somebody else's service. */
  readonly foreign?: true;
}

/**
 * Names that the provider gives, and by what they are found again. Buckets and platforms are claimed by name, public
 * addresses by luck; the rest carries numbers that nobody chooses.
 * https://docs.aws.amazon.com/general/latest/gr/aws-service-information.html
 */
export const SERVICES: readonly Service[] = [
  {
    ...{ name: "bucket-website", kinds: ["data-store"], types: ["aws.bucket"], claimable: true },
    pattern: /^(?:(?<key>.+)\.)?s3-website[.-][a-z0-9-]+\.amazonaws\.com(?:\.cn)?\.$/,
  },
  {
    ...{ name: "bucket", kinds: ["data-store"], types: ["aws.bucket"], claimable: true },
    pattern: /^(?<key>.+)\.s3(?:[.-](?:dualstack\.)?[a-z0-9-]+)?\.amazonaws\.com(?:\.cn)?\.$/,
  },
  {
    ...{ name: "cdn", kinds: ["entry-point"], claimable: false },
    pattern: /^[^.]+\.cloudfront\.(?:net|cn)\.$/,
  },
  {
    ...{ name: "balancer", kinds: ["load-balancer"], claimable: false },
    pattern: /^.+\.elb(?:\.[a-z0-9-]+)?\.amazonaws\.com(?:\.cn)?\.$/,
  },
  {
    // Domain names of one's own have such a name too, and are not collected.
    ...{ name: "api-domain", kinds: [], claimable: false },
    pattern: /^d-[^.]+\.execute-api\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?\.$/,
  },
  {
    ...{ name: "api", kinds: ["web-api", "entry-point"], claimable: false },
    pattern: /^(?<key>[^.]+)\.execute-api\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?\.$/,
  },
  {
    ...{ name: "app-service", kinds: ["entry-point"], claimable: false },
    pattern: /^.+\.awsapprunner\.com\.$/,
  },
  {
    ...{ name: "accelerator", kinds: ["entry-point"], claimable: false },
    pattern: /^.+\.awsglobalaccelerator\.com\.$/,
  },
  {
    ...{ name: "function-url", kinds: ["entry-point"], claimable: false },
    pattern: /^.+\.lambda-url\.[a-z0-9-]+\.on\.aws\.$/,
  },
  {
    ...{ name: "endpoint", kinds: ["endpoint"], claimable: false },
    pattern: /^.+\.vpce\.amazonaws\.com(?:\.cn)?\.$/,
  },
  {
    ...{ name: "address", kinds: ["address", "interface"], claimable: true },
    pattern: /^ec2-(?<key>\d+-\d+-\d+-\d+)\.(?:[a-z0-9-]+\.compute|compute-1)\.amazonaws\.com(?:\.cn)?\.$/,
  },
  // https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/customdomains.html
  { ...{ name: "platform", kinds: [], claimable: true }, pattern: /^.+\.elasticbeanstalk\.com\.$/ },
  {
    ...{ name: "provider", kinds: [], claimable: false },
    pattern: /^.+\.(?:amazonaws|amplifyapp|awsapps)\.com\.$/,
  },
  {
    ...{ name: "platform-of-others", kinds: [], claimable: true, foreign: true },
    pattern:
      /^.+\.(?:azurewebsites\.net|cloudapp\.azure\.com|trafficmanager\.net|blob\.core\.windows\.net|github\.io|herokuapp\.com|herokudns\.com|netlify\.app|vercel\.app|pages\.dev|web\.app|firebaseapp\.com)\.$/,
  },
];
