import type { Paging, Resource } from "../../resource.js";
import { labelOf } from "../../tags.js";
import { apiId } from "../../web/api-identity.js";
import { parsedDocument, tagRecord } from "../../web/entry-point.js";
import { word } from "../../web/request-part.js";

export const POSITIONS: Paging = { input: "position", output: "position", size: { limit: 500 } };

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetRestApis.html */
export const restApis: Resource = {
  service: "apigateway",
  operation: "GetRestApis",
  list: "items",
  recognizes: (first) => first !== undefined && ("apiKeySource" in first || "endpointConfiguration" in first),
  actions: ["apigateway:GET"],
  kinds: ["web-api"],
  types: ["aws.rest-api"],
  scope: "region",
  optional: true,
  paging: POSITIONS,
  normalize({ items, draft }) {
    for (const raw of items) {
      const short = raw.text("id");
      if (short === null) {
        raw.gap("unparsed", `${draft.place.call} answered with an API that has no id`);
        continue;
      }
      const id = apiId(draft.place, "restapis", short);
      const item = raw.about(id);
      const name = item.text("name") ?? short;
      const types = (item.child("endpointConfiguration")?.texts("types") ?? []).map(word).sort();
      draft.node({
        ...{ id, kind: "web-api", type: "aws.rest-api", label: labelOf(short, name), aliases: [short] },
        ...{ tags: tagRecord(item, "tags"), native: item.json, pointer: item.pointer },
        is: {
          ...{ name, apiType: "rest-api", endpointTypes: types, origins: null },
          public: types.length === 0 ? null : types.some((type) => type !== "private"),
          defaultDomain: item.flag("disableExecuteApiEndpoint") !== true,
          tlsMinimum: item.text("securityPolicy"),
          policy: parsedDocument(item, "policy"),
        },
      });
    }
  },
};
