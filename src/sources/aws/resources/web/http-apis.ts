import type { Item } from "../../item.js";
import { type Resource, tokens } from "../../resource.js";
import { labelOf } from "../../tags.js";
import { apiId, ofEachApi } from "../../web/api-identity.js";
import { tagRecord } from "../../web/entry-point.js";

const EACH = ofEachApi("apis");
/** This API takes the size of a page as text. */
const PAGES = { ...tokens(0), size: { MaxResults: "500" } };
const NODE = { kind: "web-api", type: "aws.http-api", native: {}, pointer: "" } as const;
const COMMON = { actions: ["apigateway:GET"], scope: "region" } as const;

/** HTTP and WebSocket APIs. https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis.html */
export const httpApis: Resource = {
  service: "apigatewayv2",
  operation: "GetApis",
  list: "Items",
  recognizes: (first) => typeof first?.["ApiId"] === "string" && typeof first["ProtocolType"] === "string",
  ...COMMON,
  kinds: ["web-api"],
  types: ["aws.http-api"],
  optional: true,
  paging: PAGES,
  normalize({ items, draft }) {
    for (const raw of items) {
      const short = raw.text("ApiId");
      if (short === null) {
        raw.gap("unparsed", `${draft.place.call} answered with an API that has no ApiId`);
        continue;
      }
      const id = apiId(draft.place, "apis", short);
      const item = raw.about(id);
      const name = item.text("Name") ?? short;
      draft.node({
        ...{ id, kind: "web-api", type: "aws.http-api", label: labelOf(short, name), aliases: [short] },
        ...{ tags: tagRecord(item, "Tags"), native: item.json, pointer: item.pointer },
        is: {
          ...{ name, apiType: typeOf(item), endpointTypes: ["regional"], public: true, policy: null },
          defaultDomain: item.flag("DisableExecuteApiEndpoint") !== true,
          origins: item.child("CorsConfiguration")?.texts("AllowOrigins").sort() ?? null,
        },
      });
    }
  },
};

function typeOf(item: Item): string {
  return item.text("ProtocolType") === "WEBSOCKET" ? "websocket-api" : "http-api";
}

/** https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-stages.html */
export const httpApiStages: Resource = {
  service: "apigatewayv2",
  operation: "GetStages",
  list: "Items",
  recognizes: () => false,
  needsEnvelope: true,
  ...COMMON,
  kinds: ["entry-point"],
  types: ["aws.api-gateway-stage"],
  paging: PAGES,
  each: { ...EACH, relations: ["stages"] },
  normalize({ items, input, draft }) {
    const to = EACH.node(input, draft.place);
    if (to === null) return;
    for (const raw of items) {
      const name = raw.text("StageName");
      if (name === null) raw.gap("unparsed", `A stage of ${to} has no name`);
      if (name === null) continue;
      const id = `${to}/stages/${name}`;
      const item = raw.about(id);
      const logs = item.child("AccessLogSettings")?.text("DestinationArn") ?? null;
      draft.node({
        ...{ id, kind: "entry-point", type: "aws.api-gateway-stage", label: `${name} of ${input["ApiId"]}` },
        ...{ tags: tagRecord(item, "Tags"), native: item.json, pointer: item.pointer },
        is: {
          ...{ name, entryType: "http-api", state: null, enabled: true, public: true, unmodelled: [] },
          accessLogs: logs === null ? null : { destination: logs, level: null },
          clientCertificate: item.text("ClientCertificateId"),
        },
      });
      draft.edge({ from: id, relation: "api", to, pointer: item.pointer });
    }
  },
};

/** https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-authorizers.html */
export const httpApiAuthorizers: Resource = {
  service: "apigatewayv2",
  operation: "GetAuthorizers",
  list: "Items",
  recognizes: () => false,
  needsEnvelope: true,
  ...COMMON,
  kinds: ["web-api"],
  types: ["aws.http-api"],
  paging: PAGES,
  each: EACH,
  normalize({ items, input, draft }) {
    const id = EACH.node(input, draft.place);
    if (id === null) return;
    const authorizers = items.map((raw) => {
      const item = raw.about(id);
      const type = item.text("AuthorizerType");
      if (type === null) item.gap("unparsed", "An authorizer was answered without its type");
      const source = item.child("JwtConfiguration")?.text("Issuer") ?? item.text("AuthorizerUri");
      return { type: (type ?? "unknown").toLowerCase(), name: item.text("Name"), source };
    });
    draft.node({ ...NODE, id, label: String(input["ApiId"]), is: { authorizers } });
  },
};

/** https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-routes.html */
export const httpApiRoutes: Resource = {
  service: "apigatewayv2",
  operation: "GetRoutes",
  list: "Items",
  recognizes: () => false,
  needsEnvelope: true,
  ...COMMON,
  kinds: ["web-api"],
  types: ["aws.http-api"],
  paging: PAGES,
  each: EACH,
  normalize({ items, input, draft }) {
    const id = EACH.node(input, draft.place);
    if (id === null) return;
    const openRoutes = items.flatMap((raw) => openRoute(raw.about(id))).sort();
    draft.node({ ...NODE, id, label: String(input["ApiId"]), is: { openRoutes } });
  },
};

function openRoute(item: Item): string[] {
  const key = item.text("RouteKey");
  if (key === null) item.gap("unparsed", "A route of an API was answered without its key");
  // Of a WebSocket API the connection is asked who it is, and what comes over it is not asked again.
  const answered = key !== null && (key.includes(" ") || key === "$connect" || key === "$default");
  const open = (item.text("AuthorizationType") ?? "NONE") === "NONE" && item.flag("ApiKeyRequired") !== true;
  return open && answered ? [key] : [];
}
