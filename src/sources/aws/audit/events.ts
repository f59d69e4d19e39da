import type { FactsByKind } from "../../../model/index.js";
import { sortedTexts } from "../block.js";
import type { Item } from "../item.js";

type Recorded = Pick<FactsByKind["trail"], "selectors" | "management" | "data">;
type Selector = Recorded["selectors"][number];
type Condition = Selector["conditions"][number];
type Share = Recorded["management"]["read"];

/**
 * What is written down, from selectors of either kind.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/filtering-data-events.html
 */
export function recordedBy(item: Item): Recorded {
  const selectors = [
    ...item.list("EventSelectors").flatMap(basic),
    ...item.list("AdvancedEventSelectors").map(advanced),
  ];
  const types = sortedTexts(
    selectors.flatMap(({ category, resourceTypes }) => (category === "data" ? (resourceTypes ?? []) : [])),
  );
  const ofType = (type: string) =>
    selectors.filter(
      ({ category, resourceTypes }) => category === "data" && (resourceTypes?.includes(type) ?? true),
    );
  return {
    selectors,
    management: sharesOf(selectors.filter(({ category }) => category === "management")),
    data: types.map((resourceType) => ({ resourceType, ...sharesOf(ofType(resourceType)) })),
  };
}

/** How much of the calls that read, and of those that write, some selectors take together. */
function sharesOf(selectors: readonly Selector[]): { read: Share; write: Share } {
  const share = (takes: (selector: Selector) => boolean): Share => {
    const taking = selectors.filter(takes);
    if (taking.length === 0) return "none";
    return taking.some(({ conditions }) => conditions.length === 0) ? "all" : "some";
  };
  return { read: share(({ read }) => read), write: share(({ write }) => write) };
}

/** https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_EventSelector.html */
function basic(item: Item): Selector[] {
  const said = item.text("ReadWriteType") ?? "All";
  if (!["All", "ReadOnly", "WriteOnly"].includes(said))
    item.gap("unmodelled", `Which events a selector of ${said} takes is not known here`);
  const both = { name: null, read: said !== "WriteOnly", write: said !== "ReadOnly" };
  const left = sortedTexts(item.texts("ExcludeManagementEventSources"));
  // Without a word of it management events are taken.
  const management: Selector[] =
    item.flag("IncludeManagementEvents") === false
      ? []
      : [
          {
            ...{ ...both, category: "management", resourceTypes: null },
            conditions: left.length === 0 ? [] : [{ ...condition("eventSource"), notEquals: left }],
          },
        ];
  const data = item.list("DataResources").flatMap((resource): Selector[] => {
    const values = sortedTexts(resource.texts("Values"));
    if (values.length === 0) return [];
    const every = values.some((value) => EVERYTHING.test(value));
    return [
      {
        ...{ ...both, category: "data", resourceTypes: [resource.text("Type") ?? "unknown"] },
        conditions: every ? [] : [{ ...condition("resources.ARN"), startsWith: values }],
      },
    ];
  });
  return [...management, ...data];
}

/** A prefix that every bucket, function or table begins with. https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DataResource.html */
const EVERYTHING = /^arn:[a-z-]+:[a-z0-9]+:{0,3}$/;

/** https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_AdvancedFieldSelector.html */
function advanced(item: Item): Selector {
  const conditions = item.list("FieldSelectors").map(conditionOf);
  const named = (field: string) => conditions.find((one) => one.field === field && isPlain(one));
  const category = named("eventCategory");
  const [resources, reading] = [named("resources.type"), named("readOnly")];
  if (category === undefined) item.gap("unmodelled", "What a selector of events is for is not known here");
  const apart = new Set([category, resources, reading]);
  return {
    name: item.text("Name"),
    category: wordOf(category?.equals[0]),
    resourceTypes: resources?.equals ?? null,
    read: reading?.equals.includes("true") ?? true,
    write: reading?.equals.includes("false") ?? true,
    conditions: conditions.filter((one) => !apart.has(one)),
  };
}

function conditionOf(item: Item): Condition {
  const texts = (member: string) => sortedTexts(item.texts(member));
  return {
    field: item.text("Field") ?? "unknown",
    ...{ equals: texts("Equals"), startsWith: texts("StartsWith"), endsWith: texts("EndsWith") },
    notEquals: texts("NotEquals"),
    ...{ notStartsWith: texts("NotStartsWith"), notEndsWith: texts("NotEndsWith") },
  };
}

/** It asks for equality alone. */
function isPlain({ field: _field, equals, ...others }: Condition): boolean {
  return equals.length > 0 && Object.values(others).every((list) => list.length === 0);
}

function condition(field: string): Condition {
  const none = { equals: [], startsWith: [], endsWith: [] };
  return { field, ...none, notEquals: [], notStartsWith: [], notEndsWith: [] };
}

/** `NetworkActivity` is network-activity. */
function wordOf(text: string | undefined): string {
  return text === undefined ? "unknown" : text.replace(/([a-z])([A-Z])/g, "$1-$2").toLowerCase();
}
