import type { Item } from "./item.js";
import { partsOfArn } from "./names.js";
import { scopeOf } from "./place.js";

/** An item of the load balancer API, whose id is its ARN. Null, with a gap, where it has none. */
export function byArn(raw: Item, member: string) {
  const id = raw.text(member);
  const parts = id === null ? null : partsOfArn(id);
  if (id === null || parts === null) {
    raw.gap("unparsed", `${raw.draft.place.call} answered with an item that has no ${member}`);
    return null;
  }
  const item = raw.about(id);
  const { account, region, resource } = parts;
  return { id, item, account, resource, scope: scopeOf(item.draft.place, account, region) };
}

/** Name of a load balancer or target group: `loadbalancer/app/shop/0123` is shop, `targetgroup/web/0123` is web. */
export function nameInArn(resource: string): string {
  const parts = resource.split("/");
  return parts.at(-2) ?? resource;
}
