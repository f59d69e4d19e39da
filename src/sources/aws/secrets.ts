import { isObject, type Json, type JsonObject } from "../../model/index.js";

/**
 * Members that hold credentials, user data or whereabouts of people, in the answers of the calls we make or in those that
 * somebody saved beside them. Causeway has no use for them and keeps none.
 */
const SECRET = new Set([
  "AbuseContactEmail",
  "AbuseContactPhone",
  "AccessKeyId",
  "AdminContact",
  "authKey",
  "customerRouterConfig",
  "AuthCode",
  "AuthToken",
  "BillingContact",
  "ClientSecret",
  "ContactName",
  "ContactPhoneNumber",
  "AddressLine1",
  "AddressLine2",
  "AddressLine3",
  "Credentials",
  "FsxAdminPassword",
  "Email",
  "ManagementAccountEmail",
  "MasterAccountEmail",
  "ShareNotes",
  "HeaderValue",
  "CustomerGatewayConfiguration",
  "KeyMaterial",
  "MasterUserPassword",
  "Password",
  "PasswordData",
  "PreSharedKey",
  "PrivateKey",
  "RegistrantContact",
  "SecretAccessKey",
  "SecretBinary",
  "SecretString",
  "SessionToken",
  "TechContact",
  "SharedSecret",
  "UserData",
  "ValidationEmails",
  "activationCode",
  "Variables",
  // Of an API's stage, and of a service that runs a program.
  "variables",
  "StageVariables",
  "stageVariableOverrides",
  "RuntimeEnvironmentVariables",
  "RuntimeEnvironmentSecrets",
  "BuildCommand",
  "StartCommand",
  // Of databases, streams and locations that are read from or written to.
  "AccessKey",
  "adminUsername",
  // Of functions: what they are started with, and what went wrong with that.
  "Environment",
  "ImageConfigResponse",
  "RuntimeVersionConfig",
  "AsmPassword",
  "AuthPassword",
  "ExtraConnectionAttributes",
  "HECToken",
  "KeyPassphrase",
  "Krb5FileContents",
  "SaslPassword",
  "SecurityDbEncryption",
  "SslClientKeyPassword",
  "AttributeValue",
  "AfterConnectScript",
  // Of devices that are sent: links that let one in, and who fetches them.
  "JobCompletionReportURI",
  "JobFailureLogURI",
  "JobSuccessLogURI",
  "PickupDetails",
  "TaxDocuments",
  "TrackingNumber",
]);

/**
 * Texts under names that end so are secrets wherever they stand, in services too that nobody thought of here. ARNs and
 * ids of secrets have other endings, page tokens other names, and lengths and ages of passwords are no texts.
 */
const NAMED_SECRET =
  /(?:password|passwd|passphrase|secret|secret_?key|secret_?(?:string|binary|value)|private_?key|(?:access|refresh|auth|session|bearer|id)_?token|user_?data|pre_?shared_?key|credentials?)$/i;
/** Lists of names with values that programs are started with; of parameters of stacks too. */
const SETTINGS = /^(?:environment(?:_?variables)?|parameterOverrides)$/i;

/** By what name somebody logs in to a store: a text; elsewhere an object stands under the name. */
const LOGINS = new Set(["User", "Username"]);

export const REMOVED = "(removed)";

/** A copy without secrets; what was there is said, not what it was. */
export function withoutSecrets(value: JsonObject): JsonObject {
  return clean(value) as JsonObject;
}

function clean(value: Json): Json {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(clean);
  const entries = Object.entries(value);
  const secret = (key: string) =>
    SECRET.has(key) ||
    (LOGINS.has(key) && typeof value[key] === "string") ||
    (NAMED_SECRET.test(key) && typeof value[key] === "string") ||
    (SOUGHT.has(key) && mayBeShared(value)) ||
    (key === "Endpoint" && isAddress(value)) ||
    isParameter(key, value);
  // Entries, not assignment: a member named __proto__ stays a member.
  return Object.fromEntries(
    entries.map(([key, member]) => {
      if (secret(key)) return [key, REMOVED];
      if (ADDRESSES.has(key) && typeof member === "string") return [key, hostOf(member)];
      if (key === "EndpointConfiguration") return [key, withoutPath(clean(member))];
      return [key, HEADERS.has(key) || SETTINGS.test(key) ? withoutValues(member) : clean(member)];
    }),
  );
}

/** Addresses whose path or query may hold a token, or a password before the host. */
const ADDRESSES = new Set(["HECEndpoint", "ClusterJDBCURL", "EndpointUri"]);

/** An endpoint of a delivery by HTTP: the path is often what lets one in. */
function withoutPath(endpoint: Json): Json {
  const url = isObject(endpoint) ? endpoint["Url"] : undefined;
  return isObject(endpoint) && typeof url === "string" ? { ...endpoint, Url: hostOf(url) } : endpoint;
}

/** Scheme, host and port of an address. */
function hostOf(address: string): string {
  const [, scheme = "", host = ""] = /^([a-z:]+:\/\/|)(?:[^/@]*@)?([^/?#;]*)/i.exec(address) ?? [];
  return `${scheme}${host}`;
}

/** A subscription that is of people or of a page: whoever knows the page may call it. Those of machines have ARNs. */
function isAddress({ SubscriptionArn: subscription, Protocol: protocol }: JsonObject): boolean {
  return subscription !== undefined && !["sqs", "lambda", "firehose"].includes(String(protocol));
}

/** Headers that web ACLs add to requests and responses: a value may be what the origin knows them by. */
const HEADERS = new Set(["InsertHeaders", "ResponseHeaders"]);

function withoutValues(headers: Json): Json {
  if (!Array.isArray(headers)) return clean(headers);
  return headers.map((one) => {
    const told = clean(one);
    if (!isObject(told)) return told;
    const member = ["Value", "value"].find((name) => Object.hasOwn(told, name));
    return member === undefined ? told : { ...told, [member]: REMOVED };
  });
}

/** The value of a parameter of Systems Manager, or of a stack: https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_Parameter.html */
function isParameter(key: string, value: JsonObject): boolean {
  if (key === "ParameterValue") return Object.hasOwn(value, "ParameterKey");
  if (key !== "Value") return false;
  return Object.hasOwn(value, "Name") && /^(?:Secure)?String(?:List)?$/.test(String(value["Type"]));
}

/** What a rule of a web ACL looks for. */
const SOUGHT = new Set(["SearchString", "RegexString"]);
/** Headers that everybody may know. */
const PUBLIC_HEADERS = new Set(["accept", "content-type", "host", "origin", "referer", "user-agent"]);

/** A rule that looks for a value in a header or argument of somebody's own may look for a shared secret. */
function mayBeShared(statement: JsonObject): boolean {
  const field = statement["FieldToMatch"];
  if (field === undefined || !isObject(field)) return false;
  const header = field["SingleHeader"];
  if (header === undefined || !isObject(header))
    return Object.hasOwn(field, "SingleQueryArgument") || Object.hasOwn(field, "Cookies");
  const name = header["Name"];
  return typeof name !== "string" || !PUBLIC_HEADERS.has(name.toLowerCase());
}
