import { isObject, type Json, type JsonObject } from "../../model/index.js";

/** The recorder of a Region, which AWS Config records whether one asks for it or not. */
export const RECORDER = "AWS::Config::ConfigurationRecorder";

/**
 * Whether a recorder records a type, as it happens or once a day.
 * https://docs.aws.amazon.com/config/latest/APIReference/API_RecordingGroup.html
 */
export function recordingOf(recorder: JsonObject, type: string): "CONTINUOUS" | "DAILY" | null {
  if (recorder["Recording"] !== true) return null;
  if (!includes(object(recorder["RecordingGroup"]), type)) return null;
  const mode = object(recorder["RecordingMode"]);
  const overrides = Array.isArray(mode["RecordingModeOverrides"]) ? mode["RecordingModeOverrides"] : [];
  const own = overrides.filter(isObject).find(({ ResourceTypes: types }) => texts(types).includes(type));
  const told = own?.["RecordingFrequency"] ?? mode["RecordingFrequency"] ?? "CONTINUOUS";
  return told === "CONTINUOUS" ? "CONTINUOUS" : "DAILY";
}

function includes(group: JsonObject, type: string): boolean {
  if (group["AllSupported"] === true) return true;
  const excluded = texts(object(group["ExclusionByResourceTypes"])["ResourceTypes"]);
  const strategy = object(group["RecordingStrategy"])["UseOnly"];
  if (strategy === "EXCLUSION_BY_RESOURCE_TYPES") return !excluded.includes(type);
  return texts(group["ResourceTypes"]).includes(type);
}

function object(value: Json | undefined): JsonObject {
  return value !== undefined && isObject(value) ? value : {};
}

function texts(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}
