import type { FactsByKind } from "../../../../model/index.js";
import { addressOf } from "../../block.js";
import { nameIn, worded } from "../../dns/name.js";
import { globalArn, globalBase, globalIdentity } from "../../dns/zone-identity.js";
import type { Item } from "../../item.js";
import { markers, type Resource } from "../../resource.js";

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheck.html */
export const healthChecks: Resource = {
  service: "route53",
  operation: "ListHealthChecks",
  list: "HealthChecks",
  actions: ["route53:ListHealthChecks"],
  kinds: ["health-check"],
  types: ["aws.health-check"],
  scope: "account",
  optional: true,
  paging: markers("NextMarker", 1000),
  normalize({ items, draft }) {
    for (const raw of items) {
      const check = globalIdentity(raw, "healthcheck");
      if (check === null) continue;
      const { id, item } = check;
      const config = item.child("HealthCheckConfig");
      if (config === null) item.gap("unparsed", "A health check does not tell what it checks");
      draft.node({
        ...globalBase(item, { id, name: null }),
        kind: "health-check",
        type: "aws.health-check",
        is: config === null ? {} : factsOf(item, config),
      });
      for (const child of config?.texts("ChildHealthChecks") ?? [])
        draft.edge({
          from: id,
          relation: "children",
          to: globalArn("healthcheck", child),
          pointer: config?.pointer ?? "",
        });
    }
  },
};

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html */
function factsOf(item: Item, config: Item): FactsByKind["health-check"] {
  return {
    checkType: worded(config.text("Type")) ?? "unknown",
    address: addressOf(config, "IPAddress"),
    name: nameIn(config, "FullyQualifiedDomainName"),
    port: config.int("Port"),
    path: config.text("ResourcePath"),
    searched: config.text("SearchString"),
    interval: config.int("RequestInterval"),
    failureThreshold: config.int("FailureThreshold"),
    inverted: config.flag("Inverted") ?? false,
    disabled: config.flag("Disabled") ?? false,
    serverNameIndication: config.flag("EnableSNI"),
    measuresLatency: config.flag("MeasureLatency") ?? false,
    regions: config.texts("Regions").sort(),
    healthThreshold: config.int("HealthThreshold"),
    alarm: alarmOf(config),
    onMissingData: worded(config.text("InsufficientDataHealthStatus")),
    routingControl: config.text("RoutingControlArn"),
    service: item.child("LinkedService")?.text("ServicePrincipal") ?? null,
  };
}

function alarmOf(config: Item): FactsByKind["health-check"]["alarm"] {
  const alarm = config.child("AlarmIdentifier");
  const [name, region] = [alarm?.text("Name") ?? null, alarm?.text("Region") ?? null];
  return name === null || region === null ? null : { name, region };
}
