/** Who is named as a principal. */
export type PartyType =
  | "anyone"
  | "account"
  | "role"
  | "user"
  | "session"
  | "federated-user"
  | "root"
  | "unique-id"
  | "service"
  | "saml"
  | "oidc"
  | "web-identity"
  | "canonical"
  | "unknown";

export interface Party {
  readonly type: PartyType;
  /** As the document names it; of an account its id. */
  readonly name: string;
  readonly account: string | null;
  readonly partition: string | null;
}

const ARN = /^arn:(aws[a-z-]*):(iam|sts)::(\d{12}):(.+)$/;
const RESOURCES: readonly (readonly [RegExp, PartyType])[] = [
  [/^root$/, "account"],
  [/^role\/.+$/, "role"],
  [/^user\/.+$/, "user"],
  [/^assumed-role\/[^/]+\/.+$/, "session"],
  [/^federated-user\/.+$/, "federated-user"],
  [/^saml-provider\/.+$/, "saml"],
  [/^oidc-provider\/.+$/, "oidc"],
];

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
export function partyOf(kind: string, name: string): Party {
  const plain = { name, account: null, partition: null };
  if (name === "*") return { ...plain, type: "anyone" };
  if (kind === "Service") return { ...plain, type: "service" };
  if (kind === "CanonicalUser") return { ...plain, type: "canonical" };
  if (kind !== "AWS" && kind !== "Federated") return { ...plain, type: "unknown" };
  const [, partition = null, , account = null, resource = ""] = ARN.exec(name) ?? [];
  const [, type = null] = RESOURCES.find(([shape]) => shape.test(resource)) ?? [];
  if (type === "account" && account !== null) return { type, name: account, account, partition };
  if (type !== null) return { type, name, account, partition };
  if (kind === "Federated") return { ...plain, type: name.startsWith("arn:") ? "unknown" : "web-identity" };
  if (/^\d{12}$/.test(name)) return { type: "account", name, account: name, partition: null };
  // What stands where somebody was deleted: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
  if (/^A(?:ROA|IDA|GPA|NPA|IPA|SCA)[A-Z0-9]{10,}$/.test(name)) return { ...plain, type: "unique-id" };
  return { ...plain, type: "unknown" };
}

/** Whether everybody whom the first names the second names too; null where that cannot be told. */
export function covers(all: Party, one: Party): boolean | null {
  if (all.type === "anyone") return true;
  if (all.type === one.type && all.name === one.name) return true;
  if (all.type === "unique-id" || all.type === "unknown") return one.account === null ? false : null;
  if (all.type === "account")
    return one.account === all.account && one.type !== "saml" && one.type !== "oidc";
  if (all.type === "role" && one.type === "session")
    return sessionRole(one) === roleName(all) && one.account === all.account;
  return false;
}

/** Whether somebody whom the second names may be one whom the first names. */
export function meets(some: Party, one: Party): boolean {
  if (one.type === "anyone") return true;
  return covers(some, one) !== false || covers(one, some) !== false;
}

/** The last part of a role's ARN: sessions do not tell the path. */
export function roleName({ name }: Party): string {
  return name.slice(name.lastIndexOf("/") + 1);
}

function sessionRole({ name }: Party): string | undefined {
  return name.split("/")[1];
}
