import type { FactsByKind } from "../../../../model/index.js";
import { byArn } from "../../balancer-identity.js";
import type { Item } from "../../item.js";
import type { Place } from "../../place.js";
import { type Resource, tokens } from "../../resource.js";
import { tagRecord } from "../../web/entry-point.js";

type Users = NonNullable<FactsByKind["entry-point"]["users"]>;

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUserPools.html */
export const userPools: Resource = {
  service: "cognito-idp",
  operation: "ListUserPools",
  list: "UserPools",
  actions: ["cognito-idp:ListUserPools"],
  kinds: ["entry-point"],
  types: ["aws.user-pool"],
  scope: "region",
  optional: true,
  paging: tokens(60),
  normalize({ items, draft }) {
    for (const raw of items) {
      const short = raw.text("Id");
      if (short === null) {
        raw.gap("unparsed", `${draft.place.call} answered with a user pool that has no Id`);
        continue;
      }
      const name = raw.text("Name") ?? short;
      draft.node({
        ...{ id: poolId(draft.place, short), kind: "entry-point", type: "aws.user-pool", label: name },
        ...{ aliases: [short], native: raw.json, pointer: raw.pointer },
        is: { name, entryType: "user-pool", public: true },
      });
    }
  },
};

function poolId({ partition, region = "", account = "" }: Place, short: string): string {
  return `arn:${partition}:cognito-idp:${region}:${account}:userpool/${short}`;
}

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserPoolType.html */
export const userPoolDescriptions: Resource = {
  service: "cognito-idp",
  operation: "DescribeUserPool",
  list: "UserPool",
  object: ["UserPool"],
  actions: ["cognito-idp:DescribeUserPool"],
  kinds: ["entry-point"],
  types: ["aws.user-pool"],
  scope: "region",
  each: {
    of: "cognito-idp:ListUserPools",
    input(pool) {
      const id = pool.text("Id");
      return id === null ? null : { UserPoolId: id };
    },
    node: ({ UserPoolId: id }, place) => (typeof id === "string" ? poolId(place, id) : null),
  },
  normalize({ items: [whole], draft }) {
    const raw = whole?.child("UserPool") ?? null;
    const pool = raw === null ? null : byArn(raw, "Arn");
    if (pool === null) return;
    const { id, item, scope } = pool;
    const name = item.text("Name") ?? id;
    const [prefix, custom] = [item.text("Domain"), item.text("CustomDomain")];
    const own = prefix === null ? [] : [`${prefix}.auth.${scope.region ?? ""}.amazoncognito.com`];
    draft.node({
      ...{ id, kind: "entry-point", type: "aws.user-pool", label: name, scope, native: item.json },
      ...{ aliases: [item.text("Id") ?? id], tags: tagRecord(item, "UserPoolTags"), pointer: item.pointer },
      is: {
        ...{ name, entryType: "user-pool", public: true, enabled: true, state: null, unmodelled: [] },
        domains: [...own, ...(custom === null ? [] : [custom])],
        ...{ tlsMinimum: null, certificate: null, defaultDomain: prefix !== null },
        users: usersOf(item),
      },
    });
  },
};

function usersOf(item: Item): Users {
  const policy = item.child("Policies")?.child("PasswordPolicy") ?? null;
  const byAdministrator = item.child("AdminCreateUserConfig")?.flag("AllowAdminCreateUserOnly") ?? null;
  const kept = item.text("DeletionProtection");
  return {
    mfa: (item.text("MfaConfiguration") ?? "unknown").toLowerCase(),
    password: policy === null ? null : passwordOf(policy),
    threatProtection: (item.child("UserPoolAddOns")?.text("AdvancedSecurityMode") ?? "OFF").toLowerCase(),
    selfRegistration: byAdministrator === null ? null : !byAdministrator,
    deletionProtection: kept === null ? null : kept === "ACTIVE",
  };
}

function passwordOf(policy: Item): NonNullable<Users["password"]> {
  return {
    length: policy.int("MinimumLength"),
    upper: policy.flag("RequireUppercase") ?? false,
    lower: policy.flag("RequireLowercase") ?? false,
    numbers: policy.flag("RequireNumbers") ?? false,
    symbols: policy.flag("RequireSymbols") ?? false,
    history: policy.int("PasswordHistorySize"),
    temporaryDays: policy.int("TemporaryPasswordValidityDays"),
  };
}
