import { askBy } from "../../hybrid/asked.js";
import { named } from "../../hybrid/named.js";
import { partsOfArn } from "../../names.js";
import type { Place } from "../../place.js";
import { scopeOf } from "../../place.js";
import { type Resource, tokens } from "../../resource.js";

/** DNS settings that many networks share. https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53profiles_ListProfiles.html */
export const dnsProfiles: Resource = {
  service: "route53profiles",
  operation: "ListProfiles",
  list: "ProfileSummaries",
  actions: ["route53profiles:ListProfiles"],
  kinds: ["dns-profile"],
  types: ["aws.route53-profile"],
  scope: "region",
  optional: true,
  neededWith: ["route53profiles:ListProfileAssociations"],
  paging: tokens(100),
  normalize({ items, draft }) {
    for (const raw of items) {
      const profile = named(raw, { arn: "Arn", id: "Id", name: "Name" });
      if (profile === null) continue;
      const { item, name, base } = profile;
      const sharing = item.text("ShareStatus")?.toLowerCase() ?? null;
      draft.node({ ...base, kind: "dns-profile", type: "aws.route53-profile", is: { name, sharing } });
    }
  },
};

/** Networks that follow a profile. https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53profiles_ProfileAssociation.html */
export const dnsProfileAssociations: Resource = {
  service: "route53profiles",
  operation: "ListProfileAssociations",
  list: "ProfileAssociations",
  actions: ["route53profiles:ListProfileAssociations"],
  kinds: ["dns-association"],
  types: ["aws.route53-profile-association"],
  scope: "region",
  optional: true,
  neededWith: ["route53profiles:ListProfiles"],
  paging: tokens(100),
  normalize({ items, draft }) {
    for (const raw of items) {
      const short = raw.text("Id");
      if (short === null || short === "") {
        raw.gap("unparsed", `${draft.place.call} answered with an item that has no Id`);
        continue;
      }
      const { partition, region = "", account = "" } = draft.place;
      const id = `arn:${partition}:route53profiles:${region}:${account}:profile-association/${short}`;
      const item = raw.about(id);
      const name = item.text("Name");
      draft.node({
        ...{ id, kind: "dns-association", type: "aws.route53-profile-association", label: name ?? short },
        ...{ aliases: [short], scope: scopeOf(draft.place), native: item.json, pointer: item.pointer },
        is: { name, status: (item.text("Status") ?? "unknown").toLowerCase() },
      });
      draft.edge({ from: id, relation: "associated", to: item.text("ProfileId"), pointer: item.pointer });
      draft.edge({ from: id, relation: "network", to: item.text("ResourceId"), pointer: item.pointer });
    }
  },
};

function profileArn({ partition, region = "" }: Place, short: string, account = ""): string {
  return `arn:${partition}:route53profiles:${region}:${account}:profile/${short}`;
}

/** What a profile holds. https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53profiles_ProfileResourceAssociation.html */
export const dnsProfileResources: Resource = {
  service: "route53profiles",
  operation: "ListProfileResourceAssociations",
  list: "ProfileResourceAssociations",
  actions: ["route53profiles:ListProfileResourceAssociations"],
  kinds: ["dns-profile"],
  types: ["aws.route53-profile"],
  scope: "region",
  needsEnvelope: true,
  paging: tokens(100),
  each: {
    of: "route53profiles:ListProfiles",
    input: askBy("Id", "ProfileId"),
    node: ({ ProfileId: short }, place) =>
      typeof short === "string" ? profileArn(place, short, place.account) : null,
  },
  normalize({ items, input, draft }) {
    const { ProfileId: short } = input;
    if (typeof short !== "string") return;
    // One that another account shares is that account's.
    const id = profileArn(draft.place, short, items[0]?.text("OwnerId") ?? draft.place.account);
    const resources = items.flatMap((raw) => {
      const item = raw.about(id);
      const resource = item.text("ResourceArn");
      if (resource === null) item.gap("unparsed", "A DNS profile holds something that has no ARN");
      if (resource === null) return [];
      const { account, region } = partsOfArn(resource) ?? {};
      draft.edge({ from: id, relation: "contains", to: resource, pointer: item.pointer, account, region });
      const type = (item.text("ResourceType") ?? "unknown").toLowerCase();
      return [
        { name: item.text("Name"), resource, type, state: (item.text("Status") ?? "unknown").toLowerCase() },
      ];
    });
    const [label, { account, region }] = [id.split("/").at(-1) ?? id, partsOfArn(id) ?? {}];
    draft.node({
      ...{ id, kind: "dns-profile", type: "aws.route53-profile", label, aliases: [label] },
      ...{ scope: scopeOf(draft.place, account, region), is: { resources }, native: {}, pointer: "" },
    });
  },
};
