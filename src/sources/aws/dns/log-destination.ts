import type { Item } from "../item.js";

/** Where a query log goes, by its ARN: a log group, a bucket or a delivery stream. */
export function destinationOf(item: Item, member: string) {
  const destination = item.text(member);
  const destinationType = /^arn:[^:]*:([^:]+):/.exec(destination ?? "")?.[1] ?? null;
  return { destination, destinationType };
}
