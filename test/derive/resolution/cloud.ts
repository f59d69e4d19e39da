import { type Resolution, resolution } from "../../../src/derive/index.js";
import { assemble, type Graph } from "../../../src/graph/index.js";
import type { Batch, Resolved } from "../../../src/model/index.js";
import { readBind } from "../../../src/sources/bind/index.js";
import { batchesOf, type Told } from "../reach/estate.js";

/** One answer of Route 53, which has no Region. */
export const route53 = (operation: string, output: object, input: object = {}): Told => ({
  ...{ service: "route53", operation, output: output as Record<string, unknown> },
  input: input as Record<string, unknown>,
});

export const resolver = (operation: string, output: object, input: object = {}): Told => ({
  ...{ service: "route53resolver", operation, output: output as Record<string, unknown> },
  input: input as Record<string, unknown>,
});

interface ZoneDraft {
  readonly id: string;
  readonly name: string;
  /** VPCs of a private zone. */
  readonly vpcs?: readonly string[];
  readonly servers?: readonly string[];
  /** `name type value`, or a record set as the API has it. */
  readonly records?: readonly (string | object)[];
}

/** What three calls tell of one hosted zone. */
export function zone({ id, name, vpcs, servers, records = [] }: ZoneDraft): Told[] {
  const Config = { PrivateZone: vpcs !== undefined };
  const HostedZone = { Id: `/hostedzone/${id}`, Name: name, CallerReference: "c", Config };
  return [
    route53("ListHostedZones", {
      HostedZones: [{ ...HostedZone, ResourceRecordSetCount: records.length }],
      IsTruncated: false,
      MaxItems: "100",
    }),
    route53(
      "GetHostedZone",
      {
        HostedZone,
        ...(servers === undefined ? {} : { DelegationSet: { NameServers: servers } }),
        ...(vpcs === undefined ? {} : { VPCs: vpcs.map((VPCId) => ({ VPCId, VPCRegion: "eu-central-1" })) }),
      },
      { Id: id },
    ),
    route53(
      "ListResourceRecordSets",
      { ResourceRecordSets: records.map(recordOf), IsTruncated: false, MaxItems: "300" },
      { HostedZoneId: id },
    ),
  ];
}

function recordOf(record: string | object): object {
  if (typeof record !== "string") return record;
  const [Name = "", Type = "", ...value] = record.split(" ");
  return {
    Name,
    Type,
    TTL: 60,
    ResourceRecords: value
      .join(" ")
      .split(" | ")
      .map((Value) => ({ Value })),
  };
}

interface RuleDraft {
  readonly id: string;
  readonly domain: string;
  readonly type?: string;
  readonly targets?: readonly string[];
  readonly vpcs: readonly string[];
}

export function rule({ id, domain, type = "FORWARD", targets = [], vpcs }: RuleDraft): Told[] {
  return [
    resolver("ListResolverRules", {
      ResolverRules: [
        {
          ...{
            Id: id,
            Arn: `arn:aws:route53resolver:eu-central-1:111122223333:resolver-rule/${id}`,
            Name: id,
          },
          ...{
            DomainName: domain,
            Status: "COMPLETE",
            RuleType: type,
            OwnerId: "111122223333",
            ShareStatus: "NOT_SHARED",
          },
          ...(type === "FORWARD" ? { ResolverEndpointId: "rslvr-out-1" } : {}),
          TargetIps: targets.map((Ip) => ({ Ip, Port: 53 })),
        },
      ],
    }),
    resolver("ListResolverRuleAssociations", {
      ResolverRuleAssociations: vpcs.map((VPCId) => ({
        ...{ Id: `rslvr-rrassoc-${id}-${VPCId}`, ResolverRuleId: id, Name: id, VPCId, Status: "COMPLETE" },
      })),
    }),
  ];
}

/** A resolver endpoint with its addresses. */
/** The cards of an endpoint, as its network has them. */
const cardsOf = (id: string, vpc: string, addresses: readonly string[]): Told => ({
  operation: "DescribeNetworkInterfaces",
  output: {
    NetworkInterfaces: addresses.map((PrivateIpAddress, index) => ({
      ...{ NetworkInterfaceId: `eni-${id}-${index}`, VpcId: vpc, OwnerId: "111122223333", Status: "in-use" },
      ...{
        InterfaceType: "interface",
        PrivateIpAddress,
        PrivateIpAddresses: [{ PrivateIpAddress, Primary: true }],
        Groups: [],
      },
    })),
  },
});

export function endpoint(
  id: string,
  { direction, vpc, addresses }: { direction: string; vpc: string; addresses: readonly string[] },
): Told[] {
  return [
    cardsOf(id, vpc, addresses),
    resolver("ListResolverEndpoints", {
      ResolverEndpoints: [
        {
          ...{
            Id: id,
            Arn: `arn:aws:route53resolver:eu-central-1:111122223333:resolver-endpoint/${id}`,
            Name: id,
          },
          ...{
            Direction: direction,
            IpAddressCount: addresses.length,
            HostVPCId: vpc,
            Status: "OPERATIONAL",
          },
          ...{ SecurityGroupIds: [], ResolverEndpointType: "IPV4", Protocols: ["Do53"] },
        },
      ],
    }),
    resolver(
      "ListResolverEndpointIpAddresses",
      {
        IpAddresses: addresses.map((Ip, index) => ({
          IpId: `rni-${index}`,
          SubnetId: `subnet-${index}`,
          Ip,
          Status: "ATTACHED",
        })),
      },
      { ResolverEndpointId: id },
    ),
  ];
}

interface FirewallRule {
  readonly name: string;
  readonly action: string;
  readonly domains: readonly string[];
  readonly trust?: boolean;
  readonly response?: string;
}

/** A rule group with one list for each rule, associated with networks. */
export function firewall(
  id: string,
  priority: number,
  { vpcs, rules }: { vpcs: readonly string[]; rules: readonly FirewallRule[] },
): Told[] {
  const arn = (word: string, short: string) =>
    `arn:aws:route53resolver:eu-central-1:111122223333:${word}/${short}`;
  return [
    resolver("ListFirewallRuleGroups", {
      FirewallRuleGroups: [
        {
          Id: id,
          Arn: arn("firewall-rule-group", id),
          Name: id,
          OwnerId: "111122223333",
          ShareStatus: "NOT_SHARED",
        },
      ],
    }),
    resolver("ListFirewallRuleGroupAssociations", {
      FirewallRuleGroupAssociations: vpcs.map((VpcId) => ({
        ...{
          Id: `rslvr-frgassoc-${id}`,
          Arn: arn("firewall-rule-group-association", `rslvr-frgassoc-${id}`),
          Name: id,
        },
        ...{
          FirewallRuleGroupId: id,
          VpcId,
          Priority: priority,
          MutationProtection: "DISABLED",
          Status: "COMPLETE",
        },
      })),
    }),
    resolver(
      "ListFirewallRules",
      {
        FirewallRules: rules.map(({ name, action, trust = false, response }, index) => ({
          ...{
            FirewallRuleGroupId: id,
            FirewallDomainListId: `rslvr-fdl-${name}`,
            Name: name,
            Priority: 100 + index,
          },
          ...{
            Action: action,
            FirewallDomainRedirectionAction: trust
              ? "TRUST_REDIRECTION_DOMAIN"
              : "INSPECT_REDIRECTION_DOMAIN",
          },
          ...(response === undefined ? {} : { BlockResponse: response }),
        })),
      },
      { FirewallRuleGroupId: id },
    ),
    ...rules.flatMap(({ name, domains }) => [
      resolver("ListFirewallDomainLists", {
        FirewallDomainLists: [
          { Id: `rslvr-fdl-${name}`, Arn: arn("firewall-domain-list", `rslvr-fdl-${name}`), Name: name },
        ],
      }),
      resolver("ListFirewallDomains", { Domains: domains }, { FirewallDomainListId: `rslvr-fdl-${name}` }),
    ]),
  ];
}

/** The settings of a network that two calls tell. */
export const support = (vpc: string, on: boolean): Told => ({
  ...{ operation: "DescribeVpcAttribute", input: { VpcId: vpc, Attribute: "enableDnsSupport" } },
  output: { VpcId: vpc, EnableDnsSupport: { Value: on } },
});

export const dhcp = (id: string, servers: readonly string[]): Told => ({
  operation: "DescribeDhcpOptions",
  output: {
    DhcpOptions: [
      {
        ...{ DhcpOptionsId: id, OwnerId: "111122223333" },
        DhcpConfigurations: [{ Key: "domain-name-servers", Values: servers.map((Value) => ({ Value })) }],
      },
    ],
  },
});

/** A BIND server of the data centre, and the host that it runs on. */
export function bind(host: string, address: string, files: Readonly<Record<string, string>>): Batch[] {
  const at = { source: "inventory", uri: "dc.yaml" };
  const shared = {
    aliases: [] as string[],
    scope: { provider: "on-premises", site: "berlin" },
    tags: {},
    native: {},
    at,
  };
  const site = {
    ...shared,
    id: "inventory:site/berlin",
    kind: "site" as const,
    type: "inventory.site",
    label: "berlin",
    aliases: ["berlin"],
    is: { name: "berlin", cidrs: ["10.9.0.0/16"] },
  };
  const node = {
    ...shared,
    id: `inventory:host/${host}`,
    kind: "host" as const,
    type: "inventory.host",
    label: host,
    aliases: [host],
    is: { name: host, addresses: [address], publicAddresses: [] },
  };
  return [
    { nodes: [site, node], edges: [{ from: node.id, relation: "site", to: site.id, at }], gaps: [] },
    readBind({
      ...{ path: `${host}/named.conf`, text: files["named.conf"] ?? "", host },
      open: (name) => (files[name] === undefined ? null : { path: `${host}/${name}`, text: files[name] }),
    }),
  ];
}

export const soa = "$TTL 300\n@ SOA ns root 1 3600 900 604800 300\n NS ns\nns A 10.9.0.53\n";

/** An estate whose names can be asked for. */
export class Cloud {
  readonly graph: Graph;
  private readonly engine: Resolution;

  constructor(answers: readonly Told[], more: readonly Batch[] = []) {
    this.graph = assemble([...batchesOf(answers), ...more]);
    this.engine = resolution(this.graph, () => "yes");
  }

  ask(name: string, from: string, type = "A"): Resolved {
    return this.engine.resolve({ name: `${name}.`, type }, from);
  }

  /** Status and the last values of each outcome, in short. */
  told(name: string, from: string, type = "A"): string {
    const { status, outcomes } = this.ask(name, from, type);
    const ends = outcomes.map(({ given }) => given.at(-1)?.values.join(",") ?? "");
    return `${status} ${ends.join(" / ")}`.trim();
  }

  /** Who was asked, in order. */
  chain(name: string, from: string): string[] {
    return this.ask(name, from).chain.map(({ says }) => says);
  }
}
