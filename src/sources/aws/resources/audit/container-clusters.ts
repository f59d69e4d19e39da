import { isObject, type JsonObject } from "../../../../model/index.js";
import { thingByArn } from "../../audit/thing.js";
import { wordedOr } from "../../audit/wording.js";
import type { Item } from "../../item.js";
import { nextTokens, type Resource } from "../../resource.js";

const KIND = { kind: "cluster", type: "aws.ecs-cluster" } as const;
const TOLD = { kinds: [KIND.kind], types: [KIND.type], scope: "region", service: "ecs" } as const;

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ListClusters.html */
export const containerClusters: Resource = {
  ...TOLD,
  operation: "ListClusters",
  list: "clusterArns",
  object: ["clusterArns"],
  actions: ["ecs:ListClusters"],
  optional: true,
  neededWith: ["ecs:DescribeClusters"],
  paging: nextTokens(100),
  normalize({ items: [whole] }) {
    if (whole === undefined) return;
    for (const arn of whole.texts("clusterArns")) {
      const cluster = thingByArn(whole.having({ arn }), "arn");
      if (cluster === null) continue;
      const { item, base, name } = cluster;
      item.draft.node({ ...base, ...KIND, is: { name }, native: {}, pointer: "/clusterArns" });
    }
  },
};

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeClusters.html */
export const containerClusterDescriptions: Resource = {
  ...TOLD,
  operation: "DescribeClusters",
  list: "clusters",
  object: ["clusters"],
  recognizes: (whole) =>
    Array.isArray(whole?.["clusters"]) &&
    whole["clusters"].some((one) => isObject(one) && "clusterArn" in one),
  actions: ["ecs:DescribeClusters"],
  needsEnvelope: true,
  each: {
    of: "ecs:ListClusters",
    input: (whole) =>
      whole.texts("clusterArns").map((arn) => ({ clusters: [arn], include: ["CONFIGURATIONS", "SETTINGS"] })),
    node: askedArn,
  },
  normalize({ items: [whole], input, output }) {
    const asked = askedArn(input);
    const failures = output["failures"];
    if (asked !== null && Array.isArray(failures) && failures.length > 0)
      whole?.about(asked).gap("unparsed", `${asked} was listed and could not be described`);
    for (const raw of whole?.list("clusters") ?? []) addCluster(raw);
  },
};

function askedArn({ clusters }: JsonObject): string | null {
  const [first] = Array.isArray(clusters) ? clusters : [];
  return typeof first === "string" ? first : null;
}

function addCluster(raw: Item): void {
  const cluster = thingByArn(raw, "clusterArn", "clusterName");
  if (cluster === null) return;
  const { item, base, name } = cluster;
  const insights = item.list("settings").find((one) => one.text("name") === "containerInsights");
  const commands = item.child("configuration")?.child("executeCommandConfiguration") ?? null;
  item.draft.node({
    ...{ ...base, ...KIND },
    is: {
      ...{ name, clusterType: "containers", state: wordedOr(item.text("status")) },
      insights: insights === undefined ? null : insights.text("value") !== "disabled",
      // What people do inside containers: by default each task decides whether it is written down.
      logs: commands?.text("logging") === "OVERRIDE" ? ["commands"] : [],
      secretsKey: null,
      unmodelled: [],
    },
  });
}
