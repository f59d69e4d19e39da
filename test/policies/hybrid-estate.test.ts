import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compiledFor } from "../../src/cli/policy-set.js";
import type { Batch, Report } from "../../src/model/index.js";
import { type Compiled, shutdownCompiler } from "../../src/rego/index.js";
import { gap, judged } from "../evaluate/world.js";
import { ACCOUNT, REGION, read } from "../sources/aws/harness.js";

const OPTIONS = {
  IkeVersions: [{ Value: "ikev2" }],
  Phase1EncryptionAlgorithms: [{ Value: "AES256" }],
  Phase1IntegrityAlgorithms: [{ Value: "SHA2-256" }],
  Phase1DHGroupNumbers: [{ Value: 20 }],
  Phase2EncryptionAlgorithms: [{ Value: "AES256" }],
  Phase2IntegrityAlgorithms: [{ Value: "SHA2-256" }],
  Phase2DHGroupNumbers: [{ Value: 20 }],
};
const line = (id: string, location: string, connection: string) => ({
  ...{ virtualInterfaceId: id, ownerAccount: ACCOUNT, region: REGION, virtualInterfaceType: "private" },
  ...{ virtualInterfaceState: "available", location, connectionId: connection },
  ...{ directConnectGatewayId: "dxg-1", bgpPeers: [{ addressFamily: "ipv4", bgpStatus: "up" }] },
});

interface Told {
  readonly accepts?: string;
  readonly tunnel?: object;
  readonly status?: string;
  readonly cidr?: string;
  readonly location?: string;
}

/** Two networks at a transit gateway, a VPN connection and two lines. */
function answers({ accepts = "disable", tunnel = OPTIONS, status = "UP", cidr, location }: Told): Batch[] {
  const tunnels = ["203.0.113.1", "203.0.113.2"];
  const attached = (id: string, network: string) => ({
    ...{ TransitGatewayAttachmentId: id, TransitGatewayId: "tgw-1", TransitGatewayOwnerId: ACCOUNT },
    ...{ ResourceOwnerId: ACCOUNT, ResourceType: "vpc", ResourceId: network, State: "available" },
  });
  return [
    read("ec2:DescribeTransitGateways", {
      TransitGateways: [
        {
          ...{ TransitGatewayId: "tgw-1", OwnerId: ACCOUNT, State: "available" },
          Options: { AutoAcceptSharedAttachments: accepts },
        },
      ],
    }),
    read("ec2:DescribeVpcs", {
      Vpcs: [
        { VpcId: "vpc-1", OwnerId: ACCOUNT, CidrBlock: "10.0.0.0/16", State: "available", IsDefault: false },
        {
          ...{ VpcId: "vpc-2", OwnerId: ACCOUNT, State: "available", IsDefault: false },
          CidrBlock: cidr ?? "10.1.0.0/16",
        },
      ],
    }),
    read("ec2:DescribeTransitGatewayAttachments", {
      TransitGatewayAttachments: [attached("a-1", "vpc-1"), attached("a-2", "vpc-2")],
    }),
    read("ec2:DescribeVpnConnections", {
      VpnConnections: [
        {
          ...{ VpnConnectionId: "vpn-1", State: "available", TransitGatewayId: "tgw-1" },
          Options: { TunnelOptions: tunnels.map((at) => ({ OutsideIpAddress: at, ...tunnel })) },
          VgwTelemetry: tunnels.map((at, index) => ({
            OutsideIpAddress: at,
            Status: index === 0 ? "UP" : status,
          })),
        },
      ],
    }),
    read("directconnect:DescribeVirtualInterfaces", {
      virtualInterfaces: [
        line("dxvif-1", "EqDC2", "dxcon-1"),
        line("dxvif-2", location ?? "EqLD5", "dxcon-2"),
      ],
    }),
    read("directconnect:DescribeDirectConnectGateways", {
      directConnectGateways: [
        {
          ...{ directConnectGatewayId: "dxg-1", directConnectGatewayName: "main", ownerAccount: ACCOUNT },
          ...{ directConnectGatewayState: "available", amazonSideAsn: 64512 },
        },
      ],
    }),
  ];
}

let policies: Compiled;
beforeAll(async () => {
  const compiled = await compiledFor({ config: { version: 1 }, folder: "." });
  const mine = compiled.manifest.policies.filter(({ id }) => id.startsWith("hybrid/"));
  policies = { ...compiled, manifest: { ...compiled.manifest, policies: mine } };
});
afterAll(shutdownCompiler);

function scanned(told: Told = {}, gaps: Batch["gaps"] = []): Promise<Report> {
  const parts = answers(told);
  const nodes = parts.flatMap((part) => part.nodes);
  return judged(policies, { batch: { nodes, edges: parts.flatMap(({ edges }) => edges), gaps } });
}

const found = async (told?: Told) =>
  (await scanned(told)).findings.map(({ policy }) => policy.replace("hybrid/", ""));
const EXPECTED = ["gateways_have_two_devices", "vpn_tunnels_prove_themselves_by_certificate"];

describe("hybrid links, from the provider's answers", () => {
  it("leave nothing but what this estate lacks", async () => {
    expect(new Set(await found())).toEqual(new Set(EXPECTED));
  });

  it.each<[string, Told]>([
    ["transit_gateways_ask_before_they_join", { accepts: "enable" }],
    ["vpn_tunnels_are_up", { status: "DOWN" }],
    ["vpn_tunnels_offer_strong_algorithms_only", { tunnel: { IkeVersions: [{ Value: "ikev2" }] } }],
    ["vpn_tunnels_use_ike_2", { tunnel: { ...OPTIONS, IkeVersions: [] } }],
    ["attached_networks_do_not_overlap", { cidr: "10.0.64.0/20" }],
    ["lines_end_in_two_locations", { location: "EqDC2" }],
  ])("find what breaks %s", async (policy, told) => {
    expect((await found(told)).filter((one) => !EXPECTED.includes(one))).toContain(policy);
  });

  it("are undecided where attachments or lines could not be seen", async () => {
    const denied = (kind: "attachment" | "virtual-interface") =>
      gap({ touches: { kinds: [kind], account: ACCOUNT, region: REGION } });
    const unknown = async (kind: "attachment" | "virtual-interface") =>
      (await scanned({}, [denied(kind)])).undecided.map(({ policy }) => policy);
    expect(await unknown("attachment")).toContain("hybrid/attached_networks_do_not_overlap");
    expect(await unknown("virtual-interface")).toContain("hybrid/lines_end_in_two_locations");
  });
});
