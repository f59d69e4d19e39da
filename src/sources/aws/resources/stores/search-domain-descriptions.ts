import { sortedTexts } from "../../block.js";
import type { Item } from "../../item.js";
import { documentOf } from "../../policy-document.js";
import type { Resource } from "../../resource.js";
import { addData, byArn, type Known } from "../../stores/data-node.js";
import { domainArn } from "../../stores/search-domain.js";

/** Asked about one at a time, so that a failure hides one alone. https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_DescribeDomains.html */
export const searchDomainDescriptions: Resource = {
  service: "opensearch",
  operation: "DescribeDomains",
  list: "DomainStatusList",
  actions: ["es:DescribeDomains"],
  kinds: ["data-store"],
  types: ["aws.search-domain"],
  scope: "region",
  each: {
    of: "opensearch:ListDomainNames",
    input(domain) {
      const name = domain.text("DomainName");
      return name === null ? null : { DomainNames: [name] };
    },
    node({ DomainNames: asked, ARN: arn }, place) {
      if (typeof arn === "string") return arn;
      const [name, ...more] = Array.isArray(asked) ? asked : [];
      return typeof name === "string" && more.length === 0 ? domainArn(place, name) : null;
    },
  },
  normalize({ items }) {
    for (const raw of items) {
      const domain = byArn(raw, "ARN");
      if (domain !== null) addDomain(domain);
    }
  },
};

function addDomain(domain: Known): void {
  const { id, item } = domain;
  const name = item.text("DomainName") ?? id;
  const rest = item.child("EncryptionAtRestOptions");
  const network = item.child("VPCOptions");
  const inside = (network?.text("VPCId") ?? null) !== null;
  const key = rest?.text("KmsKeyId") ?? null;
  const nodes = item.child("ClusterConfig");
  addData(domain, {
    ...{ kind: "data-store", type: "aws.search-domain", name },
    is: {
      ...{ storeType: "search", name, state: item.text("DomainProcessingStatus")?.toLowerCase() ?? null },
      ...{ engine: "opensearch", engineVersion: item.text("EngineVersion"), sizeGib: sizeOf(item) },
      ...{ encrypted: rest?.flag("Enabled") ?? false, key },
      encryptedInTransit: item.child("DomainEndpointOptions")?.flag("EnforceHTTPS") ?? false,
      // A domain outside of networks has a public address; what its policy admits is another matter.
      ...{ isPublic: !inside, policy: documentOf(item, "AccessPolicies") },
      zones: sortedTexts(network?.texts("AvailabilityZones") ?? []),
      multiZone: nodes?.flag("ZoneAwarenessEnabled") ?? false,
      autoUpgrades: item.child("SoftwareUpdateOptions")?.flag("AutoSoftwareUpdateEnabled") ?? null,
      authenticated: authenticatedBy(item),
      ...logsOf(item),
    },
    ends: {
      ...{ network: network?.text("VPCId") ?? null, key },
      subnets: network?.texts("SubnetIds") ?? [],
      filters: network?.texts("SecurityGroupIds") ?? [],
    },
  });
}

function sizeOf(item: Item): number | null {
  const [each, count] = [
    item.child("EBSOptions")?.int("VolumeSize") ?? null,
    item.child("ClusterConfig")?.int("InstanceCount") ?? null,
  ];
  return each === null || count === null ? null : each * count;
}

function authenticatedBy(item: Item): boolean | null {
  const options = item.child("AdvancedSecurityOptions");
  const on = options?.flag("Enabled") ?? null;
  return on === null ? null : on && options?.flag("AnonymousAuthEnabled") !== true;
}

function logsOf(item: Item) {
  const options = item.child("LogPublishingOptions");
  const on = Object.keys(options?.json ?? {})
    .sort()
    .filter((kind) => options?.child(kind)?.flag("Enabled") === true);
  const groups = on.map((kind) => options?.child(kind)?.text("CloudWatchLogsLogGroupArn") ?? null);
  return { exportedLogs: on, logsTo: sortedTexts(groups) };
}
