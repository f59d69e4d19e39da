import type { Item } from "../../item.js";
import type { Resource } from "../../resource.js";
import { ofEachApi } from "../../web/api-identity.js";
import { POSITIONS } from "./rest-apis.js";

const EACH = ofEachApi("restapis");
const METHODS = ofEachApi("restapis", { embed: ["methods"] });
const NODE = { kind: "web-api", type: "aws.rest-api", native: {}, pointer: "" } as const;

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetAuthorizers.html */
export const restApiAuthorizers: Resource = {
  service: "apigateway",
  operation: "GetAuthorizers",
  list: "items",
  recognizes: () => false,
  needsEnvelope: true,
  actions: ["apigateway:GET"],
  kinds: ["web-api"],
  types: ["aws.rest-api"],
  scope: "region",
  paging: POSITIONS,
  each: EACH,
  normalize({ items, input, draft }) {
    const id = EACH.node(input, draft.place);
    if (id === null) return;
    const authorizers = items.map((raw) => {
      const item = raw.about(id);
      const source = item.texts("providerARNs")[0] ?? item.text("authorizerUri");
      return { type: (item.text("type") ?? named(item)).toLowerCase(), name: item.text("name"), source };
    });
    draft.node({ ...NODE, id, label: String(input["restApiId"]), is: { authorizers } });
  },
};

function named(item: Item): string {
  item.gap("unparsed", "An authorizer was answered without its type");
  return "unknown";
}

/** Which methods ask nobody who they are. https://docs.aws.amazon.com/apigateway/latest/api/API_GetResources.html */
export const restApiMethods: Resource = {
  service: "apigateway",
  operation: "GetResources",
  list: "items",
  recognizes: () => false,
  needsEnvelope: true,
  actions: ["apigateway:GET"],
  kinds: ["web-api"],
  types: ["aws.rest-api"],
  scope: "region",
  paging: POSITIONS,
  each: METHODS,
  normalize({ items, input, draft }) {
    const id = METHODS.node(input, draft.place);
    if (id === null) return;
    const openRoutes = items.flatMap((raw) => openMethods(raw.about(id))).sort();
    draft.node({ ...NODE, id, label: String(input["restApiId"]), is: { openRoutes } });
  },
};

/** What a browser asks before a request is never asked who it is (CORS), and gives nothing away. */
function openMethods(item: Item): string[] {
  const path = item.text("path");
  if (path === null) item.gap("unparsed", "A resource of an API was answered without its path");
  const methods = item.child("resourceMethods");
  return Object.keys(methods?.json ?? {}).flatMap((name) => {
    const method = methods?.child(name) ?? null;
    const type = method?.text("authorizationType") ?? null;
    if (type === null) item.gap("unparsed", `${name} of ${path} was answered without its settings`);
    const open = type === "NONE" && method?.flag("apiKeyRequired") !== true && name !== "OPTIONS";
    return open ? [`${name} ${path}`] : [];
  });
}
