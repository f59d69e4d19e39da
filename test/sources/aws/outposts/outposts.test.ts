import { describe, expect, it } from "vitest";
import { withoutSecrets } from "../../../../src/sources/aws/secrets.js";
import { ACCOUNT, arn, arrows, nodeOf, OTHER, read } from "../harness.js";

const OUTPOST = `arn:aws:outposts:eu-west-1:${ACCOUNT}:outpost/op-1`;
const SITE = `arn:aws:outposts:eu-west-1:${ACCOUNT}:site/os-1`;

describe("an Outpost", () => {
  it("stands in its site and belongs to a zone", () => {
    const batch = read("outposts:ListOutposts", {
      Outposts: [
        {
          ...{ OutpostArn: OUTPOST, OutpostId: "op-1", Name: "plant", OwnerId: ACCOUNT, SiteArn: SITE },
          ...{ LifeCycleStatus: "ACTIVE", AvailabilityZone: "eu-west-1a", SupportedHardwareType: "RACK" },
          Tags: { team: "plant" },
        },
      ],
    });
    expect(nodeOf(batch, "op-1")).toMatchObject({
      ...{ id: OUTPOST, label: "plant (op-1)", tags: { team: "plant" } },
      is: { state: "active", zone: "eu-west-1a", hardware: "rack" },
    });
    expect(arrows(batch)).toEqual([`${OUTPOST} -site-> ${SITE}`]);
  });

  it("has what stands in its racks, and what may run on it", () => {
    const Assets = [
      {
        ...{ AssetId: "1", RackId: "r1", AssetType: "COMPUTE" },
        ComputeAttributes: {
          ...{ HostId: "h-1", State: "ACTIVE", InstanceFamilies: ["m5"] },
          InstanceTypeCapacities: [{ InstanceType: "m5.large", Count: 4 }],
        },
      },
    ];
    const assets = read("outposts:ListAssets", { Assets }, { input: { OutpostIdentifier: OUTPOST } });
    expect(nodeOf(assets, OUTPOST).is).toMatchObject({
      assets: [{ id: "1", rack: "r1", type: "compute", state: "active", families: ["m5"] }],
    });
    const InstanceTypes = [{ InstanceType: "m5.large" }, { InstanceType: "c5.large" }];
    const types = read(
      "outposts:GetOutpostInstanceTypes",
      { InstanceTypes },
      { input: { OutpostId: OUTPOST } },
    );
    expect(nodeOf(types, OUTPOST).is).toEqual({ instanceTypes: ["c5.large", "m5.large"] });
    const CapacityTasks = [{ CapacityTaskId: "cap-1", CapacityTaskStatus: "COMPLETED" }];
    const input = { OutpostIdentifierFilter: OUTPOST };
    expect(nodeOf(read("outposts:ListCapacityTasks", { CapacityTasks }, { input }), OUTPOST).is).toEqual({
      capacityTasks: [{ id: "cap-1", state: "completed", created: null, completed: null }],
    });
  });

  it("of which the assets were denied is a gap on itself", () => {
    const refusal = { Code: "AccessDeniedException", Message: "no" };
    const { gaps } = read(
      "outposts:ListAssets",
      { Error: refusal },
      { input: { OutpostIdentifier: OUTPOST } },
    );
    expect(gaps).toMatchObject([{ reason: "denied", touches: { nodes: [OUTPOST] } }]);
  });

  it("holds subnets and local gateways", () => {
    const subnet = { SubnetId: "subnet-1", VpcId: "vpc-1", CidrBlock: "10.0.0.0/24", OutpostArn: OUTPOST };
    expect(arrows(read("ec2:DescribeSubnets", { Subnets: [subnet] }))).toContain(
      `${arn("subnet/subnet-1")} -outpost-> ${OUTPOST}`,
    );
    const gateway = { LocalGatewayId: "lgw-1", OutpostArn: OUTPOST };
    expect(arrows(read("ec2:DescribeLocalGateways", { LocalGateways: [gateway] }))).toEqual([
      `${arn("local-gateway/lgw-1")} -outpost-> ${OUTPOST}`,
    ]);
  });
});

describe("the site of an Outpost", () => {
  const site = (RackPhysicalProperties: object) =>
    read("outposts:ListSites", {
      Sites: [
        {
          SiteArn: SITE,
          SiteId: "os-1",
          Name: "hall",
          OperatingAddressCountryCode: "de",
          RackPhysicalProperties,
        },
      ],
    });

  it("lies in a country, and has so many uplinks", () => {
    const batch = site({ UplinkGbps: "UPLINK_10G", UplinkCount: "UPLINK_COUNT_1" });
    expect(nodeOf(batch, "os-1").is).toMatchObject({ country: "DE", uplinkGbps: 10, uplinks: 1 });
    expect(batch.gaps).toEqual([]);
  });

  it("with uplinks that cannot be counted leaves a gap", () => {
    expect(site({ UplinkCount: "MANY" }).gaps).toMatchObject([
      { reason: "unparsed", touches: { nodes: [SITE] } },
    ]);
  });

  it("tells of its address no more than country, area and city", () => {
    const output = withoutSecrets({
      SiteId: "os-1",
      Address: {
        ...{ ContactName: "CANARY", ContactPhoneNumber: "CANARY", AddressLine1: "CANARY" },
        ...{ City: "Jena", StateOrRegion: "TH", CountryCode: "DE" },
      },
    });
    const batch = read("outposts:GetSiteAddress", output, { input: { SiteId: SITE } });
    expect(nodeOf(batch, SITE).is).toEqual({ country: "DE", city: "Jena", area: "TH" });
    expect(JSON.stringify([batch, output])).not.toContain("CANARY");
  });

  it("without an address yet is no gap", () => {
    const refusal = { Code: "NotFoundException", Message: "no" };
    expect(read("outposts:GetSiteAddress", { Error: refusal }, { input: { SiteId: SITE } }).gaps).toEqual([]);
  });
});

describe("lines of a local gateway", () => {
  it("are bundled, and tables send traffic over the bundle", () => {
    const group = { LocalGatewayVirtualInterfaceGroupId: "lgw-vif-grp-1", OwnerId: ACCOUNT };
    const groups = read("ec2:DescribeLocalGatewayVirtualInterfaceGroups", {
      LocalGatewayVirtualInterfaceGroups: [
        { ...group, LocalGatewayVirtualInterfaceIds: ["lgw-vif-1"], LocalBgpAsn: 64512 },
      ],
    });
    const id = arn("local-gateway-virtual-interface-group/lgw-vif-grp-1");
    expect(nodeOf(groups, id).is).toMatchObject({ members: 1, asn: 64512 });
    const tables = read("ec2:DescribeLocalGatewayRouteTableVirtualInterfaceGroupAssociations", {
      LocalGatewayRouteTableVirtualInterfaceGroupAssociations: [
        { ...group, LocalGatewayRouteTableId: "lgw-rtb-1", State: "associated" },
      ],
    });
    expect([...arrows(groups), ...arrows(tables)]).toEqual([
      `${id} -virtual_interfaces-> lgw-vif-1`,
      `${id} -route_tables-> lgw-rtb-1`,
    ]);
  });
});

describe("a pool of customer-owned addresses", () => {
  it("tells who uses which", () => {
    const CoipAddressUsages = [{ CoIp: "192.0.2.7", AwsAccountId: OTHER, AllocationId: "eipalloc-1" }];
    const batch = read(
      "ec2:GetCoipPoolUsage",
      { CoipAddressUsages },
      { input: { PoolId: "ipv4pool-coip-1" } },
    );
    expect(nodeOf(batch, arn("coip-pool/ipv4pool-coip-1")).is).toEqual({
      uses: [{ address: "192.0.2.7", account: OTHER, service: null, allocation: "eipalloc-1" }],
    });
  });
});

describe("a bucket on an Outpost", () => {
  const BUCKET = `arn:aws:s3-outposts:eu-west-1:${ACCOUNT}:outpost/op-1/bucket/logs`;

  it("lies there, with its policy", () => {
    const RegionalBucketList = [
      { Bucket: "logs", BucketArn: BUCKET, OutpostId: "op-1", PublicAccessBlockEnabled: true },
    ];
    const input = { AccountId: ACCOUNT, OutpostId: "op-1" };
    const list = read("s3control:ListRegionalBuckets", { RegionalBucketList }, { input });
    expect(nodeOf(list, "logs").is).toMatchObject({ storeType: "bucket", outpost: "op-1", isPublic: false });
    expect(arrows(list)).toEqual([`${BUCKET} -outpost-> op-1`]);
    const one = { input: { AccountId: ACCOUNT, Bucket: BUCKET } };
    const policy = read("s3control:GetBucketPolicy", { Policy: '{"Statement":[]}' }, one);
    expect(nodeOf(policy, BUCKET).is).toEqual({ policy: { Statement: [] } });
    const none = read("s3control:GetBucketPolicy", { Error: { Code: "NoSuchBucketPolicy" } }, one);
    expect([nodeOf(none, BUCKET).is, none.gaps]).toEqual([{ policy: null }, []]);
  });

  it("is asked by an endpoint with addresses of the network, or of the site", () => {
    const EndpointArn = `arn:aws:s3-outposts:eu-west-1:${ACCOUNT}:outpost/op-1/endpoint/1`;
    const endpoint = { EndpointArn, OutpostsId: "op-1", CidrBlock: "10.0.4.0/24", SubnetId: "subnet-1" };
    const Endpoints = [
      { ...endpoint, AccessType: "CustomerOwnedIp", CustomerOwnedIpv4Pool: "ipv4pool-coip-1" },
    ];
    const batch = read("s3outposts:ListEndpoints", { Endpoints });
    expect(batch.nodes[0]?.is).toMatchObject({
      access: "customer-owned",
      pool: "ipv4pool-coip-1",
      cidr: "10.0.4.0/24",
    });
  });
});
