import { byArn } from "../../balancer-identity.js";
import type { Item } from "../../item.js";
import { nextTokens, type Resource } from "../../resource.js";
import { namesWebAcl, tagRecord } from "../../web/entry-point.js";
import { word } from "../../web/request-part.js";

/** https://docs.aws.amazon.com/appsync/latest/APIReference/API_GraphqlApi.html */
export const graphqlApis: Resource = {
  service: "appsync",
  operation: "ListGraphqlApis",
  list: "graphqlApis",
  actions: ["appsync:ListGraphqlApis"],
  kinds: ["entry-point"],
  types: ["aws.appsync-api"],
  scope: "region",
  optional: true,
  paging: nextTokens(25),
  normalize({ items, draft }) {
    for (const raw of items) {
      const api = byArn(raw, "arn");
      if (api === null) continue;
      const { id, item, scope } = api;
      const name = item.text("name") ?? id;
      const uris = Object.values(item.child("uris")?.json ?? {});
      const level = item.child("logConfig")?.text("fieldLogLevel") ?? "NONE";
      draft.node({
        ...{ id, kind: "entry-point", type: "aws.appsync-api", label: name, scope, native: item.json },
        ...{ tags: tagRecord(item, "tags"), pointer: item.pointer },
        is: {
          ...{ name, entryType: "graphql-api", state: null, enabled: true, unmodelled: [] },
          // Private ones are asked from VPCs alone, and are global where nothing is said.
          public: (item.text("visibility") ?? "GLOBAL") !== "PRIVATE",
          domains: uris.flatMap((uri) => (typeof uri === "string" ? hostOf(uri) : [])).sort(),
          ...{ tlsMinimum: null, certificate: null, defaultDomain: true },
          executionLogs: level === "NONE" ? null : level.toLowerCase(),
          traced: item.flag("xrayEnabled"),
          authentication: [item, ...item.list("additionalAuthenticationProviders")].map(providerOf),
        },
      });
      namesWebAcl(item, id, "wafWebAclArn");
    }
  },
};

function hostOf(uri: string): string[] {
  const host = /^[a-z]+:\/\/([^/:]+)/.exec(uri)?.[1];
  return host === undefined ? [] : [host];
}

/** One way of telling who asks; the first is meant where a field names none. */
function providerOf(item: Item) {
  const type = item.text("authenticationType");
  if (type === null)
    item.gap("unparsed", "A way to authenticate at a GraphQL API was answered without its type");
  const source =
    item.child("userPoolConfig")?.text("userPoolId") ??
    item.child("openIDConnectConfig")?.text("issuer") ??
    item.child("lambdaAuthorizerConfig")?.text("authorizerUri") ??
    null;
  return { type: word(type ?? "unknown"), name: null, source };
}
