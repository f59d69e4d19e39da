import type { JsonObject } from "../../../src/model/index.js";
import type { Ask } from "./ask.js";

/** The Regions that are on in every account: https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html */
export const SEVENTEEN = [
  ...["ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-southeast-1", "ap-southeast-2"],
  ...["ca-central-1", "eu-central-1", "eu-north-1", "eu-west-1", "eu-west-2", "eu-west-3", "sa-east-1"],
  ...["us-east-1", "us-east-2", "us-west-1", "us-west-2"],
] as const;

type Told = (ask: Ask, regions: readonly string[]) => JsonObject | undefined;

/** What the model cannot know of an account: who it is, where, and what it has not switched on. */
export const ACCOUNT: Readonly<Record<string, Told>> = {
  "sts:GetCallerIdentity": ({ account, role }) => ({
    Account: account,
    UserId: "AIDAEXAMPLE",
    Arn:
      role === undefined
        ? `arn:aws:iam::${account}:user/audit`
        : `arn:aws:sts::${account}:assumed-role/${role}`,
  }),
  // As `organizations:ListAccounts` would name it.
  "account:GetAccountInformation": ({ account }) => ({
    AccountId: account,
    AccountName: `account ${account}`,
  }),
  "ec2:DescribeRegions": (_ask, regions) => ({
    Regions: regions.map((RegionName) => ({ RegionName, OptInStatus: "opt-in-not-required" })),
  }),
  "organizations:DescribeOrganization": () => ({
    Organization: {
      ...{ Id: "o-a1b2c3d4e5", FeatureSet: "ALL", MasterAccountId: "444455556666" },
      Arn: "arn:aws:organizations::444455556666:organization/o-a1b2c3d4e5",
    },
  }),
  // Units that are made up hold none, or the tree would never end.
  "organizations:ListOrganizationalUnitsForParent": ({ input }) =>
    String(input["ParentId"]).startsWith("root") ? undefined : { OrganizationalUnits: [] },
  "shield:GetSubscriptionState": () => ({ SubscriptionState: "INACTIVE" }),
  "fms:GetAdminAccount": ({ account }) => ({ AdminAccount: account, RoleStatus: "READY" }),
  "iam:GetAccountSummary": () => ({ SummaryMap: { AccountMFAEnabled: 1 } }),
  "ec2:DescribeVpcBlockPublicAccessOptions": () => ({
    VpcBlockPublicAccessOptions: { InternetGatewayBlockMode: "off" },
  }),
  "securityhub:DescribeHub": ({ account, region }) => ({
    HubArn: `arn:aws:securityhub:${region}:${account}:hub/default`,
    SubscribedAt: "2026-01-02T03:04:05.000Z",
  }),
  // Made-up buckets have no ARNs that the SDK takes.
  "s3control:ListRegionalBuckets": () => ({ RegionalBucketList: [] }),
  "ssm:GetServiceSetting": () => ({
    ServiceSetting: {
      SettingId: "/ssm/documents/console/public-sharing-permission",
      SettingValue: "Disable",
    },
  }),
};
