import type { FactsByKind } from "../../../model/index.js";
import { regionId } from "../arn.js";
import { quoted } from "../block.js";
import type { Item } from "../item.js";
import { isAccount, isRegion } from "../names.js";
import { scopeOf } from "../place.js";
import type { Resource } from "../resource.js";

type Setting = NonNullable<FactsByKind["region"]["blockPublicAccess"]>;
type Mode = Setting["mode"];

const MODES: ReadonlySet<string | null> = new Set<Mode>(["off", "block-ingress", "block-bidirectional"]);

/**
 * What the VPCs of an account in a Region keep from internet gateways, whatever their routes say.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcBlockPublicAccessOptions.html
 */
export const vpcBlockPublicAccessOptions: Resource = {
  service: "ec2",
  operation: "DescribeVpcBlockPublicAccessOptions",
  list: "VpcBlockPublicAccessOptions",
  object: ["VpcBlockPublicAccessOptions"],
  actions: ["ec2:DescribeVpcBlockPublicAccessOptions"],
  kinds: ["region"],
  types: ["aws.region"],
  scope: "region",
  optional: true,
  normalize({ items, draft }) {
    const [whole] = items;
    const options = whole?.child("VpcBlockPublicAccessOptions") ?? null;
    if (whole === undefined || options === null) {
      whole?.gap("unparsed", `${draft.place.call} answered without options`);
      return;
    }
    const { place } = draft;
    const [saidAccount, saidRegion] = [options.text("AwsAccountId"), options.text("AwsRegion")];
    const account = saidAccount !== null && isAccount(saidAccount) ? saidAccount : place.account;
    const region = saidRegion !== null && isRegion(saidRegion) ? saidRegion : place.region;
    // Whose answer it is then nobody knows; that is told where the answer is read.
    if (account === undefined || region === undefined) return;
    const id = regionId(account, region);
    const blockPublicAccess = settingOf(options.about(id));
    draft.node({
      id,
      kind: "region",
      type: "aws.region",
      label: region,
      scope: scopeOf(place, account, region),
      is: blockPublicAccess === null ? {} : { blockPublicAccess },
      native: { VpcBlockPublicAccessOptions: options.json },
      pointer: options.pointer,
    });
  },
};

function settingOf(options: Item): Setting | null {
  const mode = options.text("InternetGatewayBlockMode");
  if (options.text("State") === "update-in-progress")
    options.gap(
      "unmodelled",
      "VPC Block Public Access is being changed: which mode is in force is not settled",
    );
  if (isMode(mode)) return { mode, managedBy: options.text("ManagedBy") };
  options.gap(
    "unmodelled",
    `What VPC Block Public Access does in mode ${quoted(mode ?? "")} is not known here`,
  );
  return null;
}

function isMode(text: string | null): text is Mode {
  return MODES.has(text);
}
