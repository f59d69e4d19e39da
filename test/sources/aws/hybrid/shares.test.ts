import { describe, expect, it } from "vitest";
import { ACCOUNT, arn, arrows, nodeOf, OTHER, read } from "../harness.js";
import { CERTIFICATE } from "../identity/certificate.js";

const SHARE = `arn:aws:ram:eu-west-1:${ACCOUNT}:resource-share/1`;

describe("a share", () => {
  const asked = { input: { resourceShareArns: [SHARE], resourceOwner: "SELF" } };

  it("tells whose it is, and whether strangers may be added", () => {
    const share = { resourceShareArn: SHARE, name: "hub", owningAccountId: ACCOUNT, status: "ACTIVE" };
    const batch = read("ram:GetResourceShares", {
      resourceShares: [{ ...share, allowExternalPrincipals: true }],
    });
    expect(nodeOf(batch, SHARE).is).toEqual({
      ...{ name: "hub", owner: ACCOUNT, state: "active", mine: true, external: true, created: null },
    });
    const others = { ...share, resourceShareArn: SHARE.replace(ACCOUNT, OTHER), owningAccountId: OTHER };
    expect(read("ram:GetResourceShares", { resourceShares: [others] }).nodes[0]?.is).toMatchObject({
      mine: false,
    });
  });

  it("holds things, and leads to those that are in the graph", () => {
    const subnet = arn("subnet/subnet-1");
    const resources = [
      { arn: subnet, type: "ec2:Subnet", status: "AVAILABLE" },
      { arn: "arn:aws:glue:eu-west-1:1:catalog", type: "glue:Catalog" },
    ];
    const batch = read("ram:ListResources", { resources }, asked);
    expect(nodeOf(batch, SHARE).is).toMatchObject({
      resources: [{ resource: subnet }, { type: "glue:Catalog" }],
    });
    expect(arrows(batch)).toEqual([`${SHARE} -shares-> ${subnet}`]);
  });

  it("is shared with somebody, perhaps outside", () => {
    const principals = [{ id: OTHER, external: true }];
    expect(nodeOf(read("ram:ListPrincipals", { principals }, asked), SHARE).is).toEqual({
      principals: [{ principal: OTHER, external: true }],
    });
  });

  it("of which nobody says whose principals they are is a gap", () => {
    expect(read("ram:ListPrincipals", { principals: [] }).gaps).toMatchObject([{ reason: "unrecognized" }]);
  });
});

describe("a service for others' networks", () => {
  const SERVICE = arn("vpc-endpoint-service/vpce-svc-1");

  it("tells whether its owner admits each endpoint, and who may ask", () => {
    const ServiceConfigurations = [
      {
        ...{ ServiceId: "vpce-svc-1", ServiceName: "com.amazonaws.vpce.eu-west-1.vpce-svc-1" },
        ...{ AcceptanceRequired: false, NetworkLoadBalancerArns: ["arn:aws:elasticloadbalancing:x"] },
        PrivateDnsNameConfiguration: { State: "verified" },
      },
    ];
    const batch = read("ec2:DescribeVpcEndpointServiceConfigurations", { ServiceConfigurations });
    expect(nodeOf(batch, "com.amazonaws.vpce.eu-west-1.vpce-svc-1")).toMatchObject({
      id: SERVICE,
      is: { acceptanceRequired: false, privateNameState: "verified" },
    });
    expect(arrows(batch)).toEqual([`${SERVICE} -leads_to-> arn:aws:elasticloadbalancing:x`]);
    const AllowedPrincipals = [{ PrincipalType: "All", Principal: "*" }];
    const input = { ServiceId: "vpce-svc-1" };
    const permissions = read("ec2:DescribeVpcEndpointServicePermissions", { AllowedPrincipals }, { input });
    expect(nodeOf(permissions, SERVICE).is).toEqual({ principals: [{ type: "all", principal: "*" }] });
  });

  it("is used by endpoints of others", () => {
    const VpcEndpointConnections = [
      {
        ServiceId: "vpce-svc-1",
        VpcEndpointId: "vpce-9",
        VpcEndpointOwner: OTHER,
        VpcEndpointState: "available",
      },
    ];
    const batch = read("ec2:DescribeVpcEndpointConnections", { VpcEndpointConnections });
    expect(batch.nodes[0]?.is).toMatchObject({
      endpoint: "vpce-9",
      endpointAccount: OTHER,
      state: "available",
    });
  });
});

describe("services that networks share", () => {
  const NETWORK = `arn:aws:vpc-lattice:eu-west-1:${ACCOUNT}:servicenetwork/sn-1`;
  const SERVICE = `arn:aws:vpc-lattice:eu-west-1:${ACCOUNT}:service/svc-1`;

  it("tell who may ask them", () => {
    const own = { arn: NETWORK, id: "sn-1", name: "mesh" };
    const network = read("vpc-lattice:GetServiceNetwork", {
      ...own,
      authType: "AWS_IAM",
      sharingConfig: { enabled: true },
    });
    expect(nodeOf(network, NETWORK).is).toEqual({ name: "mesh", authentication: "aws_iam", sharing: true });
    const service = read("vpc-lattice:GetService", {
      arn: SERVICE,
      id: "svc-1",
      name: "pay",
      authType: "NONE",
    });
    expect(nodeOf(service, SERVICE).is).toMatchObject({ authentication: "none" });
    const policy = read(
      "vpc-lattice:GetAuthPolicy",
      { policy: '{"Statement":[]}', state: "Active" },
      { input: { resourceIdentifier: SERVICE } },
    );
    expect(nodeOf(policy, SERVICE)).toMatchObject({
      kind: "network-service",
      is: { policy: { Statement: [] } },
    });
  });

  it("are joined by associations, which filters guard", () => {
    const ASSOCIATION = `arn:aws:vpc-lattice:eu-west-1:${ACCOUNT}:servicenetworkvpcassociation/snva-1`;
    const one = {
      arn: ASSOCIATION,
      id: "snva-1",
      status: "ACTIVE",
      serviceNetworkArn: NETWORK,
      vpcId: "vpc-1",
    };
    const input = { serviceNetworkIdentifier: NETWORK };
    const list = read("vpc-lattice:ListServiceNetworkVpcAssociations", { items: [one] }, { input });
    expect(arrows(list)).toEqual([
      `${ASSOCIATION} -network-> vpc-1`,
      `${ASSOCIATION} -service_network-> ${NETWORK}`,
    ]);
    const guarded = read("vpc-lattice:GetServiceNetworkVpcAssociation", {
      ...one,
      securityGroupIds: ["sg-1"],
    });
    expect(arrows(guarded)).toEqual([`${ASSOCIATION} -filters-> sg-1`]);
  });
});

describe("an accelerator", () => {
  const ACCELERATOR = `arn:aws:globalaccelerator::${ACCOUNT}:accelerator/a1`;

  it("is an entry point with addresses of its own", () => {
    const Accelerators = [
      {
        ...{
          AcceleratorArn: ACCELERATOR,
          Name: "edge",
          Enabled: true,
          DnsName: "a1.awsglobalaccelerator.com",
        },
        IpSets: [{ IpAddresses: ["192.0.2.10", "192.0.2.9"] }],
      },
    ];
    const batch = read("globalaccelerator:ListAccelerators", { Accelerators });
    expect(nodeOf(batch, ACCELERATOR)).toMatchObject({
      kind: "entry-point",
      is: { entryType: "accelerator", public: true, addresses: ["192.0.2.10", "192.0.2.9"] },
    });
  });

  it("listens, and leads to what answers", () => {
    const listener = `${ACCELERATOR}/listener/l1`;
    const Listeners = [
      { ListenerArn: listener, Protocol: "TCP", PortRanges: [{ FromPort: 443, ToPort: 443 }] },
    ];
    const input = { AcceleratorArn: ACCELERATOR };
    expect(nodeOf(read("globalaccelerator:ListListeners", { Listeners }, { input }), ACCELERATOR).is).toEqual(
      {
        acceleratorListeners: [{ id: listener, protocol: "tcp", ports: [{ from: 443, to: 443 }] }],
      },
    );
    const group = `${listener}/endpoint-group/g1`;
    const EndpointGroups = [
      {
        ...{ EndpointGroupArn: group, EndpointGroupRegion: "us-east-1", TrafficDialPercentage: 50.5 },
        EndpointDescriptions: [
          { EndpointId: "i-1", HealthState: "HEALTHY", ClientIPPreservationEnabled: true },
        ],
      },
    ];
    const groups = read(
      "globalaccelerator:ListEndpointGroups",
      { EndpointGroups },
      { input: { ListenerArn: listener } },
    );
    expect(groups.nodes[0]?.is).toMatchObject({ listener, trafficPercent: 50.5, endpoints: [{ id: "i-1" }] });
    expect(arrows(groups)).toEqual([
      `${group} -accelerator-> ${ACCELERATOR}`,
      `${group} -leads_to-> i-1 in us-east-1`,
    ]);
  });

  it("writes down who came, or does not", () => {
    const input = { AcceleratorArn: ACCELERATOR };
    const of = (AcceleratorAttributes: object) =>
      read("globalaccelerator:DescribeAcceleratorAttributes", { AcceleratorAttributes }, { input }).nodes[0]
        ?.is;
    expect(of({ FlowLogsEnabled: false })).toEqual({ accessLogs: null });
    expect(of({ FlowLogsEnabled: true, FlowLogsS3Bucket: "logs" })).toMatchObject({
      accessLogs: { destination: "logs" },
    });
  });
});

describe("a network around the world", () => {
  const CORE = `arn:aws:networkmanager::${ACCOUNT}:core-network/core-1`;

  it("has a core, with segments and the policy that is in force", () => {
    const CoreNetwork = {
      ...{ CoreNetworkArn: CORE, CoreNetworkId: "core-1", GlobalNetworkId: "g-1" },
      Segments: [{ Name: "prod", EdgeLocations: ["eu-west-1"], SharedSegments: [] }],
      Edges: [{ EdgeLocation: "eu-west-1", Asn: 64512 }],
    };
    const core = read("networkmanager:GetCoreNetwork", { CoreNetwork });
    expect(nodeOf(core, "core-1").is).toMatchObject({
      core: { segments: [{ name: "prod", regions: ["eu-west-1"] }], edges: [{ asn: 64512 }] },
    });
    const CoreNetworkPolicy = { PolicyDocument: '{"version":"2021.12","segments":[]}' };
    const input = { CoreNetworkId: "core-1", Alias: "LIVE" };
    const policy = read("networkmanager:GetCoreNetworkPolicy", { CoreNetworkPolicy }, { input });
    expect(nodeOf(policy, CORE).is).toEqual({ corePolicy: { version: "2021.12", segments: [] } });
  });

  it("has attachments, and says that what goes through them is not modelled", () => {
    const vpc = arn("vpc/vpc-1");
    const one = {
      AttachmentId: "attachment-1",
      CoreNetworkArn: CORE,
      AttachmentType: "VPC",
      ResourceArn: vpc,
    };
    const batch = read("networkmanager:ListAttachments", {
      Attachments: [{ ...one, SegmentName: "prod", EdgeLocation: "eu-west-1" }],
    });
    const id = `arn:aws:networkmanager::${ACCOUNT}:attachment/attachment-1`;
    expect(nodeOf(batch, id).is).toMatchObject({ attachmentType: "vpc", segment: "prod", resource: "vpc-1" });
    expect(arrows(batch)).toEqual([`${id} -gateway-> ${CORE}`, `${id} -network-> ${vpc}`]);
    expect(batch.gaps).toMatchObject([
      { reason: "unmodelled", touches: { nodes: [id], facts: ["carried"] } },
    ]);
  });

  it("has sites, devices and lines that somebody wrote down", () => {
    const own = { GlobalNetworkId: "g-1", SiteId: "site-1" };
    const input = { GlobalNetworkId: "g-1" };
    const site = `arn:aws:networkmanager::${ACCOUNT}:site/g-1/site-1`;
    const sites = read(
      "networkmanager:GetSites",
      { Sites: [{ ...own, SiteArn: site, Location: { Latitude: "50.9" } }] },
      { input },
    );
    expect(nodeOf(sites, "site-1")).toMatchObject({
      kind: "site",
      is: { siteType: "written-down", latitude: "50.9" },
    });
    const link = `arn:aws:networkmanager::${ACCOUNT}:link/g-1/link-1`;
    const Links = [
      { ...own, LinkId: "link-1", LinkArn: link, Bandwidth: { DownloadSpeed: 100 }, Provider: "Carrier" },
    ];
    const links = read("networkmanager:GetLinks", { Links }, { input });
    expect(nodeOf(links, "link-1").is).toMatchObject({
      circuitType: "uplink",
      mbps: 100,
      provider: "Carrier",
    });
    expect(arrows(links)).toEqual([`${link} -global_network-> g-1`, `${link} -site-> site-1`]);
  });
});

describe("a DNS profile", () => {
  const PROFILE = `arn:aws:route53profiles:eu-west-1:${ACCOUNT}:profile/rp-1`;

  it("holds zones and rules, and networks follow it", () => {
    const zone = "arn:aws:route53:::hostedzone/Z1";
    const ProfileResourceAssociations = [
      { ResourceArn: zone, ResourceType: "PRIVATE_HOSTED_ZONE", Status: "COMPLETE" },
    ];
    const held = read(
      "route53profiles:ListProfileResourceAssociations",
      { ProfileResourceAssociations },
      { input: { ProfileId: "rp-1" } },
    );
    expect(nodeOf(held, "rp-1").is).toMatchObject({
      resources: [{ resource: zone, type: "private_hosted_zone" }],
    });
    expect(arrows(held)).toEqual([`${PROFILE} -contains-> ${zone}`]);
    const ProfileAssociations = [
      { Id: "rpassoc-1", ProfileId: "rp-1", ResourceId: "vpc-1", Status: "COMPLETE" },
    ];
    const followed = read("route53profiles:ListProfileAssociations", { ProfileAssociations });
    expect(followed.edges.map(({ relation, to }) => [relation, to])).toEqual([
      ["associated", "rp-1"],
      ["network", "vpc-1"],
    ]);
  });
});

describe("machines outside", () => {
  const ANCHOR = `arn:aws:rolesanywhere:eu-west-1:${ACCOUNT}:trust-anchor/1`;
  const anchor = (sourceData: object) =>
    read("rolesanywhere:ListTrustAnchors", {
      trustAnchors: [{ trustAnchorArn: ANCHOR, name: "plant", enabled: true, source: { sourceData } }],
    });

  it("are vouched for by an authority", () => {
    const batch = anchor({ acmPcaArn: "arn:aws:acm-pca:x" });
    expect(nodeOf(batch, ANCHOR)).toMatchObject({
      kind: "identity-provider",
      is: { protocol: "x509", enabled: true, authority: "arn:aws:acm-pca:x", certificates: [] },
    });
    expect(batch.gaps).toEqual([]);
  });

  it("are vouched for by certificates, which end some day", () => {
    const bundle = `-----BEGIN CERTIFICATE-----\n${CERTIFICATE}\n-----END CERTIFICATE-----\n`;
    const batch = anchor({ x509CertificateData: bundle + bundle });
    expect(nodeOf(batch, ANCHOR).is).toMatchObject({
      certificates: [{ notAfter: "2026-12-21T09:16:53Z", keyType: "rsa", keyBits: 2048 }, {}],
    });
    expect(batch.gaps).toEqual([]);
  });

  it.each([
    {},
    { x509CertificateData: "none" },
    { x509CertificateData: "-----BEGIN CERTIFICATE-----\nAAAA\n" },
  ])("whose authority is %j leave a gap", (data) => {
    expect(anchor(data).gaps.map(({ touches }) => touches.nodes)).toEqual([[ANCHOR]]);
  });

  it("become roles, until their certificates are taken back", () => {
    const role = `arn:aws:iam::${ACCOUNT}:role/plant`;
    const profileArn = `arn:aws:rolesanywhere:eu-west-1:${ACCOUNT}:profile/1`;
    const profile = {
      profileArn,
      name: "plant",
      roleArns: [role],
      durationSeconds: 3600,
      sessionPolicy: '{"Statement":[]}',
    };
    const batch = read("rolesanywhere:ListProfiles", { profiles: [profile] });
    expect(batch.nodes[0]?.is).toMatchObject({
      sessionSeconds: 3600,
      sessionPolicy: { Statement: [] },
      roles: [role],
    });
    expect(arrows(batch)).toEqual([`${profileArn} -roles-> ${role}`]);
    const crlArn = `arn:aws:rolesanywhere:eu-west-1:${ACCOUNT}:crl/1`;
    const crls = read("rolesanywhere:ListCrls", {
      crls: [{ crlArn, enabled: true, crlData: "AAAA", trustAnchorArn: ANCHOR }],
    });
    expect(arrows(crls)).toEqual([`${crlArn} -trust_anchor-> ${ANCHOR}`]);
    expect(JSON.stringify(crls)).not.toContain("AAAA");
  });
});

describe("a web ACL of WAF Classic", () => {
  const ACL = `arn:aws:waf-regional:eu-west-1:${ACCOUNT}:webacl/0123`;

  it("is a web ACL whose rules are named, and what they look for is a gap", () => {
    const Rules = [{ Priority: 1, RuleId: "r1", Action: { Type: "BLOCK" }, Type: "REGULAR" }];
    const WebACL = { WebACLId: "0123", Name: "old", DefaultAction: { Type: "ALLOW" }, Rules };
    const batch = read("waf-regional:GetWebACL", { WebACL }, { input: { WebACLId: "0123" } });
    expect(nodeOf(batch, "0123")).toMatchObject({
      ...{ id: ACL, type: "aws.waf-classic-web-acl" },
      is: { name: "old", reach: "regional", defaultAction: "allow", unmodelled: ["rules"] },
    });
    expect(batch.nodes[1]?.is).toEqual({ order: 1, rule: "r1", ruleType: "regular", action: "block" });
    expect(batch.gaps).toMatchObject([{ reason: "unmodelled", touches: { nodes: [ACL] } }]);
  });

  it("protects load balancers and stages", () => {
    const balancer = `arn:aws:elasticloadbalancing:eu-west-1:${ACCOUNT}:loadbalancer/app/a/1`;
    const input = { WebACLId: "0123", ResourceType: "APPLICATION_LOAD_BALANCER" };
    const batch = read("waf-regional:ListResourcesForWebACL", { ResourceArns: [balancer] }, { input });
    expect(arrows(batch)).toEqual([`${balancer} -web_acl-> ${ACL}`]);
  });
});
