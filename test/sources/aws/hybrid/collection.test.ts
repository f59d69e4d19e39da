import type { ServerResponse } from "node:http";
import { describe, expect, it } from "vitest";
import { assemble } from "../../../../src/graph/index.js";
import { collectAws } from "../../../../src/sources/aws/index.js";
import { afterEachTest, pointedAt } from "../../../setup/ends.js";
import { emptyAnswer, type QueryCall, signedFor, startQueryServer } from "../../../setup/query-server.js";
import { bareLines, rereadFromFolder } from "../exported.js";
import { ACCOUNT, gather, REGION, type Whole } from "../harness.js";

const OUTPOST = `arn:aws:outposts:${REGION}:${ACCOUNT}:outpost/op-1`;
const SITE = `arn:aws:outposts:${REGION}:${ACCOUNT}:site/os-1`;
const SHARE = `arn:aws:ram:${REGION}:${ACCOUNT}:resource-share/1`;
const PROFILE = `arn:aws:route53profiles:${REGION}:${ACCOUNT}:profile/rp-1`;
const ACCELERATOR = `arn:aws:globalaccelerator::${ACCOUNT}:accelerator/a1`;
const CORE = `arn:aws:networkmanager::${ACCOUNT}:core-network/core-1`;
const MESH = `arn:aws:vpc-lattice:${REGION}:${ACCOUNT}:servicenetwork/sn-1`;
const at = encodeURIComponent;

/** By what a request is signed for, and its target or path. */
const ANSWERS: Readonly<Record<string, object>> = {
  "outposts /outposts": {
    Outposts: [{ OutpostArn: OUTPOST, OutpostId: "op-1", SiteArn: SITE, AvailabilityZone: "eu-west-1a" }],
  },
  [`outposts /outposts/${at(OUTPOST)}/instanceTypes`]: { InstanceTypes: [{ InstanceType: "m5.large" }] },
  [`outposts /outposts/${at(OUTPOST)}/assets`]: { Assets: [] },
  "outposts /capacity/tasks": { CapacityTasks: [] },
  "outposts /sites": { Sites: [{ SiteArn: SITE, SiteId: "os-1", OperatingAddressCountryCode: "DE" }] },
  [`outposts /sites/${at(SITE)}/address`]: {
    SiteId: "os-1",
    AddressType: "OPERATING_ADDRESS",
    Address: { ContactName: "CANARY-name", AddressLine1: "CANARY-street", CountryCode: "DE", City: "Jena" },
  },
  "s3-outposts /S3Outposts/ListSharedEndpoints": { Endpoints: [] },
  "ram /getresourceshares": {
    resourceShares: [{ resourceShareArn: SHARE, name: "hub", owningAccountId: ACCOUNT }],
  },
  "ram /listresources": { resources: [{ arn: OUTPOST, type: "outposts:Outpost" }] },
  "ram /listprincipals": { principals: [{ id: "o-1", external: false }] },
  "route53profiles /profiles": { ProfileSummaries: [{ Arn: PROFILE, Id: "rp-1", Name: "all" }] },
  "route53profiles /profileresourceassociations/profileid/rp-1": {
    ProfileResourceAssociations: [],
  },
  "globalaccelerator GlobalAccelerator_V20180706.ListAccelerators": {
    Accelerators: [{ AcceleratorArn: ACCELERATOR, Name: "edge", Enabled: true }],
  },
  "globalaccelerator GlobalAccelerator_V20180706.ListListeners": {
    Listeners: [{ ListenerArn: `${ACCELERATOR}/listener/l1`, Protocol: "TCP" }],
  },
  "globalaccelerator GlobalAccelerator_V20180706.ListEndpointGroups": {
    EndpointGroups: [{ EndpointGroupArn: `${ACCELERATOR}/listener/l1/endpoint-group/g1` }],
  },
  "globalaccelerator GlobalAccelerator_V20180706.DescribeAcceleratorAttributes": {
    AcceleratorAttributes: { FlowLogsEnabled: false },
  },
  "networkmanager /core-networks": { CoreNetworks: [{ CoreNetworkArn: CORE, CoreNetworkId: "core-1" }] },
  "networkmanager /core-networks/core-1": { CoreNetwork: { CoreNetworkArn: CORE, CoreNetworkId: "core-1" } },
  "networkmanager /core-networks/core-1/core-network-policy": {
    CoreNetworkPolicy: { CoreNetworkId: "core-1", PolicyDocument: '{"version":"2021.12"}' },
  },
  "vpc-lattice /servicenetworks": {
    items: [{ arn: MESH, id: "sn-1", name: "mesh", numberOfAssociatedVPCs: 0 }],
  },
  [`vpc-lattice /servicenetworks/${at(MESH)}`]: { arn: MESH, id: "sn-1", name: "mesh", authType: "NONE" },
  "vpc-lattice /servicenetworkvpcassociations": { items: [] },
  "vpc-lattice /servicenetworkserviceassociations": { items: [] },
  "waf-regional AWSWAF_Regional_20161128.ListWebACLs": { WebACLs: [{ WebACLId: "0123", Name: "old" }] },
  "waf-regional AWSWAF_Regional_20161128.GetWebACL": {
    WebACL: { WebACLId: "0123", Name: "old", DefaultAction: { Type: "ALLOW" }, Rules: [] },
  },
  "waf-regional AWSWAF_Regional_20161128.ListResourcesForWebACL": { ResourceArns: [] },
};

const BUCKET = `arn:aws:s3-outposts:${REGION}:${ACCOUNT}:outpost/op-1/bucket/logs`;
/** S3 speaks XML, and is told the Outpost in a header. */
const XML: Readonly<Record<string, string>> = {
  "/v20180820/bucket": `<ListRegionalBucketsResult><RegionalBucketList><RegionalBucket><Bucket>logs</Bucket><BucketArn>${BUCKET}</BucketArn><OutpostId>op-1</OutpostId><PublicAccessBlockEnabled>true</PublicAccessBlockEnabled></RegionalBucket></RegionalBucketList></ListRegionalBucketsResult>`,
  "/v20180820/bucket/logs/policy":
    '<GetBucketPolicyResult><Policy>{"Version":"2012-10-17"}</Policy></GetBucketPolicyResult>',
  "/v20180820/accesspoint": "<ListAccessPointsResult><AccessPointList/></ListAccessPointsResult>",
};

const ZONES =
  '<?xml version="1.0"?><DescribeAvailabilityZonesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><availabilityZoneInfo><item><zoneName>eu-west-1a</zoneName><zoneState>available</zoneState></item><item><zoneName>eu-west-1b</zoneName></item></availabilityZoneInfo></DescribeAvailabilityZonesResponse>';

const undo = afterEachTest();

async function collected(denied: readonly string[] = []): Promise<Whole & { asked: string[] }> {
  const asked: string[] = [];
  const handle = (call: QueryCall, response: ServerResponse): boolean => {
    const { service, asks } = signedFor(call);
    const question = `${service} ${asks}`;
    const answer = ANSWERS[question];
    const outpost = call.request.headers["x-amz-outpost-id"];
    if (call.call === "ec2:DescribeAvailabilityZones") response.end(ZONES);
    else if (outpost === "op-1" && XML[asks] !== undefined) response.end(XML[asks]);
    else if (denied.includes(question))
      response.writeHead(403, { "x-amzn-errortype": "AccessDeniedException" }).end('{"message":"no"}');
    else if (answer !== undefined) {
      asked.push(question);
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer));
    } else if (question === `vpc-lattice /authpolicy/${at(MESH)}`)
      response.writeHead(404, { "x-amzn-errortype": "ResourceNotFoundException" }).end('{"message":"none"}');
    else response.end(emptyAnswer(call) ?? "");
    return true;
  };
  pointedAt(await startQueryServer(handle), undo);
  return { ...(await gather(collectAws({ attempts: 1 }))), asked };
}

const OURS =
  /^(?:outposts|s3control|s3outposts|ram|route53profiles|rolesanywhere|globalaccelerator|networkmanager|vpc-lattice|waf|waf-regional):|ClientVpn|DirectConnectGatewayAtt|DhcpOptions|Zones|RouteServer|Mirror|EndpointService|EndpointConn|EncryptionControls|GroupVpc|VirtualInterfaceGroup|VpcEndpointAssoc|TLSInsp|DescribeLags|DescribeLocations|DescribeConnections/;
const gapsOf = ({ gaps }: Pick<Whole, "gaps">) =>
  gaps
    .filter(({ at: { call = "" }, reason }) => OURS.test(call) && reason !== "unmodelled")
    .map(({ reason, at: { call }, touches }) => [reason, call, touches]);

describe("a collection of links, shares and Outposts", () => {
  it("asks about every Outpost, share, profile, accelerator and core network, and misses nothing", async () => {
    const whole = await collected();
    expect(gapsOf(whole)).toEqual([]);
    const missed = Object.keys(ANSWERS).filter((question) => !whole.asked.includes(question));
    expect(missed).toEqual([]);
    // Its own shares, and those of others.
    expect(whole.asked.filter((question) => question === "ram /getresourceshares")).toHaveLength(2);
    expect(JSON.stringify(whole)).not.toContain("CANARY");
    const graph = assemble([whole]);
    expect(graph.step(OUTPOST, "site")?.ids).toEqual([SITE]);
    expect(graph.step(OUTPOST, "shared_by")?.ids).toEqual([SHARE]);
    expect(graph.node(SITE)?.is).toMatchObject({ country: "DE", city: "Jena" });
    expect(graph.node(BUCKET)?.is).toMatchObject({ outpost: "op-1", policy: { Version: "2012-10-17" } });
    expect(graph.step(OUTPOST, "holds")?.ids).toEqual([BUCKET]);
    expect(graph.node(MESH)?.is).toMatchObject({ authentication: "none", policy: null });
    expect(graph.node(CORE)?.is).toMatchObject({ corePolicy: { version: "2021.12" } });
  });

  it.each([
    ["outposts /outposts", { kinds: ["outpost", "data-store", "store-endpoint"] }],
    [`outposts /sites/${at(SITE)}/address`, { nodes: [SITE] }],
    ["ram /getresourceshares", { kinds: ["resource-share"] }],
    ["ram /listprincipals", { nodes: [SHARE] }],
    ["rolesanywhere /trustanchors", { kinds: ["identity-provider"] }],
    ["waf-regional AWSWAF_Regional_20161128.GetWebACL", { nodes: [expect.stringContaining("webacl/0123")] }],
    ["networkmanager /core-networks/core-1/core-network-policy", { nodes: ["core-1"] }],
  ])("that is denied %s has a gap that says what it hides", async (question, touches) => {
    const [first] = gapsOf(await collected([question]));
    expect(first).toMatchObject(["denied", expect.any(String), touches]);
  });

  it("exported and collected from the files is the same graph", async () => {
    const whole = await collected();
    const again = await rereadFromFolder({ answers: [...whole.answers].reverse() });
    expect(bareLines(again)).toEqual(bareLines(whole));
  });
});
