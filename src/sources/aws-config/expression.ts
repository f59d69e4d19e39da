/** What a query asks for; absent: everything of the kind. */
export interface Asked {
  readonly resourceType?: ReadonlySet<string>;
  readonly accountId?: ReadonlySet<string>;
  readonly awsRegion?: ReadonlySet<string>;
}

const MEMBERS = [
  "resourceId",
  "resourceType",
  "accountId",
  "awsRegion",
  "arn",
  "configuration",
  "supplementaryConfiguration",
  "tags",
  "configurationItemStatus",
  "configurationItemCaptureTime",
];

/** The query for all that an account has of some types. https://docs.aws.amazon.com/config/latest/developerguide/query-components.html */
export function expressionFor(account: string, types: readonly string[]): string {
  const listed = types.map((type) => `'${type}'`).join(", ");
  return `SELECT ${MEMBERS.join(", ")} WHERE accountId = '${account}' AND resourceType IN (${listed})`;
}

const CONDITION =
  /^(resourceType|accountId|awsRegion)\s*(?:=\s*'([\w:.-]+)'|IN\s*\(\s*('[\w:.-]+'(?:\s*,\s*'[\w:.-]+')*)\s*\))$/i;

/**
 * Reads a query. Null for one that may leave out more than types, accounts and Regions: what it does not answer with
 * may be there all the same.
 */
export function askedBy(expression: string): Asked | null {
  const [, select = "", where] =
    /^\s*SELECT\s+([^']+?)(?:\s+WHERE\s+(.+?))?\s*;?\s*$/is.exec(expression) ?? [];
  if (select === "" || /\(/.test(select)) return null;
  const asked = new Map<string, ReadonlySet<string>>();
  for (const condition of where?.split(/\s+AND\s+/i) ?? []) {
    const [, member = "", one, some] = CONDITION.exec(condition.trim()) ?? [];
    const name = NAMES.get(member.toLowerCase());
    if (name === undefined || asked.has(name)) return null;
    asked.set(name, new Set(one === undefined ? (some ?? "").match(/[\w:.-]+/g) : [one]));
  }
  return Object.fromEntries(asked);
}

const NAMES = new Map([
  ["resourcetype", "resourceType"],
  ["accountid", "accountId"],
  ["awsregion", "awsRegion"],
]);

/** Whether a query would have told of this. */
export function asksFor(asked: Asked, one: { type: string; account: string; region: string }): boolean {
  const { resourceType, accountId, awsRegion } = asked;
  return (
    (resourceType?.has(one.type) ?? true) &&
    (accountId?.has(one.account) ?? true) &&
    (awsRegion?.has(one.region) ?? true)
  );
}
