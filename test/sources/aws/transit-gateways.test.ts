import { describe, expect, it } from "vitest";
import { assemble } from "../../../src/graph/index.js";
import { readAnswerFiles } from "../../../src/sources/aws/index.js";
import { ACCOUNT, arn, arrows, gather, nodeOf, OTHER, read } from "./harness.js";

const attachmentId = (short: string, region = "eu-west-1") =>
  `arn:aws:ec2:${region}::transit-gateway-attachment/${short}`;
const TABLE = arn("transit-gateway-route-table/tgw-rtb-1");
const ASKED = { input: { TransitGatewayRouteTableId: "tgw-rtb-1" } };
const touched = ({ gaps }: ReturnType<typeof read>) =>
  gaps.map(({ reason, touches }) => [reason, touches.nodes]);

describe("a transit gateway", () => {
  it("is a gateway of its owner, also where it is shared, with its options in native", () => {
    const told = {
      TransitGatewayId: "tgw-1",
      TransitGatewayArn: arn("transit-gateway/tgw-1", OTHER),
      OwnerId: OTHER,
      State: "available",
      Options: { AmazonSideAsn: 4_200_000_000, VpnEcmpSupport: "enable" },
      Tags: [{ Key: "Name", Value: "hub" }],
    };
    expect(nodeOf(read("ec2:DescribeTransitGateways", { TransitGateways: [told] }), "tgw-1")).toMatchObject({
      id: told.TransitGatewayArn,
      kind: "gateway",
      type: "aws.transit-gateway",
      label: "hub (tgw-1)",
      scope: { account: OTHER, region: "eu-west-1" },
      is: { gatewayType: "transit", state: "available", asn: 4_200_000_000, addresses: [] },
      native: { Options: { VpnEcmpSupport: "enable" } },
    });
  });

  it("says what becomes of new attachments, and nothing where it was not told", () => {
    const gateway = (Options: object) =>
      nodeOf(
        read("ec2:DescribeTransitGateways", {
          TransitGateways: [{ TransitGatewayId: "tgw-1", OwnerId: ACCOUNT, State: "available", Options }],
        }),
        "tgw-1",
      );
    const open = {
      AutoAcceptSharedAttachments: "enable",
      DefaultRouteTableAssociation: "enable",
      AssociationDefaultRouteTableId: "tgw-rtb-1",
      DefaultRouteTablePropagation: "disable",
      PropagationDefaultRouteTableId: "tgw-rtb-1",
    };
    expect(gateway(open)).toMatchObject({
      is: { transit: { acceptsByItself: true, defaultAssociation: "tgw-rtb-1", defaultPropagation: null } },
    });
    expect(gateway({})).toMatchObject({
      is: { transit: { acceptsByItself: null, defaultAssociation: null, defaultPropagation: null } },
    });
  });
});

describe("an attachment of a transit gateway", () => {
  const attached = (more: object, at: { account?: string } = {}) =>
    read(
      "ec2:DescribeTransitGatewayAttachments",
      {
        TransitGatewayAttachments: [
          {
            TransitGatewayAttachmentId: "tgw-attach-1",
            TransitGatewayId: "tgw-1",
            TransitGatewayOwnerId: ACCOUNT,
            ResourceOwnerId: OTHER,
            ResourceType: "vpc",
            ResourceId: "vpc-9",
            State: "available",
            Association: { TransitGatewayRouteTableId: "tgw-rtb-1", State: "associated" },
            ...more,
          },
        ],
      },
      at,
    );
  const ID = attachmentId("tgw-attach-1");

  it("has one id whoever lists it, joins gateway and table of one account, and the VPC of the other", () => {
    for (const account of [ACCOUNT, OTHER]) {
      const batch = attached({}, { account });
      expect(nodeOf(batch, "tgw-attach-1")).toMatchObject({
        id: ID,
        kind: "attachment",
        type: "aws.transit-gateway-attachment",
        scope: { account: ACCOUNT },
        is: {
          attachmentType: "vpc",
          state: "available",
          resource: "vpc-9",
          resourceAccount: OTHER,
          associationState: "associated",
        },
      });
      expect(batch.gaps).toEqual([]);
    }
    expect(arrows(attached({}))).toEqual([
      `${ID} -gateway-> tgw-1`,
      `${ID} -network-> vpc-9 in ${OTHER}`,
      `${ID} -route_table-> tgw-rtb-1`,
    ]);
  });

  it.each([
    ["vpn", "vpn-1", "vpn_connection", "vpn"],
    ["direct-connect-gateway", "0123abcd", "direct_connect_gateway", "direct-connect-gateway"],
    ["peering", "tgw-2", "peer_gateway", "peering"],
    ["tgw-peering", "tgw-2", "peer_gateway", "peering"],
    ["connect", "tgw-attach-2", null, "connect"],
    ["client-vpn", "cvpn-endpoint-1", null, "client-vpn"],
    ["network-function", "arn:aws:network-firewall:x", null, "network-function"],
  ])("of type %s leads to what is attached", (...[ResourceType, ResourceId, relation, attachmentType]) => {
    const batch = attached({ ResourceType, ResourceId, ResourceOwnerId: ACCOUNT });
    expect(nodeOf(batch, ID).is).toMatchObject({ attachmentType, resource: ResourceId });
    const more = relation === null ? [] : [`${ID} -${relation}-> ${ResourceId}`];
    expect(arrows(batch)).toEqual(
      [`${ID} -gateway-> tgw-1`, `${ID} -route_table-> tgw-rtb-1`, ...more].sort(),
    );
    expect(batch.gaps).toEqual([]);
  });

  it("of a type nobody knows says so", () => {
    expect(touched(attached({ ResourceType: "space-elevator" }))).toEqual([["unmodelled", [ID]]]);
  });

  it.each(["associating", "disassociating"])("that is %s is joined to the table, with a gap", (State) => {
    const batch = attached({ Association: { TransitGatewayRouteTableId: "tgw-rtb-1", State } });
    expect(arrows(batch)).toContain(`${ID} -route_table-> tgw-rtb-1`);
    expect(touched(batch)).toEqual([["unmodelled", [ID]]]);
  });

  it("that was disassociated uses no table", () => {
    const Association = { TransitGatewayRouteTableId: "tgw-rtb-1", State: "disassociated" };
    expect(arrows(attached({ Association })).some((arrow) => arrow.includes("route_table"))).toBe(false);
  });

  it("that uses a policy table leaves a gap: its rules choose the route table", () => {
    const batch = attached({
      Association: { TransitGatewayPolicyTableId: "tgw-ptb-1", State: "associated" },
    });
    expect(touched(batch)).toEqual([["unmodelled", [ID]]]);
  });

  it("without an association has none in the owner's view, and an unknown one in another's", () => {
    const state = (account: string) =>
      nodeOf(attached({ Association: undefined }, { account }), ID).is as { associationState?: string };
    expect(state(ACCOUNT).associationState).toBe("none");
    expect(state(OTHER)).not.toHaveProperty("associationState");
  });

  it.each(["deleted", "deleting", "failed", "rejected"])("that is %s joins nothing", (State) => {
    const batch = attached({ State });
    expect(batch.edges).toEqual([]);
    expect(nodeOf(batch, ID).is).toMatchObject({ state: State });
  });

  it("of a VPC has its subnets, of their owner, and its options", () => {
    const batch = read("ec2:DescribeTransitGatewayVpcAttachments", {
      TransitGatewayVpcAttachments: [
        {
          TransitGatewayAttachmentId: "tgw-attach-1",
          TransitGatewayId: "tgw-1",
          VpcId: "vpc-9",
          VpcOwnerId: OTHER,
          State: "available",
          SubnetIds: ["subnet-1", "subnet-2"],
          Options: {
            DnsSupport: "enable",
            SecurityGroupReferencingSupport: "disable",
            Ipv6Support: "enable",
            ApplianceModeSupport: "enable",
          },
        },
      ],
    });
    expect(nodeOf(batch, "tgw-attach-1")).toMatchObject({
      id: ID,
      is: { applianceMode: true, groupReferencing: false, ipv6: true, resource: "vpc-9" },
    });
    expect(arrows(batch)).toEqual([
      `${ID} -gateway-> tgw-1`,
      `${ID} -network-> vpc-9 in ${OTHER}`,
      `${ID} -subnets-> subnet-1 in ${OTHER}`,
      `${ID} -subnets-> subnet-2 in ${OTHER}`,
    ]);
  });

  it("that runs over another one names it", () => {
    const batch = read("ec2:DescribeTransitGatewayConnects", {
      TransitGatewayConnects: [
        {
          TransitGatewayAttachmentId: "tgw-attach-1",
          TransportTransitGatewayAttachmentId: "tgw-attach-2",
          TransitGatewayId: "tgw-1",
          State: "available",
          Options: { Protocol: "gre" },
        },
      ],
    });
    expect(nodeOf(batch, ID).is).toEqual({
      attachmentType: "connect",
      state: "available",
      transport: "tgw-attach-2",
    });
    expect(arrows(batch)).toEqual([`${ID} -gateway-> tgw-1`]);
  });

  it("told by several calls and both accounts is one node without a contradiction", () => {
    const vpcs = (account: string) =>
      read(
        "ec2:DescribeTransitGatewayVpcAttachments",
        {
          TransitGatewayVpcAttachments: [
            {
              TransitGatewayAttachmentId: "tgw-attach-1",
              VpcId: "vpc-9",
              VpcOwnerId: OTHER,
              State: "available",
            },
          ],
        },
        { account },
      );
    const graph = assemble([
      attached({}, { account: OTHER }),
      vpcs(OTHER),
      attached({}),
      vpcs(ACCOUNT),
      read(
        "ec2:GetTransitGatewayRouteTableAssociations",
        { Associations: [{ TransitGatewayAttachmentId: "tgw-attach-1", State: "associated" }] },
        ASKED,
      ),
      read("ec2:DescribeTransitGatewayRouteTables", {
        TransitGatewayRouteTables: [{ TransitGatewayRouteTableId: "tgw-rtb-1", TransitGatewayId: "tgw-1" }],
      }),
    ]);
    expect(graph.ids("attachment")).toEqual([ID]);
    expect(graph.step(ID, "route_table")?.ids).toEqual([TABLE]);
    expect(graph.gaps.filter(({ reason }) => reason !== "dangling")).toEqual([]);
  });
});

describe("a peering of transit gateways", () => {
  const side = (TransitGatewayId: string, OwnerId: string, Region: string) => ({
    TransitGatewayId,
    OwnerId,
    Region,
  });
  const OURS = side("tgw-1", ACCOUNT, "eu-west-1");
  const peerings = (...items: object[]) =>
    read("ec2:DescribeTransitGatewayPeeringAttachments", {
      TransitGatewayPeeringAttachments: items.map((item) => ({ State: "available", ...item })),
    });
  const ID = attachmentId("tgw-attach-1");

  it.each([
    ["requested", [OURS, side("tgw-2", OTHER, "us-east-1")]],
    ["accepted", [side("tgw-2", OTHER, "us-east-1"), OURS]],
  ] as const)("that was %s here is described from here", (_how, [RequesterTgwInfo, AccepterTgwInfo]) => {
    const batch = peerings({ TransitGatewayAttachmentId: "tgw-attach-1", RequesterTgwInfo, AccepterTgwInfo });
    expect(nodeOf(batch, ID).is).toEqual({
      attachmentType: "peering",
      state: "available",
      peer: { gateway: "tgw-2", account: OTHER, region: "us-east-1" },
    });
    expect(arrows(batch)).toEqual([
      `${ID} -gateway-> tgw-1`,
      `${ID} -peer_gateway-> tgw-2 in ${OTHER}/us-east-1`,
    ]);
    expect(batch.gaps).toEqual([]);
  });

  it("within a Region is two attachments, told apart by the accepter's id", () => {
    const both = { RequesterTgwInfo: OURS, AccepterTgwInfo: side("tgw-2", ACCOUNT, "eu-west-1") };
    const batch = peerings(
      {
        ...both,
        TransitGatewayAttachmentId: "tgw-attach-1",
        AccepterTransitGatewayAttachmentId: "tgw-attach-2",
      },
      { ...both, TransitGatewayAttachmentId: "tgw-attach-2" },
    );
    expect(arrows(batch)).toEqual([
      `${ID} -gateway-> tgw-1`,
      `${ID} -peer_gateway-> tgw-2`,
      `${attachmentId("tgw-attach-2")} -gateway-> tgw-2`,
      `${attachmentId("tgw-attach-2")} -peer_gateway-> tgw-1`,
    ]);
    expect(batch.gaps).toEqual([]);
  });

  it("within a Region of which nothing tells the side leaves a gap and joins nothing", () => {
    const both = { RequesterTgwInfo: OURS, AccepterTgwInfo: side("tgw-2", ACCOUNT, "eu-west-1") };
    const batch = peerings({ ...both, TransitGatewayAttachmentId: "tgw-attach-1" });
    expect(batch.edges).toEqual([]);
    expect(touched(batch)).toEqual([["unmodelled", [ID]]]);
  });

  it("with a core network leaves a gap", () => {
    const AccepterTgwInfo = { CoreNetworkId: "core-network-1", OwnerId: OTHER, Region: "us-east-1" };
    const batch = peerings({
      TransitGatewayAttachmentId: "tgw-attach-1",
      RequesterTgwInfo: OURS,
      AccepterTgwInfo,
    });
    expect(touched(batch)).toEqual([["unmodelled", [ID]]]);
  });

  it("is not what an emulator lists of VPCs", () => {
    expect(peerings({ TransitGatewayAttachmentId: "tgw-attach-9", VpcId: "vpc-1" }).nodes).toEqual([]);
  });
});

describe("a route table of a transit gateway", () => {
  const table = (more: object = {}) =>
    read("ec2:DescribeTransitGatewayRouteTables", {
      TransitGatewayRouteTables: [
        {
          TransitGatewayRouteTableId: "tgw-rtb-1",
          TransitGatewayId: "tgw-1",
          State: "available",
          DefaultAssociationRouteTable: true,
          ...more,
        },
      ],
    });
  const searched = (routes: object[], more: { input?: object; output?: object } = {}) =>
    read(
      "ec2:SearchTransitGatewayRoutes",
      { Routes: routes, AdditionalRoutesAvailable: false, ...more.output },
      { input: { ...ASKED.input, ...(more.input as Record<string, unknown>) } },
    );
  const routesOf = (batch: ReturnType<typeof read>) =>
    (nodeOf(batch, TABLE).is as { routes?: object[] }).routes;
  const by = (...ids: string[]) => ({
    TransitGatewayAttachments: ids.map((TransitGatewayAttachmentId) => ({
      TransitGatewayAttachmentId,
      ResourceType: "vpc",
    })),
  });

  it("hangs on its gateway, and has no routes before somebody tells them", () => {
    expect(nodeOf(table(), "tgw-rtb-1")).toMatchObject({ id: TABLE, kind: "route-table" });
    expect(nodeOf(table(), "tgw-rtb-1").is).toEqual({ main: false, edgeAssociated: false });
    expect(arrows(table())).toEqual([`${TABLE} -gateway-> tgw-1`]);
  });

  it("has static, propagated, shared, dropped and listed routes", () => {
    const batch = searched([
      { DestinationCidrBlock: "10.0.0.0/8", Type: "static", State: "active", ...by("tgw-attach-1") },
      {
        DestinationCidrBlock: "2001:DB8::/32",
        Type: "propagated",
        State: "active",
        ...by("tgw-attach-2", "tgw-attach-3"),
      },
      { DestinationCidrBlock: "10.9.0.0/16", Type: "static", State: "blackhole" },
      {
        DestinationCidrBlock: "10.8.0.0/16",
        PrefixListId: "pl-1",
        Type: "static",
        State: "active",
        ...by("tgw-attach-1"),
      },
      { DestinationCidrBlock: "10.7.0.0/16", Type: "static", State: "deleted", ...by("tgw-attach-1") },
    ]);
    const route = (destination: string, short: string, more: object = {}) => ({
      destination,
      prefixList: null,
      via: { type: "attachment", id: attachmentId(short) },
      state: "active",
      origin: "static",
      ...more,
    });
    expect(routesOf(batch)).toEqual([
      route("10.0.0.0/8", "tgw-attach-1"),
      route("2001:db8::/32", "tgw-attach-2", { origin: "propagated" }),
      route("2001:db8::/32", "tgw-attach-3", { origin: "propagated" }),
      { ...route("10.9.0.0/16", "", { state: "blackhole" }), via: { type: "blackhole", id: null } },
      route("10.8.0.0/16", "tgw-attach-1", { prefixList: "pl-1" }),
    ]);
    expect([...new Set(arrows(batch))]).toEqual([
      `${TABLE} -prefix_lists-> pl-1`,
      ...[1, 2, 3].map((n) => `${TABLE} -targets-> ${attachmentId(`tgw-attach-${n}`)}`),
    ]);
    expect(batch.gaps).toEqual([]);
  });

  it.each([
    ["no destination", { Type: "static", State: "active", ...by("tgw-attach-1") }],
    ["a destination that is none", { DestinationCidrBlock: "10.0.0.0/40", State: "blackhole" }],
    ["no target", { DestinationCidrBlock: "10.0.0.0/8", Type: "static", State: "active" }],
    [
      "a type nobody knows",
      { DestinationCidrBlock: "10.0.0.0/8", Type: "system", State: "active", ...by("tgw-attach-1") },
    ],
  ])("with a route of %s leaves a gap on itself", (_what, route) => {
    const gaps = touched(searched([route]));
    expect(gaps.length).toBeGreaterThan(0);
    for (const [, nodes] of gaps) expect(nodes).toEqual([TABLE]);
  });

  it.each([
    ["says that there are more", { output: { AdditionalRoutesAvailable: true } }],
    ["names a further page", { output: { NextToken: "t" } }],
    ["is a later page", { input: { NextToken: "t" } }],
  ])("keeps its routes unknown, with a gap, where the answer %s", (_what, more) => {
    const batch = searched([{ DestinationCidrBlock: "10.0.0.0/8", State: "blackhole" }], more);
    expect(routesOf(batch)).toBeUndefined();
    expect(touched(batch)).toEqual([["truncated", [TABLE]]]);
  });

  it.each([
    [undefined, true],
    [[{ Name: "state", Values: ["active", "blackhole"] }], true],
    [[{ Name: "type", Values: ["propagated", "static"] }], true],
    [[{ Name: "state", Values: ["active"] }], false],
    [[{ Name: "type", Values: ["static"] }], false],
    [[{ Name: "route-search.subnet-of-match", Values: ["10.0.0.0/8"] }], false],
    [[null], false],
    ["state", false],
    [[{ Name: "__proto__", Values: [] }], false],
  ])("searched with the filters %j is whole: %s", (Filters, whole) => {
    const batch = searched([], { input: { Filters } });
    expect(batch.nodes).toHaveLength(whole ? 1 : 0);
    expect(touched(batch)).toEqual(whole ? [] : [["truncated", []]]);
  });

  it("is used by those that are associated, and filled by those that propagate", () => {
    const told = read(
      "ec2:GetTransitGatewayRouteTableAssociations",
      {
        Associations: [
          { TransitGatewayAttachmentId: "tgw-attach-1", State: "associated" },
          { TransitGatewayAttachmentId: "tgw-attach-2", State: "disassociating" },
          { TransitGatewayAttachmentId: "tgw-attach-3", State: "disassociated" },
          { ResourceId: "vpc-1" },
        ],
      },
      ASKED,
    );
    expect(arrows(told)).toEqual([
      `${attachmentId("tgw-attach-1")} -route_table-> ${TABLE}`,
      `${attachmentId("tgw-attach-2")} -route_table-> ${TABLE}`,
    ]);
    expect(touched(told)).toEqual([
      ["unmodelled", [TABLE]],
      ["unparsed", [TABLE]],
    ]);
    const filled = read(
      "ec2:GetTransitGatewayRouteTablePropagations",
      {
        TransitGatewayRouteTablePropagations: [
          { TransitGatewayAttachmentId: "tgw-attach-1", State: "enabled" },
          { TransitGatewayAttachmentId: "tgw-attach-2", State: "disabled" },
        ],
      },
      ASKED,
    );
    expect(arrows(filled)).toEqual([`${attachmentId("tgw-attach-1")} -propagates_to-> ${TABLE}`]);
  });

  it("refers to prefix lists, also of another account, and to where they go", () => {
    const reference = (PrefixListId: string, more: object) => ({
      TransitGatewayRouteTableId: "tgw-rtb-1",
      PrefixListId,
      PrefixListOwnerId: ACCOUNT,
      State: "available",
      Blackhole: false,
      ...more,
    });
    const batch = read("ec2:GetTransitGatewayPrefixListReferences", {
      TransitGatewayPrefixListReferences: [
        reference("pl-1", { TransitGatewayAttachment: { TransitGatewayAttachmentId: "tgw-attach-1" } }),
        reference("pl-2", { PrefixListOwnerId: OTHER, Blackhole: true }),
        reference("pl-3", { Blackhole: true, State: "pending" }),
      ],
    });
    expect(arrows(batch)).toEqual([
      `${TABLE} -prefix_lists-> pl-1`,
      `${TABLE} -prefix_lists-> pl-2 in ${OTHER}`,
      `${TABLE} -prefix_lists-> pl-3`,
      `${TABLE} -targets-> ${attachmentId("tgw-attach-1")}`,
    ]);
    expect(touched(batch)).toEqual([["unmodelled", [TABLE]]]);
  });
});

describe("a folder with a transit gateway", () => {
  const HERE = `accounts/${ACCOUNT}/eu-west-1`;
  const saved = (files: Record<string, unknown>) =>
    gather(
      readAnswerFiles(
        Object.entries(files).map(([name, content]) => ({
          path: `${HERE}/${name}.json`,
          text: JSON.stringify(content),
        })),
      ),
    );
  const LIST = {
    TransitGatewayRouteTables: [{ TransitGatewayRouteTableId: "tgw-rtb-1", State: "available" }],
  };
  const search = (input: object, output: object = { Routes: [] }) => ({
    service: "ec2",
    operation: "SearchTransitGatewayRoutes",
    input: { TransitGatewayRouteTableId: "tgw-rtb-1", ...input },
    output,
  });
  const about = (gaps: readonly { message: string; touches: object }[], call: string) =>
    gaps.filter(({ message }) => message.includes(`${call} `)).map(({ touches }) => touches);

  it("misses the routes of a table that nobody asked about, and no list that is not there", async () => {
    const { gaps } = await saved({ tables: LIST });
    expect(about(gaps, "SearchTransitGatewayRoutes")).toEqual([{ kinds: [], nodes: [TABLE] }]);
    expect(about(gaps, "GetTransitGatewayPrefixListReferences")).toEqual([
      { kinds: [], nodes: [TABLE], relations: [] },
    ]);
    for (const call of ["DescribeTransitGateways", "DescribeVpnConnections", "DescribeCarrierGateways"])
      expect(about(gaps, call)).toEqual([]);
  });

  it("that searched a part of the routes misses the others", async () => {
    const part = { Filters: [{ Name: "type", Values: ["static"] }] };
    const some = await saved({ tables: LIST, routes: search(part) });
    expect(about(some.gaps, "SearchTransitGatewayRoutes was not asked about")).toHaveLength(1);
    const both = await saved({ tables: LIST, routes: [search(part), search({})] });
    expect(about(both.gaps, "SearchTransitGatewayRoutes was not asked about")).toEqual([]);
    expect(nodeOf(both, TABLE).is).not.toHaveProperty("filters");
  });

  it("in which a search was denied does not know the table", async () => {
    const denied = { Error: { Code: "UnauthorizedOperation", Message: "no" } };
    const { gaps } = await saved({ tables: LIST, routes: search({}, denied) });
    expect(gaps.find(({ reason }) => reason === "denied")?.touches).toEqual({ kinds: [], nodes: [TABLE] });
  });

  it("in which a list was denied does not know its kind there", async () => {
    const { gaps } = await saved({
      attachments: {
        service: "ec2",
        operation: "DescribeTransitGatewayAttachments",
        input: {},
        output: { Error: { Code: "UnauthorizedOperation", Message: "no" } },
      },
    });
    expect(gaps.find(({ reason }) => reason === "denied")?.touches).toMatchObject({
      kinds: ["attachment"],
      types: ["aws.transit-gateway-attachment"],
      account: ACCOUNT,
      region: "eu-west-1",
    });
  });

  it("does not ask about tables that are gone", async () => {
    const gone = {
      TransitGatewayRouteTables: [{ TransitGatewayRouteTableId: "tgw-rtb-1", State: "deleted" }],
    };
    const { gaps } = await saved({ tables: gone });
    expect(gaps.filter(({ message }) => message.includes("was not asked about"))).toEqual([]);
  });

  it("recognizes bare answers, and asks for envelopes where they do not say what was asked", async () => {
    const { answers, gaps } = await saved({
      a: { TransitGatewayAttachments: [] },
      b: { TransitGatewayVpcAttachments: [] },
      c: { TransitGatewayPeeringAttachments: [] },
      d: { TransitGatewayConnects: [] },
      e: { TransitGatewayPrefixListReferences: [] },
      f: { CarrierGateways: [] },
      g: { VpcBlockPublicAccessOptions: { InternetGatewayBlockMode: "off" } },
      h: { VpcBlockPublicAccessExclusions: [] },
      i: { VpnGateways: [], NextToken: "" },
      j: { Associations: [] },
      k: { TransitGatewayRouteTablePropagations: [] },
    });
    expect(answers.map(({ operation }) => operation)).toEqual([
      "DescribeTransitGatewayAttachments",
      "DescribeTransitGatewayVpcAttachments",
      "DescribeTransitGatewayPeeringAttachments",
      "DescribeTransitGatewayConnects",
      "GetTransitGatewayPrefixListReferences",
      "DescribeCarrierGateways",
      "DescribeVpcBlockPublicAccessOptions",
      "DescribeVpcBlockPublicAccessExclusions",
      "DescribeVpnGateways",
    ]);
    expect(gaps.filter(({ message }) => message.includes("in an envelope with its input"))).toHaveLength(2);
  });
});
