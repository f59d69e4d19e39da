import type { FactsByKind } from "../../../model/index.js";
import { regionId } from "../arn.js";
import { quoted } from "../block.js";
import type { Draft } from "../draft.js";
import type { Item } from "../item.js";
import { partsOfArn } from "../names.js";
import { isNarrowed } from "../paging.js";
import { scopeOf } from "../place.js";
import { type Resource, tokens } from "../resource.js";

type Exclusion = NonNullable<FactsByKind["region"]["publicAccessExclusions"]>[number];

/**
 * VPCs and subnets that VPC Block Public Access leaves alone. The Region holds the list of them, so that
 * "none" is not taken for "nobody asked".
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcBlockPublicAccessExclusion.html
 */
export const vpcBlockPublicAccessExclusions: Resource = {
  service: "ec2",
  operation: "DescribeVpcBlockPublicAccessExclusions",
  list: "VpcBlockPublicAccessExclusions",
  actions: ["ec2:DescribeVpcBlockPublicAccessExclusions"],
  kinds: ["region"],
  types: ["aws.region"],
  scope: "region",
  optional: true,
  paging: tokens(1000),
  normalize({ items, input, draft }) {
    const exclusions = items.flatMap((item) => readExclusion(item) ?? []);
    const { account, region } = draft.place;
    if (account === undefined || region === undefined) return;
    if (isNarrowed(vpcBlockPublicAccessExclusions, input)) return;
    draft.node({
      id: regionId(account, region),
      kind: "region",
      type: "aws.region",
      label: region,
      is: { publicAccessExclusions: exclusions.sort((a, b) => (a.node < b.node ? -1 : 1)) },
      native: {},
      pointer: "",
    });
  },
};

/** States in which an exclusion binds nobody any more, or never did. */
const OVER: ReadonlySet<string> = new Set(["create-failed", "delete-complete", "disable-complete"]);
const SETTLED: ReadonlySet<string> = new Set(["create-complete", "update-complete"]);

function readExclusion(raw: Item): Exclusion | null {
  const state = raw.text("State") ?? "create-complete";
  if (OVER.has(state)) return null;
  const arn = raw.text("ResourceArn") ?? "";
  const kind = kindOf(arn);
  const mode = raw.text("InternetGatewayExclusionMode");
  if (kind === null || (mode !== "allow-bidirectional" && mode !== "allow-egress")) {
    raw.gap(
      "unparsed",
      `${raw.draft.place.call} answered with an exclusion of ${quoted(arn)} that cannot be read`,
    );
    return null;
  }
  if (!SETTLED.has(state))
    raw
      .about(arn)
      .gap(
        "unmodelled",
        `An exclusion is in the state ${quoted(state)}: whether it is in force is not settled`,
      );
  addExcluded(raw.draft, { arn, kind, mode, pointer: raw.pointer });
  return { node: arn, mode };
}

function kindOf(arn: string): "network" | "subnet" | null {
  const word = partsOfArn(arn)?.resource.split("/")[0];
  return word === "vpc" ? "network" : word === "subnet" ? "subnet" : null;
}

function addExcluded(
  draft: Draft,
  excluded: {
    readonly arn: string;
    readonly kind: "network" | "subnet";
    readonly mode: Exclusion["mode"];
    readonly pointer: string;
  },
): void {
  const { arn, kind, mode, pointer } = excluded;
  const { account, region, resource = "" } = partsOfArn(arn) ?? {};
  const short = resource.slice(resource.indexOf("/") + 1);
  draft.node({
    id: arn,
    kind,
    type: kind === "network" ? "aws.vpc" : "aws.subnet",
    label: short,
    aliases: [short],
    scope: scopeOf(draft.place, account, region),
    is: { publicAccessExclusion: mode },
    native: {},
    pointer,
  });
}
