import { isObject } from "../../../../model/index.js";
import { managedHostId } from "../../audit/managed-host.js";
import { ownId, thingNamed } from "../../audit/thing.js";
import { worded } from "../../audit/wording.js";
import type { Item } from "../../item.js";
import { momentOf } from "../../moment.js";
import { scopeOf } from "../../place.js";
import { type Resource, tokens } from "../../resource.js";
import { tagsOf } from "../../tags.js";

const SSM = { service: "ssm", scope: "region", optional: true, paging: tokens(50) } as const;
const NEEDED = { neededWith: ["ssm:DescribeInstanceInformation"] };

/** What lets machines register. The code that does so is told once, when it is made. https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_Activation.html */
export const activations: Resource = {
  ...SSM,
  ...NEEDED,
  operation: "DescribeActivations",
  list: "ActivationList",
  actions: ["ssm:DescribeActivations"],
  kinds: ["activation"],
  types: ["aws.ssm-activation"],
  normalize({ items, draft }) {
    for (const raw of items) {
      const found = thingNamed(raw, "ActivationId", (place, name) => ownId("activation", place, name));
      if (found === null) continue;
      const { item, name, base } = found;
      draft.node({
        ...{ ...base, kind: "activation", type: "aws.ssm-activation", aliases: [name], tags: tagsOf(item) },
        is: {
          description: item.text("Description") || null,
          defaultName: item.text("DefaultInstanceName") || null,
          role: item.text("IamRole"),
          limit: item.int("RegistrationLimit"),
          registered: item.int("RegistrationsCount"),
          expires: momentOf(item, "ExpirationDate"),
          expired: item.flag("Expired"),
          created: momentOf(item, "CreatedDate"),
        },
      });
    }
  },
};

/** How well machines keep to patches and associations. https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_ResourceComplianceSummaryItem.html */
export const complianceSummaries: Resource = {
  ...SSM,
  ...NEEDED,
  operation: "ListResourceComplianceSummaries",
  list: "ResourceComplianceSummaryItems",
  actions: ["ssm:ListResourceComplianceSummaries"],
  kinds: ["compliance-summary"],
  types: ["aws.ssm-compliance"],
  normalize({ items }) {
    for (const raw of items) addSummary(raw);
  },
};

function addSummary(raw: Item): void {
  const { draft, pointer } = raw;
  const [short, type] = [raw.text("ResourceId"), raw.text("ComplianceType")];
  if (short === null || type === null) {
    raw.gap(
      "unparsed",
      `${draft.place.call} answered with an item that has no ResourceId and ComplianceType`,
    );
    return;
  }
  const to = managedHostId(draft.place, short);
  const id = `${to}#compliance/${type}`;
  const item = raw.about(id);
  const [good, bad] = [item.child("CompliantSummary"), item.child("NonCompliantSummary")];
  const severities = bad?.child("SeveritySummary") ?? null;
  const execution = item.child("ExecutionSummary");
  const status = item.text("Status");
  draft.node({
    ...{ id, kind: "compliance-summary", type: "aws.ssm-compliance", label: `${type} of ${short}` },
    ...{ scope: scopeOf(draft.place), native: item.json, pointer },
    is: {
      complianceType: type,
      compliant: status === null ? null : status === "COMPLIANT",
      severity: worded(item.text("OverallSeverity")),
      checked: execution === null ? null : momentOf(execution, "ExecutionTime"),
      compliantCount: good?.int("CompliantCount") ?? null,
      violations: bad?.int("NonCompliantCount") ?? null,
      critical: severities?.int("CriticalCount") ?? null,
      high: severities?.int("HighCount") ?? null,
    },
  });
  draft.edge({ from: id, relation: "managed_host", to, pointer });
}

/** Which software machines report, and how many of them. https://docs.aws.amazon.com/systems-manager/latest/userguide/inventory-aggregate.html */
export const softwareInventory: Resource = {
  ...SSM,
  ...NEEDED,
  operation: "GetInventory",
  list: "Entities",
  recognizes: (first) => first === undefined || isObject(first["Data"] ?? null),
  actions: ["ssm:GetInventory"],
  kinds: ["software"],
  types: ["aws.ssm-software"],
  input: { Aggregators: [{ Expression: "AWS:Application.Name" }] },
  normalize({ items }) {
    for (const raw of items) addSoftware(raw);
  },
};

function addSoftware(entity: Item): void {
  const { draft } = entity;
  const told = entity.child("Data");
  if (told === null) entity.gap("unparsed", "What software there is was told without Data");
  const listed = (told?.child("AWS:Application")?.list("Content") ?? []).map((item) => ({
    ...{ item, name: item.text("Name"), count: /^\d{1,9}$/.exec(item.text("Count") ?? "")?.[0] },
  }));
  // Asked about each machine instead, there is no count.
  if (listed.some(({ name, count }) => name === null || count === undefined))
    entity.gap("unmodelled", "What software there is was not told by its name and number of machines");
  for (const { item, name, count } of listed) {
    if (name === null || count === undefined) continue;
    draft.node({
      ...{ id: ownId("software", draft.place, name), kind: "software", type: "aws.ssm-software" },
      ...{ label: name, scope: scopeOf(draft.place), is: { name, machines: Number(count) } },
      ...{ native: item.json, pointer: item.pointer },
    });
  }
}
