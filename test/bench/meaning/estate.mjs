// Synthetic organizations: accounts of 200 roles, 1 000 records and 1 000 data items each. Deterministic.
import { normalizeAnswer } from "../../../dist/sources/aws/index.js";

export const PER_ACCOUNT = { roles: 200, records: 1000, items: 1000 };
const REGIONS = ["eu-central-1", "eu-west-1", "us-east-1", "ap-southeast-2"];
const SNAPSHOTS = 2;

const accountOf = (index) => String(111100000000 + index);
const hex = (account, number) =>
  `${account.toString(16).padStart(8, "0")}${number.toString(16).padStart(9, "0")}`;
const times = (count, make) => Array.from({ length: count }, (_, number) => make(number));
const document = (...Statement) => ({ Version: "2012-10-17", Statement });

function answer({ service, operation, account, region, input = {} }, output) {
  const scope = { account, ...(region === undefined ? {} : { region }) };
  const uri = `accounts/${account}/${region ?? "global"}/${service}-${operation}.json`;
  const begun = performance.now();
  const batch = normalizeAnswer({ service, operation, input, output, ...scope, source: "aws", uri });
  normalizing += performance.now() - begun;
  return batch;
}

let normalizing = 0;

/** The estate's batches, and how long it took to make up what was answered (milliseconds). */
export function timedEstate(accounts) {
  let inside = 0;
  function* batches() {
    const rest = estate(accounts);
    for (;;) {
      const begun = performance.now();
      const { value, done } = rest.next();
      inside += performance.now() - begun;
      if (done) return;
      yield value;
    }
  }
  return { batches: batches(), madeUp: () => inside - normalizing };
}

/** @param accounts how many */
function* estate(accounts) {
  yield organization(accounts);
  for (let index = 0; index < accounts; index++) {
    yield roles(index, accounts);
    yield* names(index);
    yield* data(index);
  }
}

function organization(accounts) {
  const account = accountOf(0);
  return answer(
    { service: "organizations", operation: "ListAccounts", account },
    {
      Accounts: times(accounts, (index) => ({
        Id: accountOf(index),
        Arn: `arn:aws:organizations::${account}:account/o-bench00001/${accountOf(index)}`,
        Name: `account ${index}`,
        Status: "ACTIVE",
      })),
    },
  );
}

/** A few administrators; deployers that GitHub and a central account may become; workloads; chains of five. */
function roles(index, accounts) {
  const account = accountOf(index);
  const arn = (number, of = account) => `arn:aws:iam::${of}:role/r-${number}`;
  const trust = (number) => {
    if (number % 20 === 0) return { AWS: `arn:aws:iam::${accountOf((index * 7 + 1) % accounts)}:root` };
    if (number % 20 === 1)
      return { Federated: `arn:aws:iam::${account}:oidc-provider/token.actions.githubusercontent.com` };
    if (number % 5 === 2) return { AWS: arn(number - 1) };
    return { Service: number % 2 === 0 ? "ec2.amazonaws.com" : "lambda.amazonaws.com" };
  };
  const condition = (number) =>
    number % 20 === 1
      ? {
          Condition: {
            StringEquals: { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" },
            StringLike: { "token.actions.githubusercontent.com:sub": `repo:freight/app-${number}:*` },
          },
        }
      : {};
  const may = (number) => {
    if (number % 100 === 0) return { Effect: "Allow", Action: "*", Resource: "*" };
    if (number % 5 === 1) return { Effect: "Allow", Action: "sts:AssumeRole", Resource: arn(number + 1) };
    return {
      Effect: "Allow",
      Action: ["s3:GetObject", "s3:ListBucket"],
      Resource: [`arn:aws:s3:::b-${account}-${number}`, `arn:aws:s3:::b-${account}-${number}/*`],
    };
  };
  return answer(
    { service: "iam", operation: "GetAccountAuthorizationDetails", account },
    {
      UserDetailList: [],
      GroupDetailList: [],
      Policies: [],
      RoleDetailList: times(PER_ACCOUNT.roles, (number) => ({
        Path: "/",
        RoleName: `r-${number}`,
        RoleId: `AROA${hex(index, number).toUpperCase()}`,
        Arn: arn(number),
        CreateDate: "2025-01-01T00:00:00+00:00",
        AssumeRolePolicyDocument: document({
          Effect: "Allow",
          Principal: trust(number),
          Action: trust(number).Federated === undefined ? "sts:AssumeRole" : "sts:AssumeRoleWithWebIdentity",
          ...condition(number),
        }),
        RolePolicyList: [{ PolicyName: "own", PolicyDocument: document(may(number)) }],
        AttachedManagedPolicies: [],
        InstanceProfileList: [],
        RoleLastUsed: {},
        Tags: [],
      })),
    },
  );
}

/** A public zone an account: addresses, chains of names, failover, some that lead to what is gone. */
function* names(index) {
  const account = accountOf(index);
  const zone = `/hostedzone/Z${hex(index, 0).toUpperCase()}`;
  const domain = `a${index}.example.org.`;
  yield answer(
    { service: "route53", operation: "ListHostedZones", account },
    {
      HostedZones: [
        {
          Id: zone,
          Name: domain,
          CallerReference: "bench",
          Config: { PrivateZone: false },
          ResourceRecordSetCount: PER_ACCOUNT.records,
        },
      ],
      IsTruncated: false,
      MaxItems: "100",
    },
  );
  const record = (number) => {
    const Name = `n${number}.${domain}`;
    const values = (Type, ...all) => ({
      Name,
      Type,
      TTL: 300,
      ResourceRecords: all.map((Value) => ({ Value })),
    });
    if (number % 4 === 0) return values("A", `198.51.${index & 255}.${number & 255}`);
    if (number % 4 === 1) return values("CNAME", `n${number - 1}.${domain}`);
    if (number % 4 === 2) return values("CNAME", `b-${account}-${number}.s3-website-eu-west-1.amazonaws.com`);
    return values("TXT", `"v=${number}"`);
  };
  yield answer(
    { service: "route53", operation: "ListResourceRecordSets", account, input: { HostedZoneId: zone } },
    { ResourceRecordSets: times(PER_ACCOUNT.records, record), IsTruncated: false, MaxItems: "1000" },
  );
}

/** Volumes, each with copies of which every tenth was copied on to another Region. */
function* data(index) {
  const account = accountOf(index);
  const count = PER_ACCOUNT.items / (1 + SNAPSHOTS);
  for (const [at, region] of REGIONS.entries()) {
    const here = times(Math.ceil(count), (number) => number).filter(
      (number) => number % REGIONS.length === at,
    );
    yield answer(
      { service: "ec2", operation: "DescribeVolumes", account, region },
      {
        Volumes: here.map((number) => ({
          VolumeId: `vol-${hex(index, number)}`,
          AvailabilityZone: `${region}a`,
          Encrypted: number % 3 !== 0,
          Size: 8,
          State: "in-use",
          VolumeType: "gp3",
          Attachments: [],
          Tags: [{ Key: "data-class", Value: number % 10 === 0 ? "personal" : "plain" }],
        })),
      },
    );
    yield answer(
      { service: "ec2", operation: "DescribeSnapshots", account, region },
      {
        Snapshots: here.flatMap((number) =>
          times(SNAPSHOTS, (copy) => ({
            SnapshotId: `snap-${hex(index, number * SNAPSHOTS + copy)}`,
            VolumeId: `vol-${hex(index, number)}`,
            OwnerId: account,
            State: "completed",
            StartTime: "2026-01-01T00:00:00Z",
            VolumeSize: 8,
            Encrypted: number % 3 !== 0,
            StorageTier: "standard",
          })),
        ),
      },
    );
  }
}
