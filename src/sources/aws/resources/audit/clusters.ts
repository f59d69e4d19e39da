import { type FactsByKind, isObject } from "../../../../model/index.js";
import { ofEachName } from "../../audit/each.js";
import { arnIn, type Thing, thingByArn } from "../../audit/thing.js";
import { keyEdge } from "../../audit/trail.js";
import { worded, wordedOr } from "../../audit/wording.js";
import { blockOf, sortedTexts } from "../../block.js";
import type { Item } from "../../item.js";
import { momentOf } from "../../moment.js";
import { type Place, scopeOf } from "../../place.js";
import { nextTokens, type Resource } from "../../resource.js";
import { tagRecord } from "../../web/entry-point.js";

type Facts = FactsByKind["cluster"];
const KIND = { kind: "cluster", type: "aws.eks-cluster" } as const;

/** Clusters of the account, and those elsewhere that are connected to it. https://docs.aws.amazon.com/eks/latest/APIReference/API_ListClusters.html */
export const clusters: Resource = {
  service: "eks",
  operation: "ListClusters",
  list: "clusters",
  object: ["clusters"],
  recognizes: (whole) =>
    Array.isArray(whole?.["clusters"]) && whole["clusters"].every((one) => typeof one === "string"),
  actions: ["eks:ListClusters"],
  kinds: [KIND.kind],
  types: [KIND.type],
  scope: "region",
  optional: true,
  input: { include: ["all"] },
  paging: nextTokens(100),
  normalize({ items: [whole], draft }) {
    for (const name of whole?.texts("clusters") ?? [])
      draft.node({
        ...{ ...KIND, id: clusterId(draft.place, name), label: name, scope: scopeOf(draft.place) },
        ...{ is: { name }, native: {}, pointer: "/clusters" },
      });
  },
};

function clusterId(place: Place, name: string): string {
  return arnIn(place, "eks", `cluster/${name}`);
}

/** https://docs.aws.amazon.com/eks/latest/APIReference/API_Cluster.html */
export const clusterDescriptions: Resource = {
  service: "eks",
  operation: "DescribeCluster",
  list: "cluster",
  object: ["cluster"],
  actions: ["eks:DescribeCluster"],
  kinds: [KIND.kind],
  types: [KIND.type],
  scope: "region",
  each: {
    ...ofEachName("eks:ListClusters", ["clusters", "name"]),
    node({ name: asked, cluster: told }, place) {
      const name = asked ?? (isObject(told ?? null) ? (told as { name?: unknown }).name : null);
      return typeof name === "string" ? clusterId(place, name) : null;
    },
  },
  normalize({ items: [whole], draft }) {
    const told = whole?.child("cluster") ?? null;
    if (whole !== undefined && told === null)
      whole.gap("unparsed", `${draft.place.call} answered without a cluster`);
    const cluster = told === null ? null : thingByArn(told, "arn", "name");
    if (cluster !== null) addCluster(cluster);
  },
};

function addCluster({ id, item, name, base }: Thing): void {
  const { draft, pointer } = item;
  const secretsKey = keyOfSecrets(item);
  const role = item.text("roleArn");
  const network = item.child("resourcesVpcConfig");
  draft.node({
    ...{ ...base, ...KIND, tags: tagRecord(item, "tags") },
    is: { name, clusterType: "kubernetes", secretsKey, role, ...factsOf(item), ...reachOf(network, item) },
  });
  keyEdge(item, id, secretsKey);
  draft.edge({ from: id, relation: "role", to: role, pointer });
  draft.edge({ from: id, relation: "network", to: network?.text("vpcId") || null, pointer });
  for (const to of network?.texts("subnetIds") ?? [])
    draft.edge({ from: id, relation: "subnets", to, pointer });
  for (const to of sortedTexts([
    network?.text("clusterSecurityGroupId") ?? null,
    ...(network?.texts("securityGroupIds") ?? []),
  ]))
    draft.edge({ from: id, relation: "filters", to, pointer });
}

function factsOf(item: Item): Partial<Facts> {
  const enabled = item
    .child("logging")
    ?.list("clusterLogging")
    .filter((one) => one.flag("enabled") === true);
  const remote = item.child("remoteNetworkConfig");
  const elsewhere = [
    ...(remote?.list("remoteNodeNetworks") ?? []),
    ...(remote?.list("remotePodNetworks") ?? []),
  ];
  return {
    state: wordedOr(item.text("status")),
    version: item.text("version"),
    created: momentOf(item, "createdAt"),
    endpoint: item.text("endpoint"),
    issuer: item.child("identity")?.child("oidc")?.text("issuer") ?? null,
    logs: sortedTexts((enabled ?? []).flatMap((one) => one.texts("types"))),
    authentication: worded(item.child("accessConfig")?.text("authenticationMode") ?? null),
    outposts: sortedTexts(item.child("outpostConfig")?.texts("outpostArns") ?? []),
    remoteCidrs: blocksOf(elsewhere, "cidrs"),
    deletionProtection: item.flag("deletionProtection"),
    unmodelled: item.child("connectorConfig") === null ? [] : ["a cluster that runs elsewhere"],
  };
}

/** Who may ask the API of a cluster. A public endpoint without blocks answers everybody (API_VpcConfigRequest). */
function reachOf(network: Item | null, item: Item): Partial<Facts> {
  if (network === null) {
    if (item.child("connectorConfig") === null)
      item.gap("unparsed", `${item.draft.place.call} answered with a cluster that lies in no network`);
    return { publicEndpoint: null, privateEndpoint: null, publicCidrs: [] };
  }
  const publicEndpoint = network.flag("endpointPublicAccess");
  const named = network.texts("publicAccessCidrs").length > 0;
  return {
    ...{ publicEndpoint, privateEndpoint: network.flag("endpointPrivateAccess") },
    publicCidrs: named
      ? blocksOf([network], "publicAccessCidrs")
      : publicEndpoint === true
        ? ["0.0.0.0/0"]
        : [],
  };
}

function blocksOf(items: readonly Item[], member: string): string[] {
  return sortedTexts(
    items.flatMap((item) => item.texts(member).map((cidr) => blockOf(item.having({ cidr }), "cidr"))),
  );
}

function keyOfSecrets(item: Item): string | null {
  const settings = item.list("encryptionConfig").filter((one) => one.texts("resources").includes("secrets"));
  return settings[0]?.child("provider")?.text("keyArn") ?? null;
}
