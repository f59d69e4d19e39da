import { byArn } from "../../balancer-identity.js";
import { type Resource, tokens } from "../../resource.js";

/** https://docs.aws.amazon.com/apprunner/latest/api/API_ListServices.html */
export const appServices: Resource = {
  service: "apprunner",
  operation: "ListServices",
  list: "ServiceSummaryList",
  actions: ["apprunner:ListServices"],
  kinds: ["entry-point"],
  types: ["aws.app-runner-service"],
  scope: "region",
  partitions: ["aws"],
  optional: true,
  paging: tokens(20),
  normalize({ items, draft }) {
    for (const raw of items) {
      const service = byArn(raw, "ServiceArn");
      if (service === null) continue;
      const { id, item, scope } = service;
      const name = item.text("ServiceName") ?? id;
      draft.node({
        ...{ id, kind: "entry-point", type: "aws.app-runner-service", label: name, scope },
        ...{ native: item.json, pointer: item.pointer },
        is: { name, entryType: "app-service", state: item.text("Status")?.toLowerCase() ?? null },
      });
    }
  },
};

/** https://docs.aws.amazon.com/apprunner/latest/api/API_Service.html */
export const appServiceDescriptions: Resource = {
  service: "apprunner",
  operation: "DescribeService",
  list: "Service",
  object: ["Service"],
  actions: ["apprunner:DescribeService"],
  kinds: ["entry-point"],
  types: ["aws.app-runner-service"],
  scope: "region",
  partitions: ["aws"],
  each: {
    of: "apprunner:ListServices",
    input(service) {
      const arn = service.text("ServiceArn");
      return arn === null ? null : { ServiceArn: arn };
    },
    node: ({ ServiceArn: arn }) => (typeof arn === "string" ? arn : null),
  },
  normalize({ items: [whole], draft }) {
    const raw = whole?.child("Service") ?? null;
    const service = raw === null ? null : byArn(raw, "ServiceArn");
    if (service === null) return;
    const { id, item, scope } = service;
    const name = item.text("ServiceName") ?? id;
    const url = item.text("ServiceUrl");
    const state = item.text("Status")?.toLowerCase() ?? null;
    const ingress = item.child("NetworkConfiguration")?.child("IngressConfiguration") ?? null;
    draft.node({
      ...{ id, kind: "entry-point", type: "aws.app-runner-service", label: name, scope },
      ...{ native: item.json, pointer: item.pointer },
      is: {
        ...{ name, entryType: "app-service", state, enabled: state === null ? null : state !== "paused" },
        // Public where nothing is said (API_IngressConfiguration).
        public: ingress?.flag("IsPubliclyAccessible") ?? true,
        ...{ domains: url === null ? [] : [url], defaultDomain: true, tlsMinimum: null, certificate: null },
        traced: item.child("ObservabilityConfiguration")?.flag("ObservabilityEnabled") ?? false,
        unmodelled: [],
      },
    });
  },
};
