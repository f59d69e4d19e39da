import { ofEach } from "../../audit/each.js";
import { thingByArn } from "../../audit/thing.js";
import { worded, wordedOr } from "../../audit/wording.js";
import type { Item } from "../../item.js";
import { plain } from "../../moment.js";
import { partsOfArn } from "../../names.js";
import { type Page, type Resource, tokens } from "../../resource.js";

const KIND = { kind: "licence-configuration", type: "aws.licence-configuration" } as const;
const USE = { kind: "licence-use", type: "aws.licence-use" } as const;

/** https://docs.aws.amazon.com/license-manager/latest/APIReference/API_LicenseConfiguration.html */
export const licenceConfigurations: Resource = {
  service: "license-manager",
  operation: "ListLicenseConfigurations",
  list: "LicenseConfigurations",
  actions: ["license-manager:ListLicenseConfigurations"],
  kinds: [KIND.kind],
  types: [KIND.type],
  scope: "region",
  optional: true,
  paging: tokens(100),
  normalize({ items }) {
    for (const raw of items) addConfiguration(raw);
  },
};

function addConfiguration(raw: Item): void {
  const found = thingByArn(raw, "LicenseConfigurationArn", "Name");
  if (found === null) return;
  const { item, name, base } = found;
  const short = item.text("LicenseConfigurationId");
  const expires = item.int("LicenseExpiry");
  item.draft.node({
    ...{ ...base, ...KIND, aliases: short === null ? [] : [short] },
    is: {
      ...{ name, counts: (item.text("LicenseCountingType") ?? "unknown").toLowerCase() },
      limit: item.int("LicenseCount"),
      hardLimit: item.flag("LicenseCountHardLimit"),
      consumed: item.int("ConsumedLicenses"),
      rules: item.texts("LicenseRules").map(ruleOf),
      state: worded(item.text("Status")),
      owner: item.text("OwnerAccountId"),
      consumedBy: item.list("ConsumedLicenseSummaryList").map((one) => ({
        resourceType: wordedOr(one.text("ResourceType")),
        consumed: one.int("ConsumedLicenses"),
      })),
      expires: expires === null ? null : plain(expires * 1000),
    },
  });
}

/** `#allowedTenancy=EC2-DedicatedHost` is a rule and its value (API_LicenseConfiguration). */
function ruleOf(text: string) {
  const [rule = "", ...value] = text.replace(/^#/, "").split("=");
  return { rule, value: value.length === 0 ? null : value.join("=") };
}

const ARN = "LicenseConfigurationArn";
const OF_CONFIGURATION = {
  service: "license-manager",
  kinds: [USE.kind],
  types: [USE.type],
  scope: "region",
  needsEnvelope: true,
  paging: tokens(100),
  each: ofEach("license-manager:ListLicenseConfigurations", [ARN, ARN], { relations: ["uses"] }),
} as const;

/** What may take licences. https://docs.aws.amazon.com/license-manager/latest/APIReference/API_ListAssociationsForLicenseConfiguration.html */
export const licenceAssociations: Resource = {
  ...OF_CONFIGURATION,
  operation: "ListAssociationsForLicenseConfiguration",
  list: "LicenseConfigurationAssociations",
  actions: ["license-manager:ListAssociationsForLicenseConfiguration"],
  normalize: (page) => addUses(page, () => ({ associated: true })),
};

/** What takes them. https://docs.aws.amazon.com/license-manager/latest/APIReference/API_ListUsageForLicenseConfiguration.html */
export const licenceUses: Resource = {
  ...OF_CONFIGURATION,
  operation: "ListUsageForLicenseConfiguration",
  list: "LicenseConfigurationUsageList",
  actions: ["license-manager:ListUsageForLicenseConfiguration"],
  normalize: (page) =>
    addUses(page, (item) => ({
      ...{ consumed: item.int("ConsumedLicenses"), status: worded(item.text("ResourceStatus")) },
    })),
};

function addUses({ items, input, draft }: Page, facts: (item: Item) => object): void {
  const to = input[ARN];
  if (typeof to !== "string") return;
  for (const raw of items) {
    const resource = raw.text("ResourceArn");
    if (resource === null) raw.about(to).gap("unparsed", "Something without a ResourceArn takes licences");
    if (resource === null) continue;
    const id = `${to}#${resource}`;
    const item = raw.about(id);
    const { account, region } = partsOfArn(resource) ?? {};
    const type = item.text("ResourceType");
    const is = {
      ...{ resource, resourceType: wordedOr(type), owner: item.text("ResourceOwnerId"), ...facts(item) },
    };
    const label = `licences of ${resource.replace(/^.*[/:]/s, "")}`;
    draft.node({ ...USE, id, label, is, native: item.json, pointer: item.pointer });
    draft.edge({ from: id, relation: "licence", to, pointer: item.pointer });
    // Images, dedicated hosts and databases are told by name.
    if (type !== "EC2_INSTANCE" && type !== "SYSTEMS_MANAGER_MANAGED_INSTANCE") continue;
    draft.edge({ from: id, relation: "machine", to: resource, pointer: item.pointer, account, region });
  }
}
