import { regionId } from "../../arn.js";
import type { Item } from "../../item.js";
import { momentOf } from "../../moment.js";
import { partsOfArn } from "../../names.js";
import { scopeOf } from "../../place.js";
import { nextTokens, type Resource } from "../../resource.js";

/** https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_AnalyzerSummary.html */
export const analyzers: Resource = {
  service: "accessanalyzer",
  operation: "ListAnalyzers",
  list: "analyzers",
  actions: ["access-analyzer:ListAnalyzers"],
  kinds: ["analyzer"],
  types: ["aws.access-analyzer"],
  scope: "region",
  optional: true,
  paging: nextTokens(100),
  normalize({ items }) {
    for (const raw of items) addAnalyzer(raw);
  },
};

function addAnalyzer(raw: Item): void {
  const { draft, pointer } = raw;
  const id = raw.text("arn") ?? "";
  const parts = partsOfArn(id);
  if (parts === null) {
    raw.gap("unparsed", `${draft.place.call} answered with an analyzer that has no arn`);
    return;
  }
  const item = raw.about(id);
  const { account = draft.place.account, region = draft.place.region } = parts;
  const name = item.text("name") ?? id;
  draft.node({
    ...{ id, kind: "analyzer", type: "aws.access-analyzer", label: name },
    scope: scopeOf(draft.place, account, region),
    tags: tagsOf(item),
    is: {
      name,
      analyzerType: (item.text("type") ?? "unknown").toLowerCase().replace(/_/g, "-"),
      state: (item.text("status") ?? "unknown").toLowerCase(),
      reason: item.child("statusReason")?.text("code") ?? null,
      created: momentOf(item, "createdAt"),
      lastAnalyzed: momentOf(item, "lastResourceAnalyzedAt"),
      unusedAfterDays: item.child("configuration")?.child("unusedAccess")?.int("unusedAccessAge") ?? null,
    },
    ...{ native: item.json, pointer },
  });
  if (account === undefined || region === undefined) return;
  draft.edge({ from: id, relation: "region", to: regionId(account, region), pointer });
}

function tagsOf(item: Item): Record<string, string> {
  const tags = item.child("tags");
  const names = Object.keys(tags?.json ?? {}).sort();
  return Object.fromEntries(names.map((name) => [name, tags?.text(name) ?? ""]));
}
