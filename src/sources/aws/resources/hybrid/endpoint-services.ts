import { ec2Arn } from "../../arn.js";
import { eachEc2, ec2In } from "../../hybrid/asked.js";
import { identify, nodeBase } from "../../identity.js";
import { momentOf } from "../../moment.js";
import { type Resource, tokens } from "../../resource.js";
import { nameTag } from "../../tags.js";

/** What this account offers to others' networks. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ServiceConfiguration.html */
export const endpointServices: Resource = {
  service: "ec2",
  operation: "DescribeVpcEndpointServiceConfigurations",
  list: "ServiceConfigurations",
  actions: ["ec2:DescribeVpcEndpointServiceConfigurations"],
  kinds: ["endpoint-service"],
  types: ["aws.vpc-endpoint-service"],
  scope: "region",
  optional: true,
  paging: tokens(1000),
  normalize({ items, draft }) {
    for (const raw of items) {
      const service = identify(raw, "vpc-endpoint-service", { idMember: "ServiceId" });
      if (service === null) continue;
      const { id: from, short, item } = service;
      const name = item.text("ServiceName") ?? short;
      const base = nodeBase(service, nameTag(service.tags) ?? name);
      const proof = item.child("PrivateDnsNameConfiguration");
      draft.node({
        ...{ ...base, kind: "endpoint-service", type: "aws.vpc-endpoint-service" },
        aliases: [...base.aliases, name],
        is: {
          ...{ name, state: (item.text("ServiceState") ?? "unknown").toLowerCase() },
          types: item
            .list("ServiceType")
            .flatMap((one) => one.text("ServiceType") ?? [])
            .sort(),
          acceptanceRequired: item.flag("AcceptanceRequired"),
          addressTypes: item.texts("SupportedIpAddressTypes").sort(),
          privateName: item.text("PrivateDnsName"),
          privateNameState: proof?.text("State") ?? null,
          regions: item
            .list("SupportedRegions")
            .flatMap((one) => one.text("Region") ?? [])
            .sort(),
          zones: item.texts("AvailabilityZones").sort(),
          remoteAccess: item.flag("RemoteAccessEnabled"),
        },
      });
      for (const member of ["NetworkLoadBalancerArns", "GatewayLoadBalancerArns"])
        for (const to of item.texts(member))
          draft.edge({ from, relation: "leads_to", to, pointer: `${item.pointer}/${member}` });
    }
  },
};

const asked = ec2In("ServiceId", "vpc-endpoint-service");

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AllowedPrincipal.html */
export const endpointServicePermissions: Resource = {
  service: "ec2",
  operation: "DescribeVpcEndpointServicePermissions",
  list: "AllowedPrincipals",
  actions: ["ec2:DescribeVpcEndpointServicePermissions"],
  kinds: ["endpoint-service"],
  types: ["aws.vpc-endpoint-service"],
  scope: "region",
  optional: true,
  needsEnvelope: true,
  paging: tokens(1000),
  each: eachEc2("DescribeVpcEndpointServiceConfigurations", "ServiceId", "vpc-endpoint-service"),
  normalize({ items, input, draft }) {
    const id = asked(input, draft.place);
    if (id === null) return;
    const label = String(input["ServiceId"]);
    const principals = items.flatMap((raw) => {
      const item = raw.about(id);
      const principal = item.text("Principal");
      if (principal === null) item.gap("unparsed", "An endpoint service allows somebody who is not named");
      return principal === null
        ? []
        : [{ type: (item.text("PrincipalType") ?? "unknown").toLowerCase(), principal }];
    });
    draft.node({
      ...{ id, kind: "endpoint-service", type: "aws.vpc-endpoint-service", label, aliases: [label] },
      ...{ is: { principals }, native: {}, pointer: "" },
    });
  },
};

/** Endpoints that others made to a service. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcEndpointConnection.html */
export const endpointConnections: Resource = {
  service: "ec2",
  operation: "DescribeVpcEndpointConnections",
  list: "VpcEndpointConnections",
  actions: ["ec2:DescribeVpcEndpointConnections"],
  kinds: ["endpoint-connection"],
  types: ["aws.vpc-endpoint-connection"],
  scope: "region",
  optional: true,
  neededWith: ["ec2:DescribeVpcEndpointServiceConfigurations"],
  paging: tokens(1000),
  normalize({ items, draft }) {
    for (const raw of items) {
      const [service, endpoint] = [raw.text("ServiceId"), raw.text("VpcEndpointId")];
      if (service === null || endpoint === null) {
        raw.gap("unparsed", `${draft.place.call} answered with a connection that does not name its two ends`);
        continue;
      }
      const id = `${ec2Arn(draft.place, `vpc-endpoint-service/${service}`)}#connection/${endpoint}`;
      const item = raw.about(id);
      draft.node({
        ...{ id, kind: "endpoint-connection", type: "aws.vpc-endpoint-connection" },
        ...{ label: `${endpoint} to ${service}`, native: item.json, pointer: item.pointer },
        is: {
          ...{ state: (item.text("VpcEndpointState") ?? "unknown").toLowerCase(), endpoint },
          endpointAccount: item.text("VpcEndpointOwner"),
          endpointRegion: item.text("VpcEndpointRegion"),
          created: momentOf(item, "CreationTimestamp"),
        },
      });
      draft.edge({ from: id, relation: "service", to: service, pointer: item.pointer });
    }
  },
};
