import type { RawAnswer } from "../../model/index.js";
import type { Failure } from "./failure.js";
import type { Service } from "./resource.js";

/** Codes of an address that nobody has: names of endpoints exist where a service does. */
const NO_ADDRESS = new Set(["ENOTFOUND", "UnknownEndpoint"]);

/**
 * Whether a call failed because its service is not there in that Region. Two witnesses are needed: the endpoint has
 * no address, which alone may be a network that fails, and the table has the service not there, which alone may be old.
 */
export function isNotOffered(
  { service, region }: Pick<RawAnswer, "service" | "region">,
  { code }: Failure,
): boolean {
  const lacking: readonly string[] = LACKING[service as Service] ?? [];
  return NO_ADDRESS.has(code) && region !== undefined && lacking.includes(region);
}

/** Regions in which a service has no endpoint. https://docs.aws.amazon.com/general/latest/gr/aws-service-information.html */
const LACKING: Partial<Record<Service, readonly string[]>> = {
  account: ["us-gov-east-1", "us-gov-west-1"],
  apprunner: [
    "af-south-1",
    "ap-east-1",
    "ap-east-2",
    "ap-northeast-2",
    "ap-northeast-3",
    "ap-south-2",
    "ap-southeast-3",
    "ap-southeast-4",
    "ap-southeast-5",
    "ap-southeast-6",
    "ap-southeast-7",
    "ca-central-1",
    "ca-west-1",
    "cn-north-1",
    "cn-northwest-1",
    "eu-central-2",
    "eu-north-1",
    "eu-south-1",
    "eu-south-2",
    "il-central-1",
    "me-central-1",
    "me-south-1",
    "mx-central-1",
    "sa-east-1",
    "us-gov-east-1",
    "us-gov-west-1",
    "us-west-1",
  ],
  appsync: ["ap-east-2", "ap-southeast-6", "mx-central-1", "us-gov-east-1", "us-gov-west-1"],
  cloudfront: ["us-gov-east-1", "us-gov-west-1"],
  "cognito-identity": ["cn-northwest-1"],
  "cognito-idp": ["cn-north-1", "cn-northwest-1"],
  drs: ["cn-north-1", "cn-northwest-1"],
  ds: ["ap-east-2", "ap-southeast-6"],
  globalaccelerator: ["cn-north-1", "cn-northwest-1", "us-gov-east-1", "us-gov-west-1"],
  inspector2: ["ap-southeast-6"],
  macie2: [
    "ap-east-2",
    "ap-south-2",
    "ap-southeast-3",
    "ap-southeast-4",
    "ap-southeast-5",
    "ap-southeast-6",
    "ap-southeast-7",
    "ca-west-1",
    "cn-north-1",
    "cn-northwest-1",
    "eu-central-2",
    "eu-south-2",
    "me-central-1",
    "mx-central-1",
    "us-gov-east-1",
    "us-gov-west-1",
  ],
  memorydb: [
    "af-south-1",
    "ap-east-2",
    "ap-northeast-3",
    "ap-south-2",
    "ap-southeast-3",
    "ap-southeast-4",
    "ap-southeast-5",
    "ap-southeast-6",
    "ap-southeast-7",
    "ca-west-1",
    "eu-central-2",
    "il-central-1",
    "me-central-1",
    "me-south-1",
    "mx-central-1",
  ],
  networkmanager: ["cn-north-1", "cn-northwest-1"],
  outposts: [
    "ap-east-2",
    "ap-south-2",
    "ap-southeast-4",
    "ap-southeast-5",
    "ap-southeast-6",
    "ap-southeast-7",
    "ca-west-1",
    "cn-north-1",
    "cn-northwest-1",
    "eu-central-2",
  ],
  "redshift-serverless": ["me-south-1"],
  s3control: ["ap-east-2", "ap-southeast-5", "ap-southeast-6", "ap-southeast-7", "mx-central-1"],
  shield: ["cn-north-1", "cn-northwest-1", "us-gov-east-1", "us-gov-west-1"],
  "vpc-lattice": [
    "ap-east-2",
    "ap-southeast-6",
    "ap-southeast-7",
    "cn-north-1",
    "cn-northwest-1",
    "il-central-1",
    "us-gov-east-1",
    "us-gov-west-1",
  ],
};
