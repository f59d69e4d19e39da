import { createHash } from "node:crypto";
import type { Json } from "../../../src/model/index.js";
import type { Shape } from "./models.js";

/** A member that wants a value, and what it stands for. */
export interface Named {
  readonly name: string;
  /** What the member names, wherever it stands: `VpcId`. */
  readonly concept: string;
  readonly owner: string;
  readonly index: number;
  readonly account: string;
  readonly region: string;
  /** What tells the things of one answer from those of another. */
  readonly about: string;
}

const MOMENT = "2026-01-01T00:00:00Z";
/** States of things that are there and do what they are for. */
const SETTLED = /^(?:available|active|enabled|associated|attached|ready|in-use|running)$/i;
const SECRETS =
  /(?:password|passwd|passphrase|secret|secret_?key|secret(?:string|binary|value)|private_?key|(?:access|refresh|auth|session|bearer|id)_?token|user_?data|presharedkey|credentials?)$/i;

/** Whether a member may hold a secret: the model says so, or its name does. */
export function isSensitive({ sensitive }: Shape, name: string): boolean {
  return sensitive === true || SECRETS.test(name);
}

/** A value that the model allows and whose looks fit the name; no two things get the same id. */
export function scalarOf(
  shape: Shape,
  named: Named,
  { service, timestamp }: { service: string; timestamp: string | undefined },
): Json {
  const { min = 0, max = Number.POSITIVE_INFINITY } = shape;
  if (shape.type === "boolean") return false;
  if (["integer", "long", "double", "float"].includes(shape.type)) return Math.min(Math.max(min, 1), max);
  if (shape.type === "timestamp") return timestamp === "rfc822" ? "Thu, 01 Jan 2026 00:00:00 GMT" : MOMENT;
  if (shape.enum !== undefined) {
    const settled = shape.enum.find((one) => SETTLED.test(one));
    return settled ?? shape.enum[named.index % shape.enum.length] ?? "";
  }
  if (shape.type === "blob") return "";
  const text = textOf(named, service);
  return text.length < min ? text.padEnd(min, "0") : text.slice(0, max);
}

/** Looks by the end of the name, first that fits. */
const LOOKS: readonly (readonly [RegExp, (named: Named, service: string) => string])[] = [
  [/(?:owner(?:Id)?|account(?:Id)?|administratorId)$/i, ({ account }) => account],
  [/region(?:Name)?$/i, ({ region }) => region],
  [/availabilityZone(?:Name)?$/i, ({ region }) => `${region}a`],
  [/protocol$/i, () => "tcp"],
  [/^ManagedServiceData$/, () => "{}"],
  [/asn(?:Extended)?$/i, () => "64512"],
  [/ipv4prefix$/i, (named) => `10.${byte(named, 0)}.0.0/28`],
  [/ipv6prefix$/i, (named) => `2001:db8:${hash(named).slice(0, 4)}::/80`],
  [/ipv6cidr\w*$|cidrIpv6$/i, (named) => `2001:db8:${hash(named).slice(0, 4)}::/56`],
  [/cidr(?:Block|Ip|Ipv4)?$/i, (named) => `10.${byte(named, 0)}.${named.index % 256}.0/24`],
  [/ipv6(?:Addr(?:ess)?)?$|IpsV6$/i, (named) => `2001:db8::${hash(named).slice(0, 4)}`],
  [
    /ip(?:Addr(?:ess)?|v4|v4Address|s)?$/i,
    (named) => `10.${byte(named, 0)}.${byte(named, 1)}.${named.index % 250}`,
  ],
  [/(?:time|date|timestamp)$/i, () => MOMENT],
  [/(?:policy|document|content|inlinePolicy)$/i, () => '{"Version":"2012-10-17","Statement":[]}'],
  [/arn$/i, arn],
  // Of a device that is sent: the model tells the form where it is asked about alone.
  [/^JobId$/, (named) => `JID${hash(named)}-0000-4000-8000-${idOf(named).slice(-12)}`],
  [/(?:dns|domain)(?:Name)?$/i, (named) => `${hash(named)}.example.com`],
  [/(?:uri|url|endpoint)$/i, (named) => `https://${hash(named)}.example.com/`],
];

function textOf(named: Named, service: string): string {
  const look = LOOKS.find(([pattern]) => pattern.test(named.concept))?.[1];
  return look?.(named, service) ?? idOf(named);
}

/** ARNs that say more than a name: those of web ACLs, permission sets and accounts of an organization. */
const ARNS: Readonly<Record<string, (named: Named) => string>> = {
  wafv2: (named) => {
    const scope = named.about.includes('"CLOUDFRONT"') ? "global" : "regional";
    const owner = named.owner.replace(/(?:Reference)?Statement$/, "");
    const part = (member: string) => idOf({ ...named, concept: `${owner}${member}` });
    const path = `${scope}/${owner.toLowerCase()}/${part("Name")}/${part("Id")}`;
    return `arn:aws:wafv2:${named.region}:${named.account}:${path}`;
  },
  "sso-admin": (named) =>
    `arn:aws:sso:::${kebab(named.concept.replace(/arn$/i, ""))}/ssoins-1/${idOf(named)}`,
  organizations: (named) =>
    `arn:aws:organizations::${named.account}:${named.owner.toLowerCase()}/o-a1/${idOf(named)}`,
  cloudfront: (named) => {
    const { Id: asked } = JSON.parse(named.about) as { Id?: string };
    const id = asked ?? idOf({ ...named, concept: "DistributionSummaryId" });
    return `arn:aws:cloudfront::${named.account}:distribution/${id}`;
  },
};

function arn(named: Named, service: string): string {
  const special = ARNS[service];
  if (special !== undefined) return special(named);
  const what = kebab(named.concept.replace(/arn$/i, "")) || "thing";
  return `arn:aws:${service}:${named.region}:${named.account}:${what}/${idOf(named)}`;
}

/** `vpc-` and twelve digits, the last of which count the items. */
function idOf(named: Named): string {
  const prefix = kebab(named.concept.replace(/(?:id|arn|name)$/i, "")) || "thing";
  return `${prefix}-${hash(named)}${named.index.toString(16).padStart(4, "0")}`;
}

function kebab(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase();
}

function hash({ account, region, concept, about }: Named): string {
  return createHash("sha256")
    .update([account, region, concept.toLowerCase(), about].join("|"))
    .digest("hex")
    .slice(0, 8);
}

function byte(named: Named, at: number): number {
  return Number.parseInt(hash(named).slice(at * 2, at * 2 + 2), 16);
}
