import type { Item } from "../../item.js";
import type { Resource } from "../../resource.js";
import { ofEachApi } from "../../web/api-identity.js";
import { namesWebAcl, tagRecord } from "../../web/entry-point.js";

const EACH = ofEachApi("restapis");

/** https://docs.aws.amazon.com/apigateway/latest/api/API_Stage.html */
export const restApiStages: Resource = {
  service: "apigateway",
  operation: "GetStages",
  list: "item",
  needsEnvelope: true,
  actions: ["apigateway:GET"],
  kinds: ["entry-point"],
  types: ["aws.api-gateway-stage"],
  scope: "region",
  each: { ...EACH, relations: ["stages"] },
  normalize({ items, input, draft }) {
    const to = EACH.node(input, draft.place);
    if (to === null) return;
    for (const raw of items) {
      const name = raw.text("stageName");
      if (name === null) raw.gap("unparsed", `A stage of ${to} has no name`);
      if (name === null) continue;
      const id = `${to}/stages/${name}`;
      const item = raw.about(id);
      const { pointer } = item;
      draft.node({
        ...{
          id,
          kind: "entry-point",
          type: "aws.api-gateway-stage",
          label: `${name} of ${input["restApiId"]}`,
        },
        ...{ tags: tagRecord(item, "tags"), native: item.json, pointer },
        is: { name, entryType: "rest-api", state: null, enabled: true, ...factsOf(item), unmodelled: [] },
      });
      draft.edge({ from: id, relation: "api", to, pointer });
      namesWebAcl(item, id, "webAclArn");
    }
  },
};

function factsOf(item: Item) {
  const logs = item.child("accessLogSettings")?.text("destinationArn") ?? null;
  // Settings of single methods stand beside those of all of them.
  const settings = item.child("methodSettings");
  const all = settings?.child("*/*") ?? null;
  const level = all?.text("loggingLevel") ?? "OFF";
  const caches = item.flag("cacheClusterEnabled") === true;
  return {
    accessLogs: logs === null ? null : { destination: logs, level: null },
    executionLogs: level === "OFF" ? null : level.toLowerCase(),
    traced: item.flag("tracingEnabled"),
    clientCertificate: item.text("clientCertificateId"),
    encryptedCache: caches ? (all?.flag("cacheDataEncrypted") ?? false) : null,
  };
}
