import { ofEach } from "../../audit/each.js";
import { arnIn, type Thing, thingByArn } from "../../audit/thing.js";
import { worded } from "../../audit/wording.js";
import { sortedTexts } from "../../block.js";
import type { Item } from "../../item.js";
import { momentOf } from "../../moment.js";
import { scopeOf } from "../../place.js";
import type { Resource } from "../../resource.js";

/** Code that runs when it is asked. What it is told by its environment is not kept. https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctions.html */
export const functions: Resource = {
  service: "lambda",
  operation: "ListFunctions",
  list: "Functions",
  recognizes: (first) => first === undefined || typeof first["FunctionArn"] === "string",
  actions: ["lambda:ListFunctions"],
  kinds: ["function"],
  types: ["aws.lambda-function"],
  scope: "region",
  optional: true,
  neededWith: ["lambda:ListFunctionUrlConfigs"],
  paging: { input: "Marker", output: "NextMarker", size: { MaxItems: 50 } },
  normalize({ items }) {
    for (const raw of items) {
      const found = thingByArn(raw, "FunctionArn", "FunctionName");
      if (found !== null) addFunction(found);
    }
  },
};

function addFunction({ id, item, name, base }: Thing): void {
  const { draft, pointer } = item;
  const [role, network] = [item.text("Role"), item.child("VpcConfig")];
  draft.node({
    ...{ ...base, kind: "function", type: "aws.lambda-function" },
    is: {
      ...{ name, role, runtime: item.text("Runtime"), packageType: worded(item.text("PackageType")) },
      state: worded(item.text("State")),
      key: item.text("KMSKeyArn") || null,
      updated: momentOf(item, "LastModified"),
      timeoutSeconds: item.int("Timeout"),
      traced: item.child("TracingConfig")?.text("Mode") === "Active",
      architectures: sortedTexts(item.texts("Architectures")),
      layers: sortedTexts(item.list("Layers").map((one) => one.text("Arn"))),
      logFormat: worded(item.child("LoggingConfig")?.text("LogFormat") ?? null),
      deadLetters: item.child("DeadLetterConfig")?.text("TargetArn") || null,
    },
  });
  draft.edge({ from: id, relation: "role", to: role, pointer });
  draft.edge({ from: id, relation: "network", to: network?.text("VpcId") || null, pointer });
  for (const to of network?.texts("SubnetIds") ?? [])
    draft.edge({ from: id, relation: "subnets", to, pointer });
  for (const to of network?.texts("SecurityGroupIds") ?? [])
    draft.edge({ from: id, relation: "filters", to, pointer });
}

/** Addresses by which the internet may ask a function. https://docs.aws.amazon.com/lambda/latest/api/API_FunctionUrlConfig.html */
export const functionUrls: Resource = {
  service: "lambda",
  operation: "ListFunctionUrlConfigs",
  list: "FunctionUrlConfigs",
  actions: ["lambda:ListFunctionUrlConfigs"],
  kinds: ["entry-point"],
  types: ["aws.lambda-function-url"],
  scope: "region",
  paging: { input: "Marker", output: "NextMarker", size: { MaxItems: 50 } },
  each: ofEach("lambda:ListFunctions", ["FunctionName", "FunctionName"], {
    node: (place, name) => arnIn(place, "lambda", `function:${name}`),
    relations: ["entry_points"],
  }),
  normalize({ items }) {
    for (const raw of items) addUrl(raw);
  },
};

function addUrl(raw: Item): void {
  const { draft, pointer } = raw;
  const arn = raw.text("FunctionArn");
  if (arn === null) {
    raw.gap("unparsed", `${draft.place.call} answered with an item that has no FunctionArn`);
    return;
  }
  const id = `${arn}#url`;
  const item = raw.about(id);
  const domain = /^https:\/\/([^/]+)/.exec(item.text("FunctionUrl") ?? "")?.[1];
  const name = arn.replace(/^.*:function:/s, "");
  draft.node({
    ...{
      id,
      kind: "entry-point",
      type: "aws.lambda-function-url",
      label: domain ?? name,
      scope: scopeOf(draft.place),
    },
    is: {
      ...{ name, entryType: "function-url", state: null, enabled: true, public: true, defaultDomain: true },
      domains: domain === undefined ? [] : [domain],
      // Lambda takes TLS 1.2 and later alone, and shows a certificate of its own.
      ...{ tlsMinimum: null, certificate: null, unmodelled: [] },
      authentication: waysOf(item),
    },
    ...{ native: item.json, pointer },
  });
  // A version or alias may be asked by an address of its own.
  const to = arn.split(":").slice(0, 7).join(":");
  draft.edge({ from: id, relation: "function", to, pointer });
}

function waysOf(item: Item): { type: string; name: string | null; source: string | null }[] {
  const type = item.text("AuthType");
  if (type === "NONE") return [];
  if (type !== "AWS_IAM")
    item.gap("unmodelled", "How those who ask a function are told apart is not known here");
  return [{ type: "iam", name: null, source: null }];
}
