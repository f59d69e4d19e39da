import { ACCOUNT, acl, card, group, subnet, type Told, table, vpc } from "./estate.js";

const SERVICE = "network-firewall";
const NFW = `arn:aws:network-firewall:eu-central-1:${ACCOUNT}`;

export const POLICY = `${NFW}:firewall-policy/guard`;
export const STATEFUL = `${NFW}:stateful-rulegroup/rules`;
export const STATELESS = `${NFW}:stateless-rulegroup/first`;
export const MANAGED =
  "arn:aws:network-firewall:eu-central-1:aws-managed:stateful-rulegroup/ThreatSignaturesBotnetStrictOrder";

/** A firewall with an endpoint for each zone, e.g. `{ a: ["subnet-fw-a", "vpce-a"] }`. */
export function firewall(
  vpcId: string,
  endpoints: Readonly<Record<string, readonly [subnet: string, endpoint: string]>>,
  more: Record<string, unknown> = {},
): Told[] {
  const all = Object.entries(endpoints);
  return [
    {
      service: SERVICE,
      operation: "DescribeFirewall",
      output: {
        UpdateToken: "1",
        Firewall: {
          FirewallName: "guard",
          FirewallArn: `${NFW}:firewall/guard`,
          FirewallPolicyArn: POLICY,
          VpcId: vpcId,
          SubnetMappings: all.map(([, [SubnetId]]) => ({ SubnetId, IPAddressType: "IPV4" })),
          FirewallId: "1",
          ...more,
        },
        FirewallStatus: {
          Status: "READY",
          ConfigurationSyncStateSummary: "IN_SYNC",
          SyncStates: Object.fromEntries(
            all.map(([zone, [SubnetId, EndpointId]]) => [
              `eu-central-1${zone}`,
              { Attachment: { SubnetId, EndpointId, Status: "READY" } },
            ]),
          ),
        },
      },
    },
    ...all.map(([, [subnetId, id]]) => ({
      operation: "DescribeVpcEndpoints",
      output: {
        VpcEndpoints: [
          {
            VpcEndpointId: id,
            VpcEndpointType: "GatewayLoadBalancer",
            VpcId: vpcId,
            ServiceName: "com.amazonaws.vpce.eu-central-1.vpce-svc-1",
            State: "available",
            SubnetIds: [subnetId],
            OwnerId: ACCOUNT,
          },
        ],
      },
    })),
  ];
}

/** What a policy says; stateful groups get their priorities in order. */
export function policy(settings: {
  readonly stateless?: string;
  readonly first?: readonly string[];
  readonly groups?: readonly (string | Record<string, unknown>)[];
  readonly strict?: readonly string[];
  readonly more?: Record<string, unknown>;
}): Told {
  const { stateless = "aws:forward_to_sfe", first = [], groups = [STATEFUL], strict, more = {} } = settings;
  return {
    service: SERVICE,
    operation: "DescribeFirewallPolicy",
    output: {
      UpdateToken: "1",
      FirewallPolicyResponse: {
        FirewallPolicyName: "guard",
        FirewallPolicyArn: POLICY,
        FirewallPolicyId: "1",
      },
      FirewallPolicy: {
        StatelessDefaultActions: [stateless],
        StatelessFragmentDefaultActions: [stateless],
        StatelessRuleGroupReferences: first.map((ResourceArn, index) => ({
          ResourceArn,
          Priority: index + 1,
        })),
        StatefulRuleGroupReferences: groups.map((one, index) => ({
          ...(strict === undefined ? {} : { Priority: index + 1 }),
          ...(typeof one === "string" ? { ResourceArn: one } : one),
        })),
        ...(strict === undefined
          ? {}
          : { StatefulEngineOptions: { RuleOrder: "STRICT_ORDER" }, StatefulDefaultActions: strict }),
        ...more,
      },
    },
  };
}

export function ruleGroup(arn: string, rules: Record<string, unknown> | undefined): Told {
  const type = arn.includes("stateless") ? "STATELESS" : "STATEFUL";
  return {
    service: SERVICE,
    operation: "DescribeRuleGroup",
    input: { RuleGroupArn: arn },
    output: {
      UpdateToken: "1",
      ...(rules === undefined ? {} : { RuleGroup: rules }),
      RuleGroupResponse: {
        RuleGroupArn: arn,
        RuleGroupName: arn.split("/").at(-1),
        RuleGroupId: "1",
        Type: type,
      },
    },
  };
}

/** Rules as text. */
export const suricata = (lines: readonly string[], more: Record<string, unknown> = {}): Told =>
  ruleGroup(STATEFUL, {
    RulesSource: {
      RulesString: lines.map((line, index) => line.replace(/\)$/, ` sid:${index + 1};)`)).join("\n"),
    },
    ...more,
  });

/** `10 pass 10.1.0.0/16 10.2.0.0/16 6 80`; a star is anything. */
export const stateless = (rules: readonly string[]): Told =>
  ruleGroup(STATELESS, {
    RulesSource: {
      StatelessRulesAndCustomActions: {
        StatelessRules: rules.map((text) => {
          const [priority = "0", action = "", from = "*", to = "*", protocol = "*", port = "*"] =
            text.split(" ");
          const address = (one: string) => (one === "*" ? [] : [{ AddressDefinition: one }]);
          const ports = port === "*" ? [] : [{ FromPort: Number(port), ToPort: Number(port) }];
          return {
            Priority: Number(priority),
            RuleDefinition: {
              MatchAttributes: {
                Sources: address(from),
                Destinations: address(to),
                SourcePorts: [],
                DestinationPorts: ports,
                Protocols: protocol === "*" ? [] : [Number(protocol)],
              },
              Actions: [`aws:${action}`],
            },
          };
        }),
      },
    },
  });

export const denied = (operation: string, input: Record<string, unknown>): Told => ({
  service: SERVICE,
  operation,
  input,
  output: {
    Error: { Code: "AccessDeniedException", Message: "no" },
    ResponseMetadata: { HTTPStatusCode: 400 },
  },
});

const ZONES = ["a", "b"] as const;

/** An attachment of a VPC, with subnets in both zones. */
function attached(name: string, vpcId: string, appliance: boolean): Told[] {
  const id = `tgw-attach-${name}`;
  const base = { TransitGatewayAttachmentId: id, TransitGatewayId: "tgw-1", State: "available" };
  return [
    {
      operation: "DescribeTransitGatewayAttachments",
      output: {
        TransitGatewayAttachments: [
          {
            ...base,
            TransitGatewayOwnerId: ACCOUNT,
            ResourceOwnerId: ACCOUNT,
            ResourceType: "vpc",
            ResourceId: vpcId,
            Association: {
              TransitGatewayRouteTableId: name === "hub" ? "tgw-rtb-hub" : "tgw-rtb-spokes",
              State: "associated",
            },
          },
        ],
      },
    },
    {
      operation: "DescribeTransitGatewayVpcAttachments",
      output: {
        TransitGatewayVpcAttachments: [
          {
            ...base,
            VpcId: vpcId,
            VpcOwnerId: ACCOUNT,
            SubnetIds: ZONES.map((zone) => `subnet-${name}-tgw-${zone}`),
            Options: { ApplianceModeSupport: appliance ? "enable" : "disable" },
          },
        ],
      },
    },
  ];
}

const routes = (id: string, list: Readonly<Record<string, string>>): Told => ({
  operation: "SearchTransitGatewayRoutes",
  input: { TransitGatewayRouteTableId: id },
  output: {
    Routes: Object.entries(list).map(([DestinationCidrBlock, TransitGatewayAttachmentId]) => ({
      ...{ DestinationCidrBlock, Type: "static", State: "active" },
      TransitGatewayAttachments: [{ TransitGatewayAttachmentId }],
    })),
    AdditionalRoutesAvailable: false,
  },
});

/** A spoke: a card in zone a at 10.n.0.10, one in zone b at 10.n.1.10. */
function spoke(name: string, number: number): Told[] {
  const id = `vpc-${name}`;
  const cidr = (rest: string) => `10.${number}.${rest}`;
  const subnets = ZONES.flatMap((zone) => [`subnet-${name}-${zone}`, `subnet-${name}-tgw-${zone}`]);
  return [
    vpc(id, cidr("0.0/16")),
    ...ZONES.flatMap((zone, index) => [
      subnet({ id: `subnet-${name}-${zone}`, vpc: id, cidr: cidr(`${index}.0/24`), zone }),
      subnet({ id: `subnet-${name}-tgw-${zone}`, vpc: id, cidr: cidr(`${index + 8}.0/28`), zone }),
      card({
        ...{ id: `eni-${name}-${zone}`, vpc: id, subnet: `subnet-${name}-${zone}` },
        ...{ ip: cidr(`${index}.10`), groups: [`sg-${name}`] },
      }),
    ]),
    acl({ id: `acl-${name}`, vpc: id, subnets }),
    group(`sg-${name}`, id, { in: ["all 10.0.0.0/8"] }),
    table({ id: `rtb-${name}`, vpc: id, subnets, routes: [`${cidr("0.0/16")} local`, "0.0.0.0/0 tgw-1"] }),
    ...attached(name, id, false),
  ];
}

/**
 * Two spokes on a transit gateway, whose traffic goes through a firewall in an inspection VPC with an endpoint in
 * each of two zones (developer guide, "Multi zone architecture"; "Avoiding asymmetric routing").
 */
export function inspection(
  rules: readonly Told[],
  { appliance = true }: { readonly appliance?: boolean } = {},
): Told[] {
  const hub = "vpc-hub";
  const doors = ZONES.map((zone) => `subnet-hub-tgw-${zone}`);
  const walls = ZONES.map((zone) => `subnet-hub-fw-${zone}`);
  return [
    {
      operation: "DescribeTransitGateways",
      output: {
        TransitGateways: [{ TransitGatewayId: "tgw-1", OwnerId: ACCOUNT, State: "available", Options: {} }],
      },
    },
    {
      operation: "DescribeTransitGatewayRouteTables",
      output: {
        TransitGatewayRouteTables: ["tgw-rtb-spokes", "tgw-rtb-hub"].map((TransitGatewayRouteTableId) => ({
          ...{ TransitGatewayRouteTableId, TransitGatewayId: "tgw-1", State: "available" },
        })),
      },
    },
    routes("tgw-rtb-spokes", { "0.0.0.0/0": "tgw-attach-hub" }),
    routes("tgw-rtb-hub", { "10.1.0.0/16": "tgw-attach-one", "10.2.0.0/16": "tgw-attach-two" }),
    ...spoke("one", 1),
    ...spoke("two", 2),
    vpc(hub, "10.9.0.0/16"),
    ...attached("hub", hub, appliance),
    ...ZONES.flatMap((zone, index) => [
      subnet({ id: `subnet-hub-tgw-${zone}`, vpc: hub, cidr: `10.9.${index}.0/28`, zone }),
      subnet({ id: `subnet-hub-fw-${zone}`, vpc: hub, cidr: `10.9.${index + 8}.0/28`, zone }),
      table({
        ...{ id: `rtb-hub-tgw-${zone}`, vpc: hub, subnets: [`subnet-hub-tgw-${zone}`] },
        routes: ["10.9.0.0/16 local", `0.0.0.0/0 vpce-${zone}`],
      }),
    ]),
    table({ id: "rtb-hub-fw", vpc: hub, subnets: walls, routes: ["10.9.0.0/16 local", "10.0.0.0/8 tgw-1"] }),
    acl({ id: "acl-hub", vpc: hub, subnets: [...doors, ...walls] }),
    ...firewall(hub, { a: ["subnet-hub-fw-a", "vpce-a"], b: ["subnet-hub-fw-b", "vpce-b"] }),
    ...rules,
  ];
}
