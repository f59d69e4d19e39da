import { describe, expect, it } from "vitest";
import { collectAws, normalizeAnswer, readAnswerFiles } from "../../../src/sources/aws/index.js";
import { pointAwsAt } from "../../setup/aws-environment.js";
import { ec2Xml, emptyAnswer, startQueryServer } from "../../setup/query-server.js";
import { ACCOUNT, answer, arn, arrows, gather, nodeOf, read } from "./harness.js";

const gapsOf = ({ gaps }: ReturnType<typeof read>) =>
  gaps.map(({ reason, touches }) => [reason, touches.nodes]);

describe("a virtual private gateway", () => {
  const gateway = (...VpcAttachments: object[]) =>
    read("ec2:DescribeVpnGateways", {
      VpnGateways: [{ VpnGatewayId: "vgw-1", State: "available", AmazonSideAsn: 64512, VpcAttachments }],
    });

  it("is a gateway of the VPC that it is attached to", () => {
    const batch = gateway({ VpcId: "vpc-1", State: "attached" }, { VpcId: "vpc-2", State: "detached" });
    expect(nodeOf(batch, "vgw-1")).toMatchObject({
      id: arn("vpn-gateway/vgw-1"),
      type: "aws.vpn-gateway",
      is: { gatewayType: "vpn", state: "available", asn: 64512 },
    });
    expect(arrows(batch)).toEqual([`${arn("vpn-gateway/vgw-1")} -network-> vpc-1`]);
    expect(batch.gaps).toEqual([]);
  });

  it.each(["attaching", "detaching", "dangling"])("that is %s is told, with a gap", (State) => {
    const batch = gateway({ VpcId: "vpc-1", State });
    expect(batch.edges).toHaveLength(1);
    expect(gapsOf(batch)).toEqual([["unmodelled", [arn("vpn-gateway/vgw-1")]]]);
  });
});

describe("a customer gateway", () => {
  const gateway = (more: object) =>
    read("ec2:DescribeCustomerGateways", {
      CustomerGateways: [{ CustomerGatewayId: "cgw-1", State: "available", Type: "ipsec.1", ...more }],
    });

  it.each([
    [{ BgpAsn: "65000" }, 65000],
    [{ BgpAsn: "", BgpAsnExtended: "4294967295" }, 4_294_967_295],
    [{}, null],
  ])("with %j has the autonomous system %s", (more, asn) => {
    const batch = gateway({ IpAddress: "203.0.113.9", ...more });
    expect(nodeOf(batch, arn("customer-gateway/cgw-1"))).toMatchObject({
      type: "aws.customer-gateway",
      is: { gatewayType: "customer", publicAddresses: ["203.0.113.9"], asn },
    });
    expect(batch.gaps).toEqual([]);
  });

  it.each([{ BgpAsn: "many" }, { BgpAsn: "4294967296" }, { IpAddress: "office.example" }])(
    "with %j leaves a gap",
    (more) => {
      expect(gapsOf(gateway(more))).toEqual([["unparsed", [arn("customer-gateway/cgw-1")]]]);
    },
  );
});

describe("a VPN connection", () => {
  const ID = arn("vpn-connection/vpn-1");
  const connection = (more: object) =>
    read("ec2:DescribeVpnConnections", {
      VpnConnections: [
        {
          VpnConnectionId: "vpn-1",
          CustomerGatewayId: "cgw-1",
          State: "available",
          Type: "ipsec.1",
          ...more,
        },
      ],
    });

  it("joins what options and telemetry tell of each tunnel", () => {
    const batch = connection({
      VpnGatewayId: "vgw-1",
      Options: {
        EnableAcceleration: false,
        StaticRoutesOnly: true,
        LocalIpv4NetworkCidr: "192.168.0.0/16",
        RemoteIpv4NetworkCidr: "10.0.0.0/8",
        TunnelOptions: [
          { OutsideIpAddress: "198.51.100.2", TunnelInsideCidr: "169.254.9.0/30" },
          {
            OutsideIpAddress: "198.51.100.1",
            TunnelInsideCidr: "169.254.8.0/30",
            TunnelInsideIpv6Cidr: "FD00::/126",
          },
        ],
      },
      Routes: [
        { DestinationCidrBlock: "192.168.4.0/24", Source: "Static", State: "available" },
        { DestinationCidrBlock: "192.168.5.1/24", State: "deleting" },
      ],
      VgwTelemetry: [
        {
          OutsideIpAddress: "198.51.100.1",
          Status: "UP",
          AcceptedRouteCount: 3,
          StatusMessage: "3 BGP ROUTES",
        },
      ],
    });
    expect(nodeOf(batch, "vpn-1").is).toMatchObject({
      state: "available",
      staticRoutes: true,
      routes: [
        { cidr: "192.168.4.0/24", state: "available" },
        { cidr: "192.168.5.0/24", state: "deleting" },
      ],
      localCidr: "192.168.0.0/16",
      remoteCidr: "10.0.0.0/8",
      accelerated: false,
      tunnels: [
        {
          outsideAddress: "198.51.100.1",
          insideCidrs: ["169.254.8.0/30", "fd00::/126"],
          status: "up",
          acceptedRoutes: 3,
          message: "3 BGP ROUTES",
        },
        {
          outsideAddress: "198.51.100.2",
          insideCidrs: ["169.254.9.0/30"],
          status: null,
          acceptedRoutes: null,
          message: null,
        },
      ],
    });
    expect(arrows(batch)).toEqual([`${ID} -customer_gateway-> cgw-1`, `${ID} -gateway-> vgw-1`]);
    expect(batch.gaps).toEqual([]);
  });

  it("for IPv6 has the selectors of IPv6", () => {
    const Options = { LocalIpv6NetworkCidr: "::/0", RemoteIpv6NetworkCidr: "2001:DB8::/32" };
    const batch = connection({ TransitGatewayId: "tgw-1", VpnGatewayId: "", Options });
    expect(nodeOf(batch, ID).is).toMatchObject({ localCidr: "::/0", remoteCidr: "2001:db8::/32" });
    expect(arrows(batch)).toContain(`${ID} -gateway-> tgw-1`);
  });

  it("keeps tunnels whose address is missing or none", () => {
    const batch = connection({
      VpnGatewayId: "vgw-1",
      Options: { TunnelOptions: [{ TunnelInsideCidr: "169.254.8.0/30" }] },
      VgwTelemetry: [{ OutsideIpAddress: "here", Status: "DOWN" }],
    });
    expect((nodeOf(batch, ID).is as { tunnels: object[] }).tunnels).toMatchObject([
      { outsideAddress: null, insideCidrs: ["169.254.8.0/30"], status: null },
      { outsideAddress: null, insideCidrs: [], status: "down" },
    ]);
    expect(gapsOf(batch)).toEqual([["unparsed", [ID]]]);
  });

  it.each([
    [{ GatewayAssociationState: "not-associated" }, 0],
    [{ CoreNetworkArn: "arn:aws:networkmanager::1:core-network/c" }, 1],
    [{ VpnConcentratorId: "vcn-1" }, 1],
    [{}, 1],
    [{ VpnGatewayId: "vgw-1", GatewayAssociationState: "disassociating" }, 1],
  ])("with %j at the cloud's end leaves %i gaps", (more, count) => {
    expect(gapsOf(connection(more))).toEqual(Array.from({ length: count }, () => ["unmodelled", [ID]]));
  });

  it("without details knows nothing of its tunnels", () => {
    expect(nodeOf(connection({ VpnGatewayId: "vgw-1" }), ID).is).toMatchObject({
      staticRoutes: null,
      localCidr: null,
      accelerated: null,
      tunnels: [],
    });
  });
});

describe("the keys of a VPN connection", () => {
  const CANARY = "CANARY-pre-shared-key";
  const output = {
    VpnConnections: [
      {
        VpnConnectionId: "vpn-1",
        VpnGatewayId: "vgw-1",
        CustomerGatewayConfiguration: `<vpn_connection><pre_shared_key>${CANARY}</pre_shared_key></vpn_connection>`,
        Options: { TunnelOptions: [{ OutsideIpAddress: "198.51.100.1", PreSharedKey: CANARY }] },
      },
    ],
  };

  it("never reach a node, whoever brings the answer", () => {
    const batch = normalizeAnswer(answer("ec2:DescribeVpnConnections", output));
    expect(JSON.stringify(batch)).not.toContain(CANARY);
    expect(nodeOf(batch, "vpn-1").native).toMatchObject({
      CustomerGatewayConfiguration: "(removed)",
      Options: { TunnelOptions: [{ OutsideIpAddress: "198.51.100.1", PreSharedKey: "(removed)" }] },
    });
  });

  it.each([
    ["bare", output],
    ["an envelope", { service: "ec2", operation: "DescribeVpnConnections", input: {}, output }],
    ["half a document", `{"VpnConnections": [{"Options": {"PreSharedKey": "${CANARY}" "x"`],
  ])("are in no answer, node, gap or row where the file is %s", async (_what, content) => {
    const text = typeof content === "string" ? content : JSON.stringify(content);
    const path = `accounts/${ACCOUNT}/eu-west-1/vpn.json`;
    expect(JSON.stringify(await gather(readAnswerFiles([{ path, text }])))).not.toContain(CANARY);
  });
});

describe("a live answer with keys that breaks off in the middle", () => {
  const CANARY = "CANARY-pre-shared-key";
  const half = `<vpnConnectionSet><item><vpnConnectionId>vpn-1</vpnConnectionId><customerGatewayConfiguration>&lt;pre_shared_key&gt;${CANARY}&lt;/pre_shared_key&gt;</customerGatewayConfiguration>`;

  it.each([
    ["half a list", 200, half],
    ["a list that is whole", 200, `${half}</item></vpnConnectionSet>`],
    ["a page of an error", 500, half],
  ])("gives none away as %s", async (...[_what, status, members]) => {
    const server = await startQueryServer((call, response) => {
      const vpn = call.call === "ec2:DescribeVpnConnections";
      const body = vpn ? ec2Xml("DescribeVpnConnections", members) : emptyAnswer(call);
      response.writeHead(vpn ? status : 200, { "content-type": "text/xml" }).end(body ?? "");
      return true;
    });
    const undo = pointAwsAt(server.endpoint);
    try {
      const progress: string[] = [];
      const onProgress = (text: string) => void progress.push(text);
      const whole = await gather(collectAws({ attempts: 1, onProgress }));
      expect(whole.ledger.some(({ call }) => call === "ec2:DescribeVpnConnections")).toBe(true);
      expect(JSON.stringify([whole, progress])).not.toContain(CANARY);
    } finally {
      undo();
      await server.stop();
    }
  });
});

describe("a carrier gateway", () => {
  const gateway = (State: string) =>
    read("ec2:DescribeCarrierGateways", {
      CarrierGateways: [{ CarrierGatewayId: "cagw-1", VpcId: "vpc-1", OwnerId: ACCOUNT, State }],
    });

  it("is a gateway of its VPC until it is deleted", () => {
    expect(nodeOf(gateway("available"), "cagw-1")).toMatchObject({
      id: arn("carrier-gateway/cagw-1"),
      type: "aws.carrier-gateway",
      is: { gatewayType: "carrier", state: "available" },
    });
    expect(arrows(gateway("available"))).toEqual([`${arn("carrier-gateway/cagw-1")} -network-> vpc-1`]);
    expect(gateway("deleted").edges).toEqual([]);
  });
});
