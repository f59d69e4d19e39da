// Synthetic estates: AWS answers of one network after the other, through Causeway's own normalizers.
// A network ("cell") has about a hundred subjects; ten share an account. Deterministic.
import { normalizeAnswer } from "../../../dist/sources/aws/index.js";

export const SUBJECTS_PER_CELL = 105;
const CELLS_PER_ACCOUNT = 10;
const REGIONS = ["eu-central-1", "eu-west-1", "us-east-1"];

/** mulberry32: small, seeded, good enough to scatter ports. */
function randomOf(seed) {
  let a = seed >>> 0;
  return (limit) => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % limit;
  };
}

/** `different`: no two documents are equal but for identity. Otherwise cells are copies of one another. */
export function* estate(cells, { different }) {
  for (let cell = 0; cell < cells; cell++)
    for (const answer of answersIn(cell, different)) yield normalizeAnswer(answer);
}

/** The AWS answers of one cell. */
export function answersIn(cell, different) {
  const place = {
    account: String(100000000000 + Math.floor(cell / CELLS_PER_ACCOUNT)),
    region: REGIONS[Math.floor(cell / CELLS_PER_ACCOUNT) % REGIONS.length],
  };
  return answersOf(cell, place, different);
}

function answersOf(cell, place, different) {
  const random = randomOf(different ? cell + 1 : 1);
  const id = (prefix, number) =>
    `${prefix}-${(0x10000000 + cell).toString(16)}${number.toString(16).padStart(9, "0")}`;
  // What makes a document different beyond its ids; copies get the same text in every cell.
  const tell = (text) => (different ? `${text} ${cell}` : text);
  const at = { ...place, cell, random, id, tell, vpc: id("vpc", 0), owner: place.account };
  const answer = (service, operation, output) => ({
    service,
    operation,
    input: {},
    output,
    ...place,
    source: "aws",
    uri: `answers/${place.account}/${place.region}/${operation}-${cell}.json`,
  });
  const groups = securityGroups(at);
  const interfaces = networkInterfaces(at);
  return [
    answer("ec2", "DescribeVpcs", {
      Vpcs: [
        {
          VpcId: at.vpc,
          OwnerId: at.owner,
          CidrBlock: cidr(at, 16),
          State: "available",
          IsDefault: false,
          Tags: name(tell("main")),
        },
      ],
    }),
    answer("ec2", "DescribeSubnets", { Subnets: subnets(at) }),
    answer("ec2", "DescribeRouteTables", { RouteTables: routeTables(at) }),
    answer("ec2", "DescribeNetworkAcls", { NetworkAcls: networkAcls(at) }),
    answer("ec2", "DescribeInternetGateways", {
      InternetGateways: [
        {
          InternetGatewayId: id("igw", 0),
          OwnerId: at.owner,
          Attachments: [{ VpcId: at.vpc, State: "available" }],
          Tags: [],
        },
      ],
    }),
    answer("ec2", "DescribeSecurityGroups", { SecurityGroups: groups }),
    answer("ec2", "DescribeNetworkInterfaces", { NetworkInterfaces: interfaces }),
    answer("ec2", "DescribeInstances", { Reservations: [{ OwnerId: at.owner, Instances: instances(at) }] }),
    answer("ec2", "DescribeAddresses", { Addresses: addresses(at) }),
    answer("ec2", "DescribeVpcEndpoints", { VpcEndpoints: endpoints(at) }),
    answer("ec2", "DescribeFlowLogs", {
      FlowLogs: [
        {
          FlowLogId: id("fl", 0),
          FlowLogStatus: "ACTIVE",
          DeliverLogsStatus: "SUCCESS",
          ResourceId: at.vpc,
          TrafficType: "ALL",
          LogDestinationType: "s3",
          LogDestination: `arn:aws:s3:::logs-${different ? cell : 0}`,
        },
      ],
    }),
    ...loadBalancers(at).map(([operation, output, input = {}]) => ({
      ...answer("elbv2", operation, output),
      input,
    })),
  ];
}

const name = (text) => [{ Key: "Name", Value: text }];
// Private (RFC 1918) whatever the size: where networks are more than its blocks they have the same block, as in
// accounts that never meet, and other subnets of it.
const octets = ({ cell, tell }) => (tell("") === "" ? [10, 20] : [10, cell & 255]);
const third = ({ cell, tell }, number) => (tell("") === "" ? number : number + 6 * ((cell >> 8) % 42));
const cidr = (at, length, from = 0) => `${octets(at).join(".")}.${from}.0/${length}`;

function subnets(at) {
  return Array.from({ length: 6 }, (_, number) => ({
    SubnetId: at.id("subnet", number),
    SubnetArn: `arn:aws:ec2:${at.region}:${at.owner}:subnet/${at.id("subnet", number)}`,
    VpcId: at.vpc,
    OwnerId: at.owner,
    CidrBlock: cidr(at, 24, third(at, number)),
    AvailabilityZone: `${at.region}${"abc"[number % 3]}`,
    DefaultForAz: false,
    MapPublicIpOnLaunch: number === 0,
    AvailableIpAddressCount: 200 + at.random(40),
    State: "available",
    Ipv6CidrBlockAssociationSet: [],
    Tags: name(at.tell(number < 2 ? `public ${number}` : `private ${number}`)),
  }));
}

function routeTables(at) {
  const local = {
    DestinationCidrBlock: cidr(at, 16),
    GatewayId: "local",
    State: "active",
    Origin: "CreateRouteTable",
  };
  const out = {
    DestinationCidrBlock: "0.0.0.0/0",
    GatewayId: at.id("igw", 0),
    State: "active",
    Origin: "CreateRoute",
  };
  return [0, 1, 2].map((number) => ({
    RouteTableId: at.id("rtb", number),
    VpcId: at.vpc,
    OwnerId: at.owner,
    PropagatingVgws: [],
    Tags: name(at.tell(`routes ${number}`)),
    Routes: number === 1 ? [local, out] : [local],
    Associations:
      number === 0
        ? [{ Main: true, RouteTableId: at.id("rtb", 0), AssociationState: { State: "associated" } }]
        : [0, 1].map((subnet) => ({
            Main: false,
            RouteTableId: at.id("rtb", number),
            SubnetId: at.id("subnet", (number - 1) * 2 + subnet),
            AssociationState: { State: "associated" },
          })),
  }));
}

function networkAcls(at) {
  const entry = (RuleNumber, Egress, more) => ({
    RuleNumber,
    Egress,
    Protocol: "-1",
    RuleAction: "allow",
    CidrBlock: "0.0.0.0/0",
    ...more,
  });
  return [0, 1, 2].map((number) => ({
    NetworkAclId: at.id("acl", number),
    VpcId: at.vpc,
    OwnerId: at.owner,
    IsDefault: number === 0,
    Tags: name(at.tell(`acl ${number}`)),
    Associations: [0, 1].map((subnet) => ({
      NetworkAclId: at.id("acl", number),
      SubnetId: at.id("subnet", number * 2 + subnet),
      NetworkAclAssociationId: at.id("aclassoc", number * 2 + subnet),
    })),
    Entries: [
      ...(number === 0
        ? [entry(100, false), entry(100, true)]
        : [
            entry(100, false, { Protocol: "6", PortRange: { From: 443, To: 443 } }),
            entry(110, false, { Protocol: "6", PortRange: { From: 1024, To: 65535 } }),
            entry(120, false, { CidrBlock: cidr(at, 16) }),
            entry(100, true),
          ]),
      entry(32767, false, { RuleAction: "deny" }),
      entry(32767, true, { RuleAction: "deny" }),
    ],
  }));
}

const PORTS = [443, 80, 8080, 8443, 5432, 3306, 6379, 9092, 9200, 2049, 22, 53];

// One group in twelve is open to the internet on what should not be; the others are as they should be.
function securityGroups(at) {
  const { random } = at;
  return Array.from({ length: 40 }, (_, number) => {
    const rules = Array.from({ length: number === 0 ? 0 : 1 + random(6) }, (_, rule) => {
      const port = PORTS[random(PORTS.length)] + (at.tell("") === "" ? 0 : random(400));
      const peer =
        random(3) === 0
          ? {
              UserIdGroupPairs: [
                {
                  GroupId: at.id("sg", 1 + random(39)),
                  UserId: at.owner,
                  Description: at.tell(`peer ${rule}`),
                },
              ],
            }
          : {
              IpRanges: [
                {
                  CidrIp: cidr(at, 20 + random(8), 16 * random(16)),
                  Description: at.tell(`clients ${rule}`),
                },
              ],
            };
      return {
        IpProtocol: random(8) === 0 ? "udp" : "tcp",
        FromPort: port,
        ToPort: port + (random(4) === 0 ? random(20) : 0),
        IpRanges: [],
        Ipv6Ranges: [],
        PrefixListIds: [],
        UserIdGroupPairs: [],
        ...peer,
      };
    });
    if (number % 6 === 1)
      rules.push({
        IpProtocol: "tcp",
        FromPort: 443,
        ToPort: 443,
        IpRanges: [{ CidrIp: "0.0.0.0/0", Description: "the web" }],
        Ipv6Ranges: [],
        PrefixListIds: [],
        UserIdGroupPairs: [],
      });
    if (number % 12 === 5)
      rules.push({
        IpProtocol: "tcp",
        FromPort: 22,
        ToPort: 22,
        IpRanges: [{ CidrIp: "0.0.0.0/0", Description: "admin" }],
        Ipv6Ranges: [{ CidrIpv6: "::/0" }],
        PrefixListIds: [],
        UserIdGroupPairs: [],
      });
    return {
      GroupId: at.id("sg", number),
      GroupName: number === 0 ? "default" : at.tell(`service-${number}`),
      VpcId: at.vpc,
      OwnerId: at.owner,
      Description: at.tell(`what service ${number} lets in`),
      Tags: name(at.tell(`service ${number}`)),
      IpPermissions: rules,
      IpPermissionsEgress:
        number === 0
          ? []
          : [
              {
                IpProtocol: "tcp",
                FromPort: 443,
                ToPort: 443,
                IpRanges: [{ CidrIp: cidr(at, 16), Description: "inside" }],
                Ipv6Ranges: [],
                PrefixListIds: [],
                UserIdGroupPairs: [],
              },
            ],
    };
  });
}

function networkInterfaces(at) {
  return Array.from({ length: 26 }, (_, number) => {
    const address = `${octets(at).join(".")}.${third(at, number % 6)}.${10 + number}`;
    return {
      NetworkInterfaceId: at.id("eni", number),
      VpcId: at.vpc,
      SubnetId: at.id("subnet", number % 6),
      OwnerId: at.owner,
      Status: "in-use",
      Description: at.tell(`interface ${number}`),
      InterfaceType: "interface",
      RequesterManaged: false,
      SourceDestCheck: true,
      PrivateIpAddress: address,
      PrivateIpAddresses: [{ PrivateIpAddress: address, Primary: true }],
      Ipv6Addresses: [],
      Groups: [1, 2].map((more) => ({ GroupId: at.id("sg", 1 + ((number * more) % 39)), GroupName: "" })),
      TagSet: name(at.tell(`interface ${number}`)),
      ...(number < 14
        ? {
            Attachment: {
              InstanceId: at.id("i", number),
              InstanceOwnerId: at.owner,
              Status: "attached",
              AttachmentId: at.id("eni-attach", number),
              DeviceIndex: 0,
            },
          }
        : {}),
    };
  });
}

function instances(at) {
  return Array.from({ length: 14 }, (_, number) => ({
    InstanceId: at.id("i", number),
    ImageId: "ami-0123",
    InstanceType: "m6i.large",
    State: { Name: "running" },
    VpcId: at.vpc,
    SubnetId: at.id("subnet", number % 6),
    PrivateIpAddress: `${octets(at).join(".")}.${third(at, number % 6)}.${10 + number}`,
    MetadataOptions: { HttpTokens: number % 7 === 0 ? "optional" : "required", HttpEndpoint: "enabled" },
    SecurityGroups: [{ GroupId: at.id("sg", 1 + (number % 39)) }],
    NetworkInterfaces: [],
    Tags: name(at.tell(`host ${number}`)),
  }));
}

function addresses(at) {
  return [0, 1, 2].map((number) => ({
    AllocationId: at.id("eipalloc", number),
    PublicIp: `203.0.113.${10 + number}`,
    Domain: "vpc",
    NetworkInterfaceId: at.id("eni", number),
    AssociationId: at.id("eipassoc", number),
    PrivateIpAddress: `${octets(at).join(".")}.${third(at, number)}.${10 + number}`,
    NetworkInterfaceOwnerId: at.owner,
    Tags: name(at.tell(`address ${number}`)),
  }));
}

function endpoints(at) {
  return [
    {
      VpcEndpointId: at.id("vpce", 0),
      VpcEndpointType: "Gateway",
      VpcId: at.vpc,
      OwnerId: at.owner,
      ServiceName: `com.amazonaws.${at.region}.s3`,
      State: "available",
      RouteTableIds: [at.id("rtb", 2)],
      SubnetIds: [],
      Groups: [],
      NetworkInterfaceIds: [],
      PrivateDnsEnabled: false,
      PolicyDocument: JSON.stringify({
        Statement: [{ Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "*" }],
      }),
      Tags: name(at.tell("s3")),
    },
    {
      VpcEndpointId: at.id("vpce", 1),
      VpcEndpointType: "Interface",
      VpcId: at.vpc,
      OwnerId: at.owner,
      ServiceName: `com.amazonaws.${at.region}.ssm`,
      State: "available",
      RouteTableIds: [],
      SubnetIds: [2, 3].map((n) => at.id("subnet", n)),
      Groups: [{ GroupId: at.id("sg", 3) }],
      NetworkInterfaceIds: [],
      PrivateDnsEnabled: true,
      Tags: name(at.tell("ssm")),
    },
  ];
}

function loadBalancers(at) {
  const arn = (kind, rest) => `arn:aws:elasticloadbalancing:${at.region}:${at.owner}:${kind}/${rest}`;
  const balancer = (number) => arn("loadbalancer/app", `lb-${at.cell}-${number}/50dc6c495c0c9188`);
  const group = (number) => arn("targetgroup", `tg-${at.cell}-${number}/73e2d6bc24d8a067`);
  return [
    [
      "DescribeLoadBalancers",
      {
        LoadBalancers: [0, 1].map((number) => ({
          LoadBalancerArn: balancer(number),
          LoadBalancerName: at.tell(`${number === 0 ? "public" : "internal"}-web`).replace(" ", "-"),
          DNSName: "lb.example",
          Scheme: number === 0 ? "internet-facing" : "internal",
          VpcId: at.vpc,
          State: { Code: "active" },
          Type: "application",
          IpAddressType: "ipv4",
          AvailabilityZones: [2, 3].map((n) => ({
            ZoneName: `${at.region}${"abc"[n % 3]}`,
            SubnetId: at.id("subnet", n),
          })),
          SecurityGroups: [at.id("sg", 1 + number)],
        })),
      },
    ],
    ...[0, 1].map((number) => [
      "DescribeLoadBalancerAttributes",
      {
        Attributes: [
          { Key: "deletion_protection.enabled", Value: "true" },
          { Key: "access_logs.s3.enabled", Value: number === 0 ? "true" : "false" },
          { Key: "routing.http.drop_invalid_header_fields.enabled", Value: "true" },
          { Key: "routing.http.desync_mitigation_mode", Value: "defensive" },
          { Key: "load_balancing.cross_zone.enabled", Value: "true" },
        ],
      },
      { LoadBalancerArn: balancer(number) },
    ]),
    ...[0, 1].map((number) => [
      "DescribeListeners",
      {
        Listeners: [443, ...(number === 0 ? [80] : [])].map((port) => ({
          ListenerArn: arn("listener/app", `lb-${at.cell}-${number}/50dc6c495c0c9188/${port}`),
          LoadBalancerArn: balancer(number),
          Port: port,
          Protocol: port === 80 ? "HTTP" : "HTTPS",
          Certificates: [],
          SslPolicy: port === 80 ? null : "ELBSecurityPolicy-TLS13-1-2-2021-06",
          DefaultActions: [
            port === 80
              ? {
                  Type: "redirect",
                  RedirectConfig: { Protocol: "HTTPS", Port: "443", StatusCode: "HTTP_301" },
                }
              : { Type: "forward", TargetGroupArn: group(number) },
          ],
        })),
      },
      { LoadBalancerArn: balancer(number) },
    ]),
    [
      "DescribeTargetGroups",
      {
        TargetGroups: [0, 1].map((number) => ({
          TargetGroupArn: group(number),
          TargetGroupName: at.tell(`web-${number}`).replace(" ", "-"),
          Protocol: "HTTPS",
          Port: 8443,
          VpcId: at.vpc,
          TargetType: "instance",
          LoadBalancerArns: [balancer(number)],
          HealthCheckEnabled: true,
          HealthCheckProtocol: "HTTPS",
          HealthCheckPath: "/",
        })),
      },
    ],
    ...[0, 1].map((number) => [
      "DescribeTargetHealth",
      {
        TargetHealthDescriptions: [0, 1].map((n) => ({
          Target: { Id: at.id("i", number * 2 + n), Port: 8443 },
          TargetHealth: { State: "healthy" },
        })),
      },
      { TargetGroupArn: group(number) },
    ]),
  ];
}
