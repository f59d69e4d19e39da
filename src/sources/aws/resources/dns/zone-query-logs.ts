import { destinationOf } from "../../dns/log-destination.js";
import { globalArn, globalBase, globalIdentity } from "../../dns/zone-identity.js";
import { type Resource, tokens } from "../../resource.js";

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_QueryLoggingConfig.html */
export const zoneQueryLogs: Resource = {
  service: "route53",
  operation: "ListQueryLoggingConfigs",
  list: "QueryLoggingConfigs",
  actions: ["route53:ListQueryLoggingConfigs"],
  kinds: ["query-log"],
  types: ["aws.query-logging-config"],
  scope: "account",
  optional: true,
  paging: tokens(100),
  normalize({ items, draft }) {
    for (const raw of items) {
      const log = globalIdentity(raw, "queryloggingconfig");
      if (log === null) continue;
      const { id, item } = log;
      const { pointer } = item;
      draft.node({
        ...globalBase(item, { id, name: null }),
        kind: "query-log",
        type: "aws.query-logging-config",
        is: {
          name: null,
          queries: "zone",
          ...destinationOf(item, "CloudWatchLogsLogGroupArn"),
          // A configuration that is there is in force.
          status: "created",
          shared: false,
        },
      });
      const zone = item.text("HostedZoneId");
      if (zone === null) item.gap("unparsed", "A query log does not tell its zone");
      else draft.edge({ from: id, relation: "logs", to: globalArn("hostedzone", zone), pointer });
    }
  },
};
