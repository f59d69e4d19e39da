import type { JsonObject } from "../../../src/model/index.js";
import { ACCOUNT, OTHER, REGION } from "../aws/harness.js";

/** One resource, as AWS Config records it and as the API answers. */
export interface BothWays {
  readonly type: string;
  readonly call: string;
  readonly configuration: JsonObject;
  /** Members of the item itself. */
  readonly item?: JsonObject;
  readonly output: JsonObject;
  /** The item alone does not stand for the answer. */
  readonly part?: true;
}

const TAGS = [{ key: "Name", value: "main" }];
const Tags = [{ Key: "Name", Value: "main" }];
const BALANCER = `arn:aws:elasticloadbalancing:${REGION}:${ACCOUNT}:loadbalancer/app/web/50dc6c495c0c9188`;
const LISTENER = `arn:aws:elasticloadbalancing:${REGION}:${ACCOUNT}:listener/app/web/50dc6c495c0c9188/f2f7dc8efc522ab2`;
const GROUP = `arn:aws:elasticloadbalancing:${REGION}:${ACCOUNT}:targetgroup/web/73e2d6bc24d8a067`;
const TRUST =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}';

/** Configuration items as AWS Config's own examples and schema have them, beside the API's answers. */
export const BOTH_WAYS: readonly BothWays[] = [
  {
    type: "AWS::EC2::VPC",
    call: "ec2:DescribeVpcs",
    configuration: {
      vpcId: "vpc-1",
      cidrBlock: "10.0.0.0/16",
      dhcpOptionsId: "dopt-1",
      state: { value: "available" },
      ownerId: ACCOUNT,
      instanceTenancy: "default",
      ipv6CidrBlockAssociationSet: [
        { ipv6CidrBlock: "2001:db8::/56", ipv6CidrBlockState: { state: "associated", statusMessage: null } },
      ],
      cidrBlockAssociationSet: [
        { cidrBlock: "10.0.0.0/16", cidrBlockState: { state: "associated", statusMessage: null } },
        { cidrBlock: "10.1.0.0/16", cidrBlockState: { state: "disassociated", statusMessage: null } },
      ],
      isDefault: true,
      tags: [],
    },
    item: { tags: [{ key: "Name", value: "main", tag: "Name=main" }] },
    output: {
      Vpcs: [
        {
          VpcId: "vpc-1",
          CidrBlock: "10.0.0.0/16",
          DhcpOptionsId: "dopt-1",
          State: "available",
          OwnerId: ACCOUNT,
          IsDefault: true,
          Ipv6CidrBlockAssociationSet: [
            { Ipv6CidrBlock: "2001:db8::/56", Ipv6CidrBlockState: { State: "associated" } },
          ],
          CidrBlockAssociationSet: [
            { CidrBlock: "10.0.0.0/16", CidrBlockState: { State: "associated" } },
            { CidrBlock: "10.1.0.0/16", CidrBlockState: { State: "disassociated" } },
          ],
          Tags,
        },
      ],
    },
  },
  {
    type: "AWS::EC2::Subnet",
    call: "ec2:DescribeSubnets",
    part: true,
    configuration: {
      subnetId: "subnet-1",
      availabilityZone: "eu-west-1c",
      availableIpAddressCount: 4086,
      cidrBlock: "10.0.16.0/20",
      defaultForAz: true,
      mapPublicIpOnLaunch: true,
      state: "available",
      vpcId: "vpc-1",
      ownerId: ACCOUNT,
      assignIpv6AddressOnCreation: false,
      ipv6CidrBlockAssociationSet: [],
      tags: [],
    },
    output: {
      Subnets: [
        {
          SubnetId: "subnet-1",
          AvailabilityZone: "eu-west-1c",
          AvailableIpAddressCount: 4086,
          CidrBlock: "10.0.16.0/20",
          DefaultForAz: true,
          MapPublicIpOnLaunch: true,
          VpcId: "vpc-1",
          OwnerId: ACCOUNT,
        },
      ],
    },
  },
  {
    type: "AWS::EC2::SecurityGroup",
    call: "ec2:DescribeSecurityGroups",
    configuration: {
      groupId: "sg-1",
      description: "ssh access",
      groupName: "ssh",
      ipPermissions: [
        {
          fromPort: 22,
          ipProtocol: "tcp",
          ipv6Ranges: [{ cidrIpv6: "2001:db8::/32", description: "lab" }],
          prefixListIds: [{ prefixListId: "pl-1" }],
          toPort: 22,
          userIdGroupPairs: [{ groupId: "sg-2", userId: OTHER }],
          ipv4Ranges: [{ cidrIp: "192.0.2.0/24", description: "office" }],
          ipRanges: ["192.0.2.0/24", "198.51.100.0/24"],
        },
      ],
      ownerId: ACCOUNT,
      ipPermissionsEgress: [
        {
          ipProtocol: "-1",
          ipv6Ranges: [],
          prefixListIds: [],
          userIdGroupPairs: [],
          ipv4Ranges: [{ cidrIp: "0.0.0.0/0" }],
          ipRanges: ["0.0.0.0/0"],
        },
      ],
      tags: TAGS,
      vpcId: "vpc-1",
    },
    output: {
      SecurityGroups: [
        {
          GroupId: "sg-1",
          Description: "ssh access",
          GroupName: "ssh",
          OwnerId: ACCOUNT,
          VpcId: "vpc-1",
          Tags,
          IpPermissions: [
            {
              FromPort: 22,
              ToPort: 22,
              IpProtocol: "tcp",
              IpRanges: [{ CidrIp: "192.0.2.0/24", Description: "office" }, { CidrIp: "198.51.100.0/24" }],
              Ipv6Ranges: [{ CidrIpv6: "2001:db8::/32", Description: "lab" }],
              PrefixListIds: [{ PrefixListId: "pl-1" }],
              UserIdGroupPairs: [{ GroupId: "sg-2", UserId: OTHER }],
            },
          ],
          IpPermissionsEgress: [{ IpProtocol: "-1", IpRanges: [{ CidrIp: "0.0.0.0/0" }] }],
        },
      ],
    },
  },
  {
    type: "AWS::EC2::NetworkAcl",
    call: "ec2:DescribeNetworkAcls",
    configuration: {
      networkAclId: "acl-1",
      associations: [{ networkAclAssociationId: "aclassoc-1", networkAclId: "acl-1", subnetId: "subnet-1" }],
      entries: [
        {
          cidrBlock: "0.0.0.0/0",
          egress: false,
          icmpTypeCode: null,
          ipv6CidrBlock: null,
          portRange: { from: 443, to: 443 },
          protocol: "6",
          ruleAction: "allow",
          ruleNumber: 100,
        },
        {
          cidrBlock: "0.0.0.0/0",
          egress: true,
          icmpTypeCode: { code: -1, type: 8 },
          portRange: null,
          protocol: "1",
          ruleAction: "deny",
          ruleNumber: 90,
        },
        { cidrBlock: "0.0.0.0/0", egress: false, protocol: "-1", ruleAction: "deny", ruleNumber: 32767 },
      ],
      isDefault: true,
      tags: [],
      vpcId: "vpc-1",
      ownerId: ACCOUNT,
    },
    output: {
      NetworkAcls: [
        {
          NetworkAclId: "acl-1",
          Associations: [{ NetworkAclId: "acl-1", SubnetId: "subnet-1" }],
          Entries: [
            {
              CidrBlock: "0.0.0.0/0",
              Egress: false,
              PortRange: { From: 443, To: 443 },
              Protocol: "6",
              RuleAction: "allow",
              RuleNumber: 100,
            },
            {
              CidrBlock: "0.0.0.0/0",
              Egress: true,
              IcmpTypeCode: { Code: -1, Type: 8 },
              Protocol: "1",
              RuleAction: "deny",
              RuleNumber: 90,
            },
            { CidrBlock: "0.0.0.0/0", Egress: false, Protocol: "-1", RuleAction: "deny", RuleNumber: 32767 },
          ],
          IsDefault: true,
          VpcId: "vpc-1",
          OwnerId: ACCOUNT,
          Tags: [],
        },
      ],
    },
  },
  {
    type: "AWS::EC2::RouteTable",
    call: "ec2:DescribeRouteTables",
    configuration: {
      routeTableId: "rtb-1",
      associations: [
        { main: false, routeTableAssociationId: "rtbassoc-1", routeTableId: "rtb-1", subnetId: "subnet-1" },
        { main: true, routeTableAssociationId: "rtbassoc-2", routeTableId: "rtb-1", subnetId: null },
      ],
      propagatingVgws: [{ gatewayId: "vgw-1" }],
      routes: [
        {
          destinationCidrBlock: "10.0.0.0/16",
          destinationIpv6CidrBlock: null,
          gatewayId: "local",
          natGatewayId: null,
          origin: "CreateRouteTable",
          state: "active",
        },
        {
          destinationCidrBlock: "0.0.0.0/0",
          gatewayId: null,
          natGatewayId: "nat-1",
          origin: "CreateRoute",
          state: "active",
        },
        { destinationCidrBlock: "10.9.0.0/16", origin: "CreateRoute", state: "blackhole" },
      ],
      tags: TAGS,
      vpcId: "vpc-1",
      ownerId: ACCOUNT,
    },
    output: {
      RouteTables: [
        {
          RouteTableId: "rtb-1",
          Associations: [
            { Main: false, RouteTableId: "rtb-1", SubnetId: "subnet-1" },
            { Main: true, RouteTableId: "rtb-1" },
          ],
          PropagatingVgws: [{ GatewayId: "vgw-1" }],
          Routes: [
            {
              DestinationCidrBlock: "10.0.0.0/16",
              GatewayId: "local",
              Origin: "CreateRouteTable",
              State: "active",
            },
            {
              DestinationCidrBlock: "0.0.0.0/0",
              NatGatewayId: "nat-1",
              Origin: "CreateRoute",
              State: "active",
            },
            { DestinationCidrBlock: "10.9.0.0/16", Origin: "CreateRoute", State: "blackhole" },
          ],
          Tags,
          VpcId: "vpc-1",
          OwnerId: ACCOUNT,
        },
      ],
    },
  },
  {
    type: "AWS::EC2::NetworkInterface",
    call: "ec2:DescribeNetworkInterfaces",
    configuration: {
      networkInterfaceId: "eni-1",
      association: { allocationId: null, ipOwnerId: "amazon", publicIp: "203.0.113.5" },
      attachment: {
        attachmentId: "eni-attach-1",
        instanceId: "i-1",
        instanceOwnerId: ACCOUNT,
        status: "attached",
      },
      description: "",
      groups: [{ groupName: "ssh", groupId: "sg-1" }],
      interfaceType: "interface",
      ipv6Addresses: [{ ipv6Address: "2001:db8::5" }],
      ipv4Prefixes: null,
      ipv6Prefixes: null,
      operator: null,
      ownerId: ACCOUNT,
      privateIpAddress: "10.0.16.5",
      privateIpAddresses: [
        {
          association: { allocationId: null, ipOwnerId: "amazon", publicIp: "203.0.113.5" },
          primary: true,
          privateIpAddress: "10.0.16.5",
        },
      ],
      requesterManaged: false,
      sourceDestCheck: true,
      status: "in-use",
      subnetId: "subnet-1",
      tagSet: TAGS,
      vpcId: "vpc-1",
    },
    output: {
      NetworkInterfaces: [
        {
          NetworkInterfaceId: "eni-1",
          Association: { IpOwnerId: "amazon", PublicIp: "203.0.113.5" },
          Attachment: { InstanceId: "i-1", InstanceOwnerId: ACCOUNT, Status: "attached" },
          Description: "",
          Groups: [{ GroupId: "sg-1" }],
          InterfaceType: "interface",
          Ipv6Addresses: [{ Ipv6Address: "2001:db8::5" }],
          OwnerId: ACCOUNT,
          PrivateIpAddress: "10.0.16.5",
          PrivateIpAddresses: [
            { Association: { PublicIp: "203.0.113.5" }, Primary: true, PrivateIpAddress: "10.0.16.5" },
          ],
          RequesterManaged: false,
          SourceDestCheck: true,
          Status: "in-use",
          SubnetId: "subnet-1",
          TagSet: Tags,
          VpcId: "vpc-1",
        },
      ],
    },
  },
  {
    type: "AWS::EC2::Instance",
    call: "ec2:DescribeInstances",
    configuration: {
      instanceId: "i-1",
      imageId: "ami-1",
      state: { code: 16, name: "running" },
      platform: null,
      platformDetails: "Linux/UNIX",
      operator: { managed: false },
      metadataOptions: { state: "applied", httpTokens: "required", httpEndpoint: "enabled" },
      privateIpAddress: "10.0.16.5",
      publicIpAddress: "203.0.113.5",
      iamInstanceProfile: { arn: `arn:aws:iam::${ACCOUNT}:instance-profile/web`, id: "AIPA1" },
      networkInterfaces: [{ networkInterfaceId: "eni-1", privateIpAddress: "10.0.16.5", ipv6Addresses: [] }],
      securityGroups: [{ groupName: "ssh", groupId: "sg-1" }],
      subnetId: "subnet-1",
      vpcId: "vpc-1",
      tags: TAGS,
    },
    output: {
      Reservations: [
        {
          OwnerId: ACCOUNT,
          Instances: [
            {
              InstanceId: "i-1",
              ImageId: "ami-1",
              State: { Code: 16, Name: "running" },
              PlatformDetails: "Linux/UNIX",
              MetadataOptions: { State: "applied", HttpTokens: "required", HttpEndpoint: "enabled" },
              PrivateIpAddress: "10.0.16.5",
              PublicIpAddress: "203.0.113.5",
              IamInstanceProfile: { Arn: `arn:aws:iam::${ACCOUNT}:instance-profile/web`, Id: "AIPA1" },
              NetworkInterfaces: [{ NetworkInterfaceId: "eni-1", PrivateIpAddress: "10.0.16.5" }],
              SecurityGroups: [{ GroupId: "sg-1" }],
              SubnetId: "subnet-1",
              VpcId: "vpc-1",
              Tags,
            },
          ],
        },
      ],
    },
  },
  {
    type: "AWS::EC2::InternetGateway",
    call: "ec2:DescribeInternetGateways",
    configuration: {
      internetGatewayId: "igw-1",
      attachments: [{ state: "available", vpcId: "vpc-1" }],
      ownerId: ACCOUNT,
      tags: TAGS,
    },
    output: {
      InternetGateways: [
        {
          InternetGatewayId: "igw-1",
          Attachments: [{ State: "available", VpcId: "vpc-1" }],
          OwnerId: ACCOUNT,
          Tags,
        },
      ],
    },
  },
  {
    type: "AWS::EC2::EgressOnlyInternetGateway",
    call: "ec2:DescribeEgressOnlyInternetGateways",
    configuration: {
      egressOnlyInternetGatewayId: "eigw-1",
      attachments: [{ state: "attached", vpcId: "vpc-1" }],
    },
    output: {
      EgressOnlyInternetGateways: [
        { EgressOnlyInternetGatewayId: "eigw-1", Attachments: [{ State: "attached", VpcId: "vpc-1" }] },
      ],
    },
  },
  {
    type: "AWS::EC2::NatGateway",
    call: "ec2:DescribeNatGateways",
    configuration: {
      natGatewayId: "nat-1",
      connectivityType: "private",
      state: { value: "available" },
      natGatewayAddresses: [{ networkInterfaceId: "eni-9", privateIp: "10.0.16.9", publicIp: null }],
      subnetId: "subnet-1",
      vpcId: "vpc-1",
    },
    output: {
      NatGateways: [
        {
          NatGatewayId: "nat-1",
          ConnectivityType: "private",
          State: "available",
          NatGatewayAddresses: [{ NetworkInterfaceId: "eni-9", PrivateIp: "10.0.16.9" }],
          SubnetId: "subnet-1",
          VpcId: "vpc-1",
        },
      ],
    },
  },
  {
    type: "AWS::EC2::EIP",
    call: "ec2:DescribeAddresses",
    configuration: {
      allocationId: "eipalloc-1",
      publicIp: "203.0.113.7",
      associationId: "eipassoc-1",
      domain: "vpc",
      instanceId: null,
      networkInterfaceId: "eni-1",
      networkInterfaceOwnerId: ACCOUNT,
      privateIpAddress: "10.0.16.5",
      tags: [],
    },
    output: {
      Addresses: [
        {
          AllocationId: "eipalloc-1",
          PublicIp: "203.0.113.7",
          AssociationId: "eipassoc-1",
          Domain: "vpc",
          NetworkInterfaceId: "eni-1",
          NetworkInterfaceOwnerId: ACCOUNT,
          PrivateIpAddress: "10.0.16.5",
        },
      ],
    },
  },
  {
    type: "AWS::EC2::VPCPeeringConnection",
    call: "ec2:DescribeVpcPeeringConnections",
    configuration: {
      vpcPeeringConnectionId: "pcx-1",
      accepterVpcInfo: {
        cidrBlock: "10.2.0.0/16",
        cidrBlockSet: [{ cidrBlock: "10.2.0.0/16" }],
        ownerId: OTHER,
        region: REGION,
        vpcId: "vpc-2",
      },
      requesterVpcInfo: {
        cidrBlock: "10.0.0.0/16",
        cidrBlockSet: null,
        ownerId: ACCOUNT,
        region: REGION,
        vpcId: "vpc-1",
      },
      status: { code: "active", message: "Active" },
      tags: [],
    },
    output: {
      VpcPeeringConnections: [
        {
          VpcPeeringConnectionId: "pcx-1",
          AccepterVpcInfo: {
            CidrBlock: "10.2.0.0/16",
            CidrBlockSet: [{ CidrBlock: "10.2.0.0/16" }],
            OwnerId: OTHER,
            Region: REGION,
            VpcId: "vpc-2",
          },
          RequesterVpcInfo: { CidrBlock: "10.0.0.0/16", OwnerId: ACCOUNT, Region: REGION, VpcId: "vpc-1" },
          Status: { Code: "active", Message: "Active" },
        },
      ],
    },
  },
  {
    type: "AWS::EC2::VPCEndpoint",
    call: "ec2:DescribeVpcEndpoints",
    configuration: {
      vpcEndpointId: "vpce-1",
      vpcEndpointType: "Interface",
      vpcId: "vpc-1",
      serviceName: "com.amazonaws.eu-west-1.s3",
      state: { value: "available" },
      policyDocument: TRUST,
      routeTableIds: [],
      subnetIds: ["subnet-1"],
      groups: [{ groupId: "sg-1", groupName: "ssh" }],
      privateDnsEnabled: true,
      networkInterfaceIds: ["eni-4"],
      ownerId: ACCOUNT,
      tags: TAGS,
    },
    output: {
      VpcEndpoints: [
        {
          VpcEndpointId: "vpce-1",
          VpcEndpointType: "Interface",
          VpcId: "vpc-1",
          ServiceName: "com.amazonaws.eu-west-1.s3",
          State: "available",
          PolicyDocument: TRUST,
          SubnetIds: ["subnet-1"],
          Groups: [{ GroupId: "sg-1", GroupName: "ssh" }],
          PrivateDnsEnabled: true,
          NetworkInterfaceIds: ["eni-4"],
          OwnerId: ACCOUNT,
          Tags,
        },
      ],
    },
  },
  {
    type: "AWS::EC2::FlowLog",
    call: "ec2:DescribeFlowLogs",
    part: true,
    configuration: {
      flowLogId: "fl-1",
      deliverLogsStatus: "SUCCESS",
      flowLogStatus: "ACTIVE",
      logDestination: "arn:aws:s3:::logs",
      logDestinationType: "s3",
      resourceId: "vpc-1",
      trafficType: "ALL",
    },
    output: {
      FlowLogs: [
        {
          FlowLogId: "fl-1",
          DeliverLogsStatus: "SUCCESS",
          FlowLogStatus: "ACTIVE",
          LogDestination: "arn:aws:s3:::logs",
          LogDestinationType: "s3",
          ResourceId: "vpc-1",
          TrafficType: "ALL",
        },
      ],
    },
  },
  {
    type: "AWS::EC2::VPNGateway",
    call: "ec2:DescribeVpnGateways",
    configuration: {
      vpnGatewayId: "vgw-1",
      amazonSideAsn: 64512,
      state: { value: "available" },
      type: "ipsec.1",
      vpcAttachments: [{ state: "attached", vpcId: "vpc-1" }],
    },
    output: {
      VpnGateways: [
        {
          VpnGatewayId: "vgw-1",
          AmazonSideAsn: 64512,
          State: "available",
          Type: "ipsec.1",
          VpcAttachments: [{ State: "attached", VpcId: "vpc-1" }],
        },
      ],
    },
  },
  {
    type: "AWS::EC2::CustomerGateway",
    call: "ec2:DescribeCustomerGateways",
    configuration: {
      customerGatewayId: "cgw-1",
      bgpAsn: "65000",
      ipAddress: "198.51.100.1",
      state: "available",
      type: "ipsec.1",
    },
    output: {
      CustomerGateways: [
        {
          CustomerGatewayId: "cgw-1",
          BgpAsn: "65000",
          IpAddress: "198.51.100.1",
          State: "available",
          Type: "ipsec.1",
        },
      ],
    },
  },
  {
    type: "AWS::EC2::VPNConnection",
    call: "ec2:DescribeVpnConnections",
    part: true,
    configuration: {
      vpnConnectionId: "vpn-1",
      customerGatewayId: "cgw-1",
      customerGatewayConfiguration: "<pre_shared_key>hidden</pre_shared_key>",
      options: { staticRoutesOnly: true },
      routes: [{ destinationCidrBlock: "192.168.0.0/16", state: "available" }],
      state: { value: "available" },
      vgwTelemetry: [{ acceptedRouteCount: 1, outsideIpAddress: "203.0.113.9", status: "UP" }],
      vpnGatewayId: "vgw-1",
    },
    output: {
      VpnConnections: [
        {
          VpnConnectionId: "vpn-1",
          CustomerGatewayId: "cgw-1",
          Options: { StaticRoutesOnly: true },
          Routes: [{ DestinationCidrBlock: "192.168.0.0/16", State: "available" }],
          State: "available",
          VgwTelemetry: [{ AcceptedRouteCount: 1, OutsideIpAddress: "203.0.113.9", Status: "UP" }],
          VpnGatewayId: "vgw-1",
        },
      ],
    },
  },
  {
    type: "AWS::EC2::TransitGateway",
    call: "ec2:DescribeTransitGateways",
    part: true,
    configuration: { Id: "tgw-1", AmazonSideAsn: 64512, DnsSupport: "enable" },
    output: { TransitGateways: [{ TransitGatewayId: "tgw-1", Options: { AmazonSideAsn: 64512 } }] },
  },
  {
    type: "AWS::EC2::TransitGatewayRouteTable",
    call: "ec2:DescribeTransitGatewayRouteTables",
    part: true,
    configuration: { Id: "tgw-rtb-1", TransitGatewayId: "tgw-1" },
    output: {
      TransitGatewayRouteTables: [{ TransitGatewayRouteTableId: "tgw-rtb-1", TransitGatewayId: "tgw-1" }],
    },
  },
  {
    type: "AWS::EC2::TransitGatewayAttachment",
    call: "ec2:DescribeTransitGatewayVpcAttachments",
    part: true,
    configuration: {
      Id: "tgw-attach-1",
      TransitGatewayId: "tgw-1",
      VpcId: "vpc-1",
      SubnetIds: [{ value: "subnet-1" }],
    },
    output: {
      TransitGatewayVpcAttachments: [
        {
          TransitGatewayAttachmentId: "tgw-attach-1",
          TransitGatewayId: "tgw-1",
          VpcId: "vpc-1",
          SubnetIds: ["subnet-1"],
        },
      ],
    },
  },
  {
    type: "AWS::ElasticLoadBalancingV2::LoadBalancer",
    call: "elbv2:DescribeLoadBalancers",
    configuration: {
      loadBalancerArn: BALANCER,
      availabilityZones: [{ loadBalancerAddresses: [], subnetId: "subnet-1", zoneName: "eu-west-1c" }],
      dNSName: "web.example.com",
      ipAddressType: "ipv4",
      loadBalancerName: "web",
      scheme: "internet-facing",
      securityGroups: [{ value: "sg-1" }],
      state: { code: "active" },
      type: "application",
      vpcId: "vpc-1",
    },
    output: {
      LoadBalancers: [
        {
          LoadBalancerArn: BALANCER,
          AvailabilityZones: [{ SubnetId: "subnet-1", ZoneName: "eu-west-1c" }],
          DNSName: "web.example.com",
          IpAddressType: "ipv4",
          LoadBalancerName: "web",
          Scheme: "internet-facing",
          SecurityGroups: ["sg-1"],
          State: { Code: "active" },
          Type: "application",
          VpcId: "vpc-1",
        },
      ],
    },
  },
  {
    type: "AWS::ElasticLoadBalancingV2::Listener",
    call: "elbv2:DescribeListeners",
    configuration: {
      ListenerArn: LISTENER,
      LoadBalancerArn: BALANCER,
      Port: 443,
      Protocol: "HTTPS",
      SslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
      Certificates: [{ CertificateArn: `arn:aws:acm:${REGION}:${ACCOUNT}:certificate/1` }],
      DefaultActions: [{ Type: "forward", TargetGroupArn: GROUP }],
    },
    output: {
      Listeners: [
        {
          ListenerArn: LISTENER,
          LoadBalancerArn: BALANCER,
          Port: 443,
          Protocol: "HTTPS",
          SslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
          Certificates: [{ CertificateArn: `arn:aws:acm:${REGION}:${ACCOUNT}:certificate/1` }],
          DefaultActions: [
            {
              Type: "forward",
              TargetGroupArn: GROUP,
              ForwardConfig: {
                TargetGroups: [{ TargetGroupArn: GROUP, Weight: 1 }],
                TargetGroupStickinessConfig: { Enabled: false },
              },
            },
          ],
        },
      ],
    },
  },
  {
    type: "AWS::ElasticLoadBalancing::LoadBalancer",
    call: "elb:DescribeLoadBalancers",
    part: true,
    configuration: {
      loadBalancerName: "old",
      dnsname: "old.example.com",
      instances: [{ instanceId: "i-1" }],
      listenerDescriptions: [
        {
          listener: {
            instancePort: 80,
            loadBalancerPort: 443,
            protocol: "HTTPS",
            sslcertificateId: `arn:aws:acm:${REGION}:${ACCOUNT}:certificate/1`,
          },
          policyNames: ["ELBSecurityPolicy-2016-08"],
        },
      ],
      scheme: "internal",
      securityGroups: ["sg-1"],
      subnets: ["subnet-1"],
      vpcid: "vpc-1",
    },
    output: {
      LoadBalancerDescriptions: [
        {
          LoadBalancerName: "old",
          DNSName: "old.example.com",
          Instances: [{ InstanceId: "i-1" }],
          ListenerDescriptions: [
            {
              Listener: {
                InstancePort: 80,
                LoadBalancerPort: 443,
                Protocol: "HTTPS",
                SSLCertificateId: `arn:aws:acm:${REGION}:${ACCOUNT}:certificate/1`,
              },
              PolicyNames: ["ELBSecurityPolicy-2016-08"],
            },
          ],
          Scheme: "internal",
          SecurityGroups: ["sg-1"],
          Subnets: ["subnet-1"],
          VPCId: "vpc-1",
        },
      ],
    },
  },
  ...identities(),
];

function identities(): BothWays[] {
  const call = "iam:GetAccountAuthorizationDetails";
  const empty = { UserDetailList: [], RoleDetailList: [], GroupDetailList: [], Policies: [] };
  const item = { awsRegion: "global" };
  const encoded = encodeURIComponent(TRUST);
  const created = "2026-01-01T00:00:00.000Z";
  const one = (type: string, list: string, members: JsonObject): BothWays => ({
    type: `AWS::IAM::${type}`,
    call,
    item,
    part: true,
    configuration: small(members),
    output: { ...empty, [list]: [members] },
  });
  const arn = (rest: string) => `arn:aws:iam::${ACCOUNT}:${rest}`;
  return [
    one("Role", "RoleDetailList", {
      Arn: arn("role/app/web"),
      Path: "/app/",
      RoleName: "web",
      RoleId: "AROA1",
      CreateDate: created,
      AssumeRolePolicyDocument: encoded,
      InstanceProfileList: [{ Arn: arn("instance-profile/web"), InstanceProfileName: "web" }],
      RolePolicyList: [{ PolicyName: "inline", PolicyDocument: encoded }],
      AttachedManagedPolicies: [{ PolicyName: "read", PolicyArn: arn("policy/read") }],
      PermissionsBoundary: { PermissionsBoundaryArn: arn("policy/edge"), PermissionsBoundaryType: "Policy" },
      Tags: [{ Key: "team", Value: "web" }],
    }),
    one("User", "UserDetailList", {
      Arn: arn("user/ada"),
      Path: "/",
      UserName: "ada",
      UserId: "AIDA1",
      CreateDate: created,
      GroupList: ["admins"],
      UserPolicyList: [],
      AttachedManagedPolicies: [],
    }),
    one("Group", "GroupDetailList", {
      Arn: arn("group/admins"),
      Path: "/",
      GroupName: "admins",
      GroupId: "AGPA1",
      CreateDate: created,
      GroupPolicyList: [],
      AttachedManagedPolicies: [{ PolicyName: "read", PolicyArn: arn("policy/read") }],
    }),
    one("Policy", "Policies", {
      Arn: arn("policy/read"),
      Path: "/",
      PolicyName: "read",
      PolicyId: "ANPA1",
      DefaultVersionId: "v2",
      AttachmentCount: 2,
      PermissionsBoundaryUsageCount: 0,
      CreateDate: created,
      UpdateDate: created,
      PolicyVersionList: [
        { VersionId: "v2", IsDefaultVersion: true, Document: encoded },
        { VersionId: "v1", IsDefaultVersion: false, Document: encoded },
      ],
    }),
  ];
}

/** As Config writes members of the API: with a small letter. */
function small(value: JsonObject): JsonObject {
  const walk = (one: JsonObject[string]): JsonObject[string] => {
    if (Array.isArray(one)) return one.map(walk);
    return typeof one === "object" && one !== null ? small(one as JsonObject) : one;
  };
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name.slice(0, 1).toLowerCase() + name.slice(1),
      walk(member),
    ]),
  );
}
