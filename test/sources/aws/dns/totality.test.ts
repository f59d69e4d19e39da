import fc from "fast-check";
import { describe, it } from "vitest";
import type { Json } from "../../../../src/model/index.js";
import { DNS } from "../../../../src/sources/aws/resources/dns/index.js";
import { expectRead, madeUp } from "../made-up.js";

const MEMBERS =
  "Id Arn Name Type OwnerId Status HostedZone DelegationSet NameServers VPCs VPCId VPCRegion Config PrivateZone Comment ResourceRecordSetCount LinkedService ServicePrincipal SetIdentifier Weight Region Failover GeoLocation CountryCode GeoProximityLocation Coordinates Bias CidrRoutingConfig CollectionId MultiValueAnswer TTL ResourceRecords Value AliasTarget HostedZoneId DNSName EvaluateTargetHealth HealthCheckId TrafficPolicyInstanceId HealthCheckConfig IPAddress Port FullyQualifiedDomainName Regions ChildHealthChecks AlarmIdentifier KeySigningKeys ServeSignature ResourceTagSet ResourceType ResourceId Tags Key DomainName Nameservers Expiry CreationDate StatusList DnssecKeys Digest Direction SecurityGroupIds HostVPCId Protocols IpAddresses Ip Ipv6 SubnetId TargetIps RuleType ResolverEndpointId ResolverRuleId DestinationArn FirewallRuleGroupId FirewallDomainListId FirewallThreatProtectionId FirewallRuleType DnsThreatProtection Priority Action BlockOverrideDomain Qtype MutationProtection Domains FirewallFailOpen AutodefinedReverse ValidationStatus Properties DnsProperties DnsConfig DnsRecords HealthCheckCustomConfig VpcId EnableDnsSupport Owner OwningAccount OwningService IsTruncated NextToken __proto__".split(
    " ",
  );
const VALUES: Json[] = [
  "Z1",
  "/hostedzone/Z1",
  "/",
  "arn:aws:route53resolver:eu-west-1:111122223333:resolver-rule/r",
  "111122223333",
  "Route 53 Resolver",
  "\\052.example.com.",
  "example.com",
  "a\\",
  "A",
  "TXT",
  "MX",
  "CAA",
  '"a" "b',
  "10 mail.example.com",
  "192.0.2.1",
  "hostedzone",
  "DNS_PRIVATE",
  "USE_LOCAL_RESOURCE_SETTING",
  "2027-01-01T00:00:00Z",
  1e300,
  "",
  "\u0000",
];

const json = madeUp({ members: MEMBERS, values: VALUES });

const input = fc.record(
  {
    HostedZoneId: json.value,
    Id: json.value,
    ResourceId: json.value,
    VPCId: json.value,
    ResolverEndpointId: json.value,
    FirewallRuleGroupId: json.value,
    FirewallDomainListId: json.value,
    Filters: json.value,
    NextToken: json.value,
  },
  { requiredKeys: [] },
);
const ASKED = {
  ...{ HostedZoneId: "Z1", Id: "Z1", ResourceId: "vpc-1", VPCId: "vpc-1", ResolverEndpointId: "r" },
  ...{ FirewallRuleGroupId: "g", FirewallDomainListId: "l" },
  Filters: [{ Name: "NAMESPACE_ID", Values: ["ns-1"] }],
};

describe("what tells of names", () => {
  it("never throws, whatever was asked and answered, and gives facts of the kind's shape", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...DNS),
        fc.oneof(input, fc.constant(ASKED)),
        fc.oneof(fc.array(json.object, { maxLength: 4 }), json.value, json.object),
        (resource, asked, told) => {
          const output = {
            ...(resource.object === undefined ? {} : { ...(told as object) }),
            [resource.list]: told,
          };
          expectRead(resource, output, asked);
        },
      ),
      { numRuns: 3000 },
    );
  });
});
