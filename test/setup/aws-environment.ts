import dns from "node:dns";

/** Credentials that must never be seen again; tests look for them everywhere. */
export const CANARIES = ["AKIACANARY0000000000", "canary/secret+key", "canary-session-token"] as const;

const SETTINGS: Readonly<Record<string, string>> = {
  AWS_ACCESS_KEY_ID: CANARIES[0],
  AWS_SECRET_ACCESS_KEY: CANARIES[1],
  AWS_SESSION_TOKEN: CANARIES[2],
  AWS_REGION: "eu-west-1",
  AWS_EC2_METADATA_DISABLED: "true",
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
  AWS_CONFIG_FILE: "/dev/null",
  AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
};
const CLEARED = ["AWS_PROFILE", "AWS_DEFAULT_REGION"];

/** Services that put the account before the name of the host need a host with a name: `111122223333.localhost`. */
const lookup = dns.lookup;
dns.lookup = ((name: string, ...rest: [never]) =>
  lookup(name.endsWith(".localhost") ? "localhost" : name, ...rest)) as typeof dns.lookup;

/** Points the SDK's default chain at an endpoint of ours; gives back what undoes it. */
export function pointAwsAt(
  endpoint: string,
  more: Readonly<Record<string, string | undefined>> = {},
): () => void {
  const named = endpoint.replace("127.0.0.1", "localhost");
  const wanted = { ...SETTINGS, AWS_ENDPOINT_URL: endpoint, AWS_ENDPOINT_URL_S3_CONTROL: named, ...more };
  const names = [...Object.keys(wanted), ...CLEARED];
  const before = names.map((name) => [name, process.env[name]] as const);
  const set = (name: string, value: string | undefined) => {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  };
  for (const name of CLEARED) set(name, undefined);
  for (const [name, value] of Object.entries(wanted)) set(name, value);
  return () => {
    for (const [name, value] of before) set(name, value);
  };
}
