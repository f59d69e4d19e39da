import type { FactsByKind } from "../../../../model/index.js";
import { askedDetector, detectorBase, EACH_DETECTOR } from "../../audit/detector.js";
import { inRegion } from "../../audit/thing.js";
import { secondsOf, worded, wordedOr } from "../../audit/wording.js";
import { NO_LIST } from "../../failure.js";
import type { Item } from "../../item.js";
import { momentOf } from "../../moment.js";
import { type Resource, tokens } from "../../resource.js";

type Feature = FactsByKind["detector"]["features"][number];
const TOLD = { kinds: ["detector"], types: ["aws.guardduty-detector"], scope: "region" } as const;

/** https://docs.aws.amazon.com/guardduty/latest/APIReference/API_ListDetectors.html */
export const detectors: Resource = {
  service: "guardduty",
  operation: "ListDetectors",
  list: "DetectorIds",
  object: ["DetectorIds"],
  actions: ["guardduty:ListDetectors"],
  ...TOLD,
  optional: true,
  neededWith: ["guardduty:GetDetector"],
  paging: tokens(50),
  normalize({ items: [whole], draft }) {
    for (const short of whole?.texts("DetectorIds") ?? []) {
      const base = detectorBase(draft.place, short);
      draft.node({ ...base, is: {}, native: {}, pointer: "/DetectorIds" });
      if (whole !== undefined) inRegion({ id: base.id, item: whole.inside("DetectorIds").about(base.id) });
    }
  },
};

/** https://docs.aws.amazon.com/guardduty/latest/APIReference/API_GetDetector.html */
export const detectorDescriptions: Resource = {
  service: "guardduty",
  operation: "GetDetector",
  list: "Status",
  object: ["Status", "ServiceRole"],
  actions: ["guardduty:GetDetector"],
  ...TOLD,
  needsEnvelope: true,
  each: EACH_DETECTOR,
  normalize(page) {
    const detector = askedDetector(page);
    if (detector?.item == null) return;
    const { item, base } = detector;
    page.draft.node({
      ...base,
      is: {
        enabled: item.text("Status") === "ENABLED",
        publishSeconds: secondsOf(item, "FindingPublishingFrequency"),
        features: item.list("Features").map(featureOf).sort(byName),
        created: momentOf(item, "CreatedAt"),
      },
    });
  },
};

/** Who manages a detector. An answer without one is of an account on its own. https://docs.aws.amazon.com/guardduty/latest/APIReference/API_GetAdministratorAccount.html */
export const detectorAdministrators: Resource = {
  service: "guardduty",
  operation: "GetAdministratorAccount",
  list: "Administrator",
  object: ["Administrator"],
  actions: ["guardduty:GetAdministratorAccount"],
  ...TOLD,
  needsEnvelope: true,
  none: [NO_LIST],
  each: EACH_DETECTOR,
  normalize(page) {
    const detector = askedDetector(page);
    if (detector === null) return;
    const administrator = detector.item?.child("Administrator") ?? null;
    page.draft.node({ ...detector.base, is: { administrator: administrator?.text("AccountId") ?? null } });
  },
};

/**
 * How a detector is switched on for members of the organization; its administrator alone may ask.
 * https://docs.aws.amazon.com/guardduty/latest/APIReference/API_DescribeOrganizationConfiguration.html
 */
export const detectorOrganizations: Resource = {
  service: "guardduty",
  operation: "DescribeOrganizationConfiguration",
  list: "MemberAccountLimitReached",
  object: ["MemberAccountLimitReached"],
  actions: ["guardduty:DescribeOrganizationConfiguration"],
  ...TOLD,
  needsEnvelope: true,
  none: ["BadRequestException"],
  noneSays: /administrator/i,
  each: EACH_DETECTOR,
  normalize(page) {
    const detector = askedDetector(page);
    if (detector === null) return;
    const { item, base } = detector;
    // Older answers tell of new members alone.
    const older = item?.flag("AutoEnable") ?? null;
    const auto = worded(item?.text("AutoEnableOrganizationMembers") ?? null);
    page.draft.node({
      ...base,
      is: {
        autoEnable: auto ?? (older === null ? null : older ? "new" : "none"),
        autoEnableFeatures: (item?.list("Features") ?? [])
          .map((one) => ({ name: nameOf(one), autoEnable: wordedOr(one.text("AutoEnable")) }))
          .sort(byName),
      },
    });
  },
};

function featureOf(item: Item): Feature {
  const parts = item
    .list("AdditionalConfiguration")
    .map((one) => ({ name: nameOf(one), enabled: isOn(one) }));
  return { name: nameOf(item), enabled: isOn(item), parts: parts.sort(byName) };
}

function nameOf(item: Item): string {
  return wordedOr(item.text("Name"));
}

function isOn(item: Item): boolean {
  return item.text("Status") === "ENABLED";
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1;
}
