import { derive } from "../../../src/derive/index.js";
import { applyChanges, assemble, type Graph } from "../../../src/graph/index.js";
import type { Change, Exposure, Gap, JsonObject } from "../../../src/model/index.js";
import { normalizeAnswer } from "../../../src/sources/aws/index.js";
import { translatePlan } from "../../../src/sources/terraform/index.js";

export const ACCOUNT = "111122223333";
export const REGION = "eu-central-1";

export interface Planned {
  readonly address: string;
  readonly actions?: readonly string[];
  readonly before?: JsonObject;
  readonly after?: JsonObject;
  readonly unknown?: JsonObject;
  /** What the configuration says: attribute → references. */
  readonly refers?: Readonly<Record<string, readonly string[]>>;
}

/** A plan of the root module, in the shape of `terraform show -json`. */
export function planOf(resources: readonly Planned[]): string {
  const changes = resources.map(
    ({ address, actions = ["create"], before = null, after = null, unknown = {} }) => {
      const [type = "", rest = ""] = address.split(/\.(.*)/s);
      const name = rest.replace(/\[.*$/, "");
      return {
        address,
        mode: "managed",
        type,
        name,
        provider_name: "registry.terraform.io/hashicorp/aws",
        change: { actions, before, after, after_unknown: unknown },
      };
    },
  );
  const configured = resources.map(({ address, refers = {} }) => {
    const [type = "", rest = ""] = address.split(/\.(.*)/s);
    const expressions = Object.fromEntries(
      Object.entries(refers).map(([key, references]) => [key, { references }]),
    );
    return {
      address: address.replace(/\[.*$/, ""),
      mode: "managed",
      type,
      name: rest.replace(/\[.*$/, ""),
      expressions,
    };
  });
  return JSON.stringify(
    {
      format_version: "1.2",
      terraform_version: "1.11.4",
      planned_values: {},
      resource_changes: changes,
      configuration: { root_module: { resources: configured } },
    },
    null,
    2,
  );
}

export const translate = (resources: readonly Planned[]): Change[] =>
  translatePlan({ text: planOf(resources), path: "plan.json", account: ACCOUNT, region: REGION });

/** What EC2 answered about the running estate. */
export const answer = (operation: string, output: JsonObject) =>
  normalizeAnswer({
    source: "aws",
    service: "ec2",
    operation,
    input: {},
    output,
    account: ACCOUNT,
    region: REGION,
    uri: `${operation}.json`,
  });

/** The estate of one VPC with the group `sg-1`, which admits 443 from anywhere. */
export function estate(): Graph {
  const open = {
    IpProtocol: "tcp",
    FromPort: 443,
    ToPort: 443,
    IpRanges: [{ CidrIp: "0.0.0.0/0" }],
    Ipv6Ranges: [],
    PrefixListIds: [],
    UserIdGroupPairs: [],
  };
  return assemble([
    answer("DescribeVpcs", {
      Vpcs: [
        {
          VpcId: "vpc-1",
          OwnerId: ACCOUNT,
          CidrBlock: "10.0.0.0/16",
          CidrBlockAssociationSet: [{ CidrBlock: "10.0.0.0/16", CidrBlockState: { State: "associated" } }],
          IsDefault: false,
          State: "available",
          Tags: [],
        },
      ],
    }),
    answer("DescribeSecurityGroups", {
      SecurityGroups: [
        {
          GroupId: "sg-1",
          GroupName: "web",
          Description: "web",
          OwnerId: ACCOUNT,
          VpcId: "vpc-1",
          IpPermissions: [open],
          IpPermissionsEgress: [],
          Tags: [],
        },
      ],
    }),
  ]);
}

export interface Outcome {
  readonly graph: Graph;
  readonly gaps: readonly Gap[];
  /** `tcp 22 internet` for each opening of the filter whose alias or id holds the text. */
  openings(filter: string): string[];
}

export async function laidOver(resources: readonly Planned[]): Promise<Outcome> {
  const changes = translate(resources);
  const graph = await applyChanges(estate(), changes);
  const derived = derive(graph, {});
  const openings = (name: string) => {
    const id = graph.ids("filter").find((own) => own.endsWith(name));
    if (id === undefined) return ["no such filter"];
    const { ingress } = derived.fact("exposure", id).value as unknown as Exposure;
    return ingress
      .flatMap(({ openings: own, breadth }) =>
        own.map(({ protocol, from, to }) => `${protocol} ${from}${from === to ? "" : `-${to}`} ${breadth}`),
      )
      .sort();
  };
  return { graph, gaps: changes.flatMap((change) => (change.op === "blind" ? [change.gap] : [])), openings };
}
