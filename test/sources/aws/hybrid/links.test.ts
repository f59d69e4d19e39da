import { describe, expect, it } from "vitest";
import { ACCOUNT, arn, arrows, nodeOf, OTHER, read } from "../harness.js";

const told = (batch: ReturnType<typeof read>) =>
  batch.gaps.map(({ reason, touches }) => [reason, touches.nodes ?? touches.kinds]);

const VPN = arn("client-vpn-endpoint/cvpn-endpoint-1");
const asked = { input: { ClientVpnEndpointId: "cvpn-endpoint-1" } };
const SAML = `arn:aws:iam::${ACCOUNT}:saml-provider/people`;

describe("a client VPN", () => {
  const endpoint = (more: object = {}) =>
    read("ec2:DescribeClientVpnEndpoints", {
      ClientVpnEndpoints: [
        {
          ...{ ClientVpnEndpointId: "cvpn-endpoint-1", Status: { Code: "available" }, VpcId: "vpc-1" },
          ...{ ClientCidrBlock: "10.9.0.0/22", SplitTunnel: true, DnsServers: ["10.0.0.2"], VpnPort: 443 },
          ...{ TransportProtocol: "udp", SecurityGroupIds: ["sg-1"], ServerCertificateArn: "arn:aws:acm:x" },
          SelfServicePortalUrl: "https://self-service.clientvpn.amazonaws.com/endpoints/1",
          AuthenticationOptions: [
            { Type: "federated-authentication", FederatedAuthentication: { SamlProviderArn: SAML } },
            { Type: "directory-service-authentication", ActiveDirectory: { DirectoryId: "d-1" } },
          ],
          ConnectionLogOptions: { Enabled: false },
          ...more,
        },
      ],
    });

  it("tells how people are told apart, and what of their traffic comes in", () => {
    const batch = endpoint();
    expect(nodeOf(batch, VPN)).toMatchObject({
      kind: "client-vpn",
      type: "aws.client-vpn-endpoint",
      is: {
        authentication: [
          { type: "federated", provider: SAML, portalProvider: null, certificate: null },
          { type: "directory", provider: "d-1" },
        ],
        ...{ clientCidr: "10.9.0.0/22", splitTunnel: true, logging: false, selfServicePortal: true },
      },
    });
    expect(arrows(batch)).toEqual([
      `${VPN} -filters-> sg-1`,
      `${VPN} -identity_providers-> ${SAML}`,
      `${VPN} -identity_providers-> d-1`,
      `${VPN} -network-> vpc-1`,
    ]);
    expect(batch.gaps).toEqual([]);
  });

  it.each([
    { AuthenticationOptions: [{ Type: "by-voice" }] },
    { TransitGatewayConfiguration: { TransitGatewayId: "tgw-1" } },
    { ClientCidrBlock: "wide" },
  ])("with %j leaves a gap on itself", (more) => {
    expect(told(endpoint(more))).toEqual([[expect.stringMatching(/^un/), [VPN]]]);
  });

  it("has each authorization as a thing of its own, cited by its place", () => {
    const rule = { ClientVpnEndpointId: "cvpn-endpoint-1", Status: { Code: "active" } };
    const AuthorizationRules = [
      { ...rule, AccessAll: true, DestinationCidr: "0.0.0.0/0" },
      { ...rule, AccessAll: false, GroupId: "S-1", DestinationCidr: "10.0.0.0/8" },
    ];
    const batch = read("ec2:DescribeClientVpnAuthorizationRules", { AuthorizationRules }, asked);
    expect(batch.nodes.map(({ is, at }) => [is, at.pointer])).toEqual([
      [
        { destination: "0.0.0.0/0", everyone: true, group: null, state: "active", description: null },
        "/output/AuthorizationRules/0",
      ],
      [
        { destination: "10.0.0.0/8", everyone: false, group: "S-1", state: "active", description: null },
        "/output/AuthorizationRules/1",
      ],
    ]);
    expect(arrows(batch).every((arrow) => arrow.endsWith(`-client_vpn-> ${VPN}`))).toBe(true);
  });

  it("has routes and targets, each of them other calls'", () => {
    const Routes = [{ DestinationCidr: "0.0.0.0/0", TargetSubnet: "subnet-1", Origin: "add-route" }];
    const routes = read("ec2:DescribeClientVpnRoutes", { Routes }, asked);
    expect(nodeOf(routes, VPN).is).toEqual({
      routes: [{ cidr: "0.0.0.0/0", subnet: "subnet-1", origin: "add-route", state: "unknown" }],
    });
    const ClientVpnTargetNetworks = [
      { TargetNetworkId: "subnet-1", Status: { Code: "associated" }, SecurityGroups: ["sg-1"] },
      { TargetNetworkId: "subnet-2", Status: { Code: "disassociated" } },
    ];
    const targets = read("ec2:DescribeClientVpnTargetNetworks", { ClientVpnTargetNetworks }, asked);
    expect(arrows(targets)).toEqual([`${VPN} -filters-> sg-1`, `${VPN} -subnets-> subnet-1`]);
  });

  it("of which the authorizations were denied has a gap on them alone", () => {
    const refusal = { Code: "UnauthorizedOperation", Message: "no" };
    const batch = read("ec2:DescribeClientVpnAuthorizationRules", { Error: refusal }, asked);
    expect(batch.gaps).toMatchObject([
      { reason: "denied", touches: { nodes: [VPN], relations: ["authorizations"] } },
    ]);
  });
});

describe("a VPN tunnel", () => {
  it("tells what it is willing to talk, and never the key", () => {
    const option = {
      ...{ OutsideIpAddress: "198.51.100.1", PreSharedKey: "CANARY", IkeVersions: [{ Value: "ikev2" }] },
      ...{ Phase1EncryptionAlgorithms: [{ Value: "AES256-GCM-16" }], Phase1DHGroupNumbers: [{ Value: 20 }] },
      ...{ Phase1IntegrityAlgorithms: [{ Value: "SHA2-384" }], Phase1LifetimeSeconds: 28800 },
      ...{ DpdTimeoutAction: "restart", StartupAction: "start", EnableTunnelLifecycleControl: true },
      LogOptions: { CloudWatchLogOptions: { LogEnabled: true } },
    };
    const batch = read("ec2:DescribeVpnConnections", {
      VpnConnections: [
        {
          ...{ VpnConnectionId: "vpn-1", State: "available", TransitGatewayId: "tgw-1" },
          Options: { TunnelOptions: [option], TunnelBandwidth: "standard" },
          VgwTelemetry: [{ OutsideIpAddress: "198.51.100.1", Status: "UP", CertificateArn: "arn:aws:acm:x" }],
        },
      ],
    });
    expect(nodeOf(batch, "vpn-1").is).toMatchObject({
      tunnels: [
        {
          certificate: "arn:aws:acm:x",
          options: {
            ...{ ikeVersions: ["ikev2"], deadPeerAction: "restart", startup: "start", logging: true },
            phase1: { encryption: ["aes256-gcm-16"], integrity: ["sha2-384"], groups: [20], seconds: 28800 },
            phase2: { encryption: [], integrity: [], groups: [], seconds: null },
            lifecycleControl: true,
          },
        },
      ],
    });
    expect(JSON.stringify(batch)).not.toContain("CANARY");
  });
});

describe("a line", () => {
  const LINE = `arn:aws:directconnect:eu-west-1:${ACCOUNT}:dxcon/dxcon-1`;
  const line = (more: object = {}) =>
    read("directconnect:DescribeConnections", {
      connections: [
        {
          ...{ ownerAccount: ACCOUNT, connectionId: "dxcon-1", connectionName: "north", location: "EqFR5" },
          ...{ connectionState: "available", bandwidth: "10Gbps", awsDeviceV2: "EqFR5-1", lagId: "dxlag-1" },
          ...{ macSecCapable: true, encryptionMode: "must_encrypt", portEncryptionStatus: "Encryption Up" },
          macSecKeys: [{ secretARN: "arn:aws:secretsmanager:x", ckn: "ab12", state: "associated" }],
          ...more,
        },
      ],
    });

  it("tells its bandwidth, building, device and encryption", () => {
    const batch = line();
    expect(nodeOf(batch, LINE).is).toMatchObject({
      ...{ circuitType: "connection", mbps: 10_000, location: "EqFR5", device: "EqFR5-1" },
      macsec: {
        ...{ capable: true, mode: "must_encrypt", portStatus: "encryption up" },
        keys: [{ name: "ab12", state: "associated", since: null }],
      },
    });
    expect(arrows(batch)).toEqual([`${LINE} -circuit-> dxlag-1`, `${LINE} -site-> EqFR5`]);
    expect(batch.gaps).toEqual([]);
  });

  it("of a partner is a hosted one", () => {
    expect(nodeOf(line({ partnerName: "Carrier" }), LINE).is).toMatchObject({
      circuitType: "hosted-connection",
      provider: "Carrier",
    });
  });

  it("with a bandwidth that cannot be read leaves a gap", () => {
    expect(told(line({ bandwidth: "wide" }))).toEqual([["unparsed", [LINE]]]);
  });

  it("in a bundle adds up, and ends in a building that is told", () => {
    const bundle = read("directconnect:DescribeLags", {
      lags: [{ lagId: "dxlag-1", connectionsBandwidth: "10Gbps", numberOfConnections: 2, minimumLinks: 1 }],
    });
    expect(nodeOf(bundle, "dxlag-1").is).toMatchObject({ circuitType: "lag", mbps: 20_000, members: 2 });
    const building = read("directconnect:DescribeLocations", {
      locations: [{ locationCode: "EqFR5", locationName: "Equinix FR5", availableMacSecPortSpeeds: ["10G"] }],
    });
    expect(nodeOf(building, "EqFR5")).toMatchObject({ kind: "site", is: { macsecSpeeds: ["10G"] } });
  });

  it("carries virtual interfaces, with each peer of theirs", () => {
    const batch = read("directconnect:DescribeVirtualInterfaces", {
      virtualInterfaces: [
        {
          ...{ virtualInterfaceId: "dxvif-1", connectionId: "dxcon-1", siteLinkEnabled: true, mtu: 8500 },
          bgpPeers: [{ addressFamily: "ipv4", asn: 65000, bgpStatus: "up", bgpPeerState: "available" }],
        },
      ],
    });
    expect(nodeOf(batch, "dxvif-1").is).toMatchObject({
      ...{ siteLink: true, mtu: 8500 },
      peers: [{ family: "ipv4", asn: 65000, status: "up" }],
    });
    expect(arrows(batch).map((arrow) => arrow.split(" -")[1])).toEqual(["circuit-> dxcon-1"]);
  });

  it("of another account to a gateway is an association of its own", () => {
    const batch = read(
      "directconnect:DescribeDirectConnectGatewayAttachments",
      {
        directConnectGatewayAttachments: [
          {
            ...{ directConnectGatewayId: "g", virtualInterfaceId: "dxvif-9", attachmentState: "attached" },
            virtualInterfaceOwnerAccount: OTHER,
          },
        ],
      },
      { input: { directConnectGatewayId: "g" } },
    );
    expect(batch.nodes[0]?.is).toMatchObject({ virtualInterface: "dxvif-9", virtualInterfaceAccount: OTHER });
  });
});

describe("what a VPC is told", () => {
  it("are its name servers, and whether the provider's is among them", () => {
    const option = (Key: string, ...values: string[]) => ({
      Key,
      Values: values.map((Value) => ({ Value })),
    });
    const DhcpConfigurations = [
      option("domain-name-servers", "10.1.0.53", "AmazonProvidedDNS"),
      option("domain-name", "corp.example"),
      option("netbios-node-type", "2"),
    ];
    const batch = read("ec2:DescribeDhcpOptions", {
      DhcpOptions: [{ DhcpOptionsId: "dopt-1", DhcpConfigurations }],
    });
    expect(nodeOf(batch, "dopt-1").is).toEqual({
      ...{ domainName: "corp.example", nameServers: ["10.1.0.53"], providerResolver: true, timeServers: [] },
      unmodelled: ["netbios-node-type"],
    });
  });

  it("is which encryption control it has, and the Region holds the list of them", () => {
    const VpcEncryptionControls = [
      {
        ...{ VpcId: "vpc-1", Mode: "enforce", State: "available" },
        ResourceExclusions: { NatGateway: { State: "enabled" }, Lambda: { State: "disabled" } },
      },
    ];
    const batch = read("ec2:DescribeVpcEncryptionControls", { VpcEncryptionControls });
    expect(nodeOf(batch, "vpc-1").is).toEqual({
      encryptionControl: { mode: "enforce", state: "available", exclusions: ["NatGateway"] },
    });
    expect(nodeOf(batch, `aws:region:${ACCOUNT}:eu-west-1`).is).toEqual({
      encryptionControls: [arn("vpc/vpc-1")],
    });
  });

  it("are the zones of its Region, in whichever country", () => {
    const zone = { ZoneName: "us-west-2-lax-1a", ZoneType: "local-zone", ParentZoneName: "us-west-2a" };
    const AvailabilityZones = [
      { ...zone, OptInStatus: "not-opted-in", Geography: [{ Name: "United States" }] },
    ];
    const batch = read("ec2:DescribeAvailabilityZones", { AvailabilityZones });
    expect(batch.nodes[0]?.is).toMatchObject({
      zones: [
        {
          name: "us-west-2-lax-1a",
          type: "local-zone",
          parent: "us-west-2a",
          geographies: ["United States"],
        },
      ],
    });
  });
});

describe("a security group in another VPC", () => {
  const association = (more: object) =>
    read("ec2:DescribeSecurityGroupVpcAssociations", {
      SecurityGroupVpcAssociations: [{ GroupId: "sg-1", VpcId: "vpc-2", State: "associated", ...more }],
    });

  it("stands between the two", () => {
    expect(arrows(association({ VpcOwnerId: OTHER })).map((arrow) => arrow.split(" -")[1])).toEqual([
      "filter-> sg-1",
      `network-> vpc-2 in ${OTHER}`,
    ]);
  });

  it.each(["disassociated", "association-failed"])("that is %s is none", (State) => {
    expect(association({ State }).nodes).toEqual([]);
  });
});

describe("a route server", () => {
  it("talks to peers, whose sessions are told", () => {
    const RouteServerPeers = [
      {
        ...{ RouteServerPeerId: "rsp-1", RouteServerEndpointId: "rse-1", RouteServerId: "rs-1" },
        ...{ PeerAddress: "10.0.0.9", BgpOptions: { PeerAsn: 65001 }, BgpStatus: { Status: "down" } },
      },
    ];
    const batch = read("ec2:DescribeRouteServerPeers", { RouteServerPeers });
    expect(nodeOf(batch, "rsp-1").is).toMatchObject({
      endType: "peer",
      address: "10.0.0.9",
      asn: 65001,
      bgp: "down",
    });
    expect(arrows(batch)).toEqual([`${arn("route-server-peer/rsp-1")} -route_server-> rs-1`]);
  });
});

describe("a mirror of traffic", () => {
  it("leads from a card to a target through a filter", () => {
    const session = {
      TrafficMirrorSessionId: "tms-1",
      NetworkInterfaceId: "eni-1",
      TrafficMirrorTargetId: "tmt-1",
    };
    const batch = read("ec2:DescribeTrafficMirrorSessions", {
      TrafficMirrorSessions: [{ ...session, TrafficMirrorFilterId: "tmf-1", OwnerId: ACCOUNT }],
    });
    const id = arn("traffic-mirror-session/tms-1");
    expect(arrows(batch)).toEqual([
      `${id} -interface-> eni-1`,
      `${id} -mirror_filter-> tmf-1`,
      `${id} -mirror_target-> tmt-1`,
    ]);
  });
});

describe("a firewall in another network", () => {
  it("has its endpoint there", () => {
    const VpcEndpointAssociationArn = `arn:aws:network-firewall:eu-west-1:${ACCOUNT}:vpc-endpoint-association/1`;
    const batch = read(
      "network-firewall:DescribeVpcEndpointAssociation",
      {
        VpcEndpointAssociation: {
          ...{ VpcEndpointAssociationArn, FirewallArn: "arn:aws:network-firewall:x", VpcId: "vpc-2" },
          SubnetMapping: { SubnetId: "subnet-2" },
        },
        VpcEndpointAssociationStatus: {
          Status: "READY",
          AssociationSyncState: { "eu-west-1a": { Attachment: { EndpointId: "vpce-1", Status: "READY" } } },
        },
      },
      { input: { VpcEndpointAssociationArn } },
    );
    expect(batch.nodes[0]?.is).toMatchObject({
      state: "ready",
      endpoints: [{ zone: "eu-west-1a", endpoint: "vpce-1", state: "ready" }],
    });
    expect(batch.edges.map(({ relation }) => relation)).toEqual(["firewall", "network", "subnets"]);
  });
});
