import type { JsonObject } from "../../../src/model/index.js";
import { ACCOUNT, REGION } from "../aws/harness.js";

export const CAPTURED = "2026-03-01T08:00:00.000Z";

/** A result of a query, which is text. */
export function result(type: string, configuration: JsonObject, more: JsonObject = {}): string {
  return JSON.stringify({
    resourceId: String(Object.values(configuration)[0]),
    resourceType: type,
    accountId: ACCOUNT,
    awsRegion: REGION,
    configurationItemStatus: "OK",
    configurationItemCaptureTime: CAPTURED,
    configuration,
    supplementaryConfiguration: {},
    tags: [],
    ...more,
  });
}

/** The recorder of a Region, that records everything unless told otherwise. */
export function recorder(more: JsonObject = {}, region = REGION): string {
  const configuration = {
    Id: "default",
    Recording: true,
    RecordingGroup: { AllSupported: true, IncludeGlobalResourceTypes: true },
    RecordingMode: { RecordingFrequency: "CONTINUOUS" },
    ...more,
  };
  return result("AWS::Config::ConfigurationRecorder", configuration, { awsRegion: region });
}

/** A VPC with all that its item must have. */
export function network(vpcId: string, more: JsonObject = {}): string {
  const sets = { cidrBlockAssociationSet: [], ipv6CidrBlockAssociationSet: [], isDefault: false };
  return result("AWS::EC2::VPC", { vpcId, cidrBlock: "10.0.0.0/16", state: "available", ...sets, ...more });
}
