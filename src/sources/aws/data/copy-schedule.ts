import type { FactsByKind } from "../../../model/index.js";
import type { Item } from "../item.js";
import { isRegion } from "../names.js";
import { daysOf } from "./words.js";

type Rule = FactsByKind["copy-rule"];
type Destination = Rule["destinations"][number];

/** What one schedule of a policy says; what a default policy says in its stead stands in the policy itself. */
export function scheduleFacts(schedule: Item): Partial<Rule> {
  const create = schedule.child("CreateRule");
  const retain = schedule.child("RetainRule");
  const hours = create?.int("Interval") ?? null;
  const shared = schedule.list("ShareRules").flatMap((rule) => rule.texts("TargetAccounts"));
  const copies = schedule.list("CrossRegionCopyRules");
  return {
    schedule: create?.text("CronExpression") ?? null,
    everySeconds: hours === null ? null : hours * 3600,
    keepDays: daysOf(retain?.int("Interval") ?? null, retain?.text("IntervalUnit") ?? null),
    keepCount: retain?.int("Count") ?? null,
    ...copiesOf(copies),
    sharesWith: [...new Set(shared)].sort(),
    // https://docs.aws.amazon.com/dlm/latest/APIReference/API_CreateRule.html
    locally: create === null ? null : (create.text("Location") ?? "CLOUD") !== "CLOUD",
  };
}

/** Where copies go, and how they are encrypted there. */
export function copiesOf(rules: readonly Item[]): Pick<Rule, "destinations" | "encrypted" | "key"> {
  const coding = rules.map((rule) => rule.child("EncryptionConfiguration") ?? rule);
  const flags = coding.map((one) => one.flag("Encrypted"));
  return {
    destinations: rules.map(destinationOf),
    encrypted: flags.length === 0 ? null : flags.every((flag) => flag === true),
    key: coding.map((one) => one.text("CmkArn")).find((key) => key !== null) ?? null,
  };
}

/** A Region, or the ARN of an Outpost. https://docs.aws.amazon.com/dlm/latest/APIReference/API_CrossRegionCopyRule.html */
function destinationOf(rule: Item): Destination {
  const target = rule.text("Target") ?? rule.text("TargetRegion");
  if (target === null) rule.gap("unparsed", "A rule that copies does not tell where to");
  const account = rule.draft.place.account ?? null;
  if (target?.startsWith("arn:") === true) {
    const region = /^arn:[^:]*:outposts:([^:]*):/.exec(target)?.[1] ?? null;
    return { region, account, store: null, outpost: target };
  }
  return { region: target !== null && isRegion(target) ? target : null, account, store: null };
}
