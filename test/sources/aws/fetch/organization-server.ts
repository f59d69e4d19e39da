import { pointAwsAt } from "../../../setup/aws-environment.js";
import { ec2Xml, emptyAnswer, type QueryCall, startQueryServer } from "../../../setup/query-server.js";

export const OWN = "111122223333";

/** What a call meets instead of an answer: an error of its protocol. */
export interface Refusal {
  readonly code: string;
  readonly status?: number;
}

export interface Organization {
  /** Accounts as organizations:ListAccounts tells them. */
  readonly accounts: readonly object[];
  readonly regions?: readonly string[];
  readonly partition?: string;
  /** Environment of the caller. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** `account` is that of whoever asks. */
  refuse?(call: QueryCall, account: string): Refusal | null;
  /** Answers of the test's own, by call. */
  readonly json?: Readonly<Record<string, (input: Record<string, unknown>) => object>>;
  readonly xml?: Readonly<Record<string, string>>;
  /** How long sessions last, in seconds. */
  readonly lasts?: number;
}

export interface Asked {
  readonly call: string;
  readonly account: string;
  readonly region: string;
  readonly params: URLSearchParams;
  readonly body: string;
}

/** An organization whose accounts hold nothing; whoever assumes a role asks with a key that names its account. */
export async function startOrganization(organization: Organization) {
  const { partition = "aws", regions = ["eu-west-1"] } = organization;
  const asked: Asked[] = [];
  let sessions = 0;
  const answer = (call: QueryCall): string | null => {
    const account = accountOf(call);
    const { accounts, json = {}, xml = {} } = organization;
    const own = json[call.call];
    if (own !== undefined) return JSON.stringify(own(JSON.parse(call.body || "{}")));
    const text = xml[call.call];
    if (text !== undefined) return text;
    if (call.call === "organizations:ListAccounts") return JSON.stringify({ Accounts: accounts });
    if (call.call === "sts:AssumeRole") return session(call, ++sessions, organization.lasts ?? 3600);
    if (call.call === "sts:GetCallerIdentity") return identity(partition, account);
    if (call.call === "ec2:DescribeRegions")
      return ec2Xml("DescribeRegions", `<regionInfo>${listed(regions)}</regionInfo>`);
    // Where a test does not say what IAM simulates, nobody may ask for it.
    return call.call === "iam:SimulatePrincipalPolicy" ? null : emptyAnswer(call);
  };
  const server = await startQueryServer((call, response) => {
    const account = accountOf(call);
    asked.push({ call: call.call, account, region: call.region, params: call.params, body: call.body });
    const refusal = organization.refuse?.(call, account) ?? null;
    if (refusal !== null) {
      response
        .writeHead(refusal.status ?? 403, { "x-amzn-errortype": refusal.code })
        .end(errorText(call.call, refusal));
      return true;
    }
    const text = answer(call);
    if (text === null) return false;
    response.writeHead(200).end(text);
    return true;
  });
  const undo = pointAwsAt(server.endpoint, organization.env ?? {});
  return {
    asked,
    stop: async () => {
      undo();
      await server.stop();
    },
  };
}

/** The account that a call is made as: the key of a session ends with it. */
function accountOf({ request }: QueryCall): string {
  const [, key = ""] = /Credential=([^/]+)\//.exec(request.headers.authorization ?? "") ?? [];
  return /^ASIA\d+X(\d{12})$/.exec(key)?.[1] ?? OWN;
}

function session({ params }: QueryCall, number: number, seconds: number): string {
  const account = /::(\d{12}):/.exec(params.get("RoleArn") ?? "")?.[1];
  const until = new Date(Date.now() + seconds * 1000).toISOString();
  return `<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIA${number}X${account}</AccessKeyId><SecretAccessKey>CANARY-session-secret</SecretAccessKey><SessionToken>CANARY-session-token</SessionToken><Expiration>${until}</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>`;
}

function identity(partition: string, account: string): string {
  const arn =
    account === OWN
      ? `arn:${partition}:iam::${account}:user/audit`
      : `arn:${partition}:sts::${account}:assumed-role/causeway/night`;
  return `<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>${arn}</Arn><UserId>U</UserId><Account>${account}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`;
}

const listed = (regions: readonly string[]) =>
  regions
    .map((name) => `<item><regionName>${name}</regionName><optInStatus>opted-in</optInStatus></item>`)
    .join("");

function errorText(call: string, { code }: Refusal): string {
  if (call.startsWith("ec2:"))
    return `<Response><Errors><Error><Code>${code}</Code><Message>no</Message></Error></Errors></Response>`;
  if (/^(?:sts|iam|elb|elbv2):/.test(call))
    return `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>no</Message></Error></ErrorResponse>`;
  return JSON.stringify({ __type: code, message: "no" });
}
