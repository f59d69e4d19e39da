import type { FactsByKind } from "../../../../model/index.js";
import { configThing } from "../../audit/config-service.js";
import { inRegion } from "../../audit/thing.js";
import { worded, wordedOr } from "../../audit/wording.js";
import { sortedTexts } from "../../block.js";
import type { Item } from "../../item.js";
import { momentOf } from "../../moment.js";
import type { Resource } from "../../resource.js";

const KIND = { kind: "recorder", type: "aws.config-recorder" } as const;

/** https://docs.aws.amazon.com/config/latest/APIReference/API_ConfigurationRecorder.html */
export const recorders: Resource = {
  service: "config",
  operation: "DescribeConfigurationRecorders",
  list: "ConfigurationRecorders",
  actions: ["config:DescribeConfigurationRecorders"],
  kinds: [KIND.kind],
  types: [KIND.type],
  scope: "region",
  optional: true,
  neededWith: ["config:DescribeConfigurationRecorderStatus", "config:DescribeDeliveryChannels"],
  normalize({ items }) {
    for (const raw of items) {
      const recorder = configThing(raw, KIND.kind, "name");
      if (recorder === null) continue;
      const { item, base, name } = recorder;
      item.draft.node({
        ...base,
        ...KIND,
        aliases: sortedTexts([item.text("arn")]),
        is: factsOf(item, name),
      });
      inRegion(recorder);
    }
  },
};

/** https://docs.aws.amazon.com/config/latest/APIReference/API_ConfigurationRecorderStatus.html */
export const recorderStatuses: Resource = {
  service: "config",
  operation: "DescribeConfigurationRecorderStatus",
  list: "ConfigurationRecordersStatus",
  actions: ["config:DescribeConfigurationRecorderStatus"],
  kinds: [KIND.kind],
  types: [KIND.type],
  scope: "region",
  optional: true,
  neededWith: ["config:DescribeConfigurationRecorders"],
  normalize({ items }) {
    for (const raw of items) {
      const recorder = configThing(raw, KIND.kind, "name");
      if (recorder === null) continue;
      const { item, base, name } = recorder;
      const recording = item.flag("recording");
      item.draft.node({
        ...{ ...base, ...KIND },
        is: {
          ...{ name, ...(recording === null ? {} : { recording }) },
          lastStatus: worded(item.text("lastStatus")),
          lastError: item.text("lastErrorCode") || null,
          started: momentOf(item, "lastStartTime"),
        },
      });
    }
  },
};

function factsOf(item: Item, name: string): Partial<FactsByKind["recorder"]> {
  const role = item.text("roleARN") || null;
  const [group, mode] = [item.child("recordingGroup"), item.child("recordingMode")];
  return {
    ...{ name, role, strategy: strategyOf(item, group) },
    serviceRole: role === null ? null : role.includes(":role/aws-service-role/config.amazonaws.com/"),
    owner: item.text("servicePrincipal"),
    global: group?.flag("includeGlobalResourceTypes") ?? null,
    included: sortedTexts(group?.texts("resourceTypes") ?? []),
    excluded: sortedTexts(group?.child("exclusionByResourceTypes")?.texts("resourceTypes") ?? []),
    frequency: worded(mode?.text("recordingFrequency") ?? null),
    overrides: (mode?.list("recordingModeOverrides") ?? []).map((one) => ({
      types: sortedTexts(one.texts("resourceTypes")),
      frequency: wordedOr(one.text("recordingFrequency")),
    })),
  };
}

/** Older answers tell no strategy, and it follows from whether all types are supported (API_RecordingGroup). */
function strategyOf(item: Item, group: Item | null): string {
  const said = group?.child("recordingStrategy")?.text("useOnly") ?? null;
  if (said === null) return group?.flag("allSupported") === true ? "all" : "only";
  const known = STRATEGIES.get(said);
  if (known === undefined)
    item.gap("unmodelled", `What a recorder that uses ${said} leaves out is not known here`);
  return known ?? "unknown";
}

const STRATEGIES: ReadonlyMap<string, string> = new Map([
  ["ALL_SUPPORTED_RESOURCE_TYPES", "all"],
  ["INCLUSION_BY_RESOURCE_TYPES", "only"],
  ["EXCLUSION_BY_RESOURCE_TYPES", "all-but"],
]);
