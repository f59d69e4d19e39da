import { identify, nodeBase } from "../../identity.js";
import { type Resource, tokens } from "../../resource.js";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VerifiedAccessInstance.html */
export const verifiedAccessInstances: Resource = {
  service: "ec2",
  operation: "DescribeVerifiedAccessInstances",
  list: "VerifiedAccessInstances",
  actions: ["ec2:DescribeVerifiedAccessInstances"],
  kinds: ["entry-point"],
  types: ["aws.verified-access-instance"],
  scope: "region",
  optional: true,
  paging: tokens(200),
  normalize({ items, draft }) {
    for (const raw of items) {
      const instance = identify(raw, "verified-access-instance", { idMember: "VerifiedAccessInstanceId" });
      if (instance === null) continue;
      const { item, short } = instance;
      draft.node({
        ...nodeBase(instance),
        ...{ kind: "entry-point", type: "aws.verified-access-instance" },
        is: {
          ...{ name: short, entryType: "verified-access", public: true, enabled: true, state: null },
          ...{ domains: [], defaultDomain: null, tlsMinimum: null, certificate: null, unmodelled: [] },
          authentication: item.list("VerifiedAccessTrustProviders").map((provider) => ({
            type:
              provider.text("UserTrustProviderType") ?? provider.text("DeviceTrustProviderType") ?? "unknown",
            name: provider.text("VerifiedAccessTrustProviderId"),
            source: null,
          })),
        },
      });
    }
  },
};

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VerifiedAccessInstanceLoggingConfiguration.html */
export const verifiedAccessLogging: Resource = {
  service: "ec2",
  operation: "DescribeVerifiedAccessInstanceLoggingConfigurations",
  list: "LoggingConfigurations",
  recognizes: (first) => typeof first?.["VerifiedAccessInstanceId"] === "string",
  actions: ["ec2:DescribeVerifiedAccessInstanceLoggingConfigurations"],
  kinds: ["entry-point"],
  types: ["aws.verified-access-instance"],
  scope: "region",
  optional: true,
  neededWith: ["ec2:DescribeVerifiedAccessInstances"],
  paging: { ...tokens(0), size: {} },
  normalize({ items, draft }) {
    for (const raw of items) {
      const instance = identify(raw, "verified-access-instance", { idMember: "VerifiedAccessInstanceId" });
      if (instance === null) continue;
      const logs = instance.item.child("AccessLogs");
      const bucket = logs?.child("S3") ?? null;
      const group = logs?.child("CloudWatchLogs") ?? null;
      const stream = logs?.child("KinesisDataFirehose") ?? null;
      const on = [bucket, group, stream].find((one) => one?.flag("Enabled") === true) ?? null;
      const destination =
        on?.text("BucketName") ?? on?.text("LogGroup") ?? on?.text("DeliveryStream") ?? null;
      draft.node({
        ...nodeBase(instance),
        ...{ kind: "entry-point", type: "aws.verified-access-instance" },
        is: { accessLogs: on === null ? null : { destination, level: null } },
      });
    }
  },
};
