import type { Kind } from "../../model/index.js";
import { gapOf } from "../../model/index.js";
import { oldId, type Planned } from "./planned.js";
import { blindStep, type Step } from "./steps.js";

/** Services that put network interfaces with groups of their own choice into subnets. */
const SERVICES =
  /^aws_(autoscaling_group|launch_template|ecs_service|eks_(cluster|node_group)|(db|rds_cluster|neptune_cluster|docdb_cluster)_instance|rds_cluster|redshift_cluster|lambda_function|elasticache_(cluster|replication_group)|memorydb_cluster|msk_cluster|mq_broker|opensearch_domain|efs_mount_target|fsx_\w+_file_system|emr_cluster|workspaces_directory|directory_service_directory|dms_replication_instance|transfer_server|apigatewayv2_vpc_link|networkfirewall_firewall|route53_resolver_endpoint)$/;

/** Types of resources that are not translated and have a place in the graph: what they may change there. */
const TOUCHED: readonly (readonly [pattern: RegExp, kinds: readonly Kind[], types: readonly string[]])[] = [
  [
    /^aws_(instance|spot_instance_request)$/,
    ["host", "interface"],
    ["aws.instance", "aws.network-interface"],
  ],
  [/^aws_network_interface/, ["interface"], ["aws.network-interface"]],
  [
    /^aws_(default_)?route_table$|^aws_route$|^aws_vpn_gateway_route_propagation$/,
    ["route-table"],
    ["aws.route-table"],
  ],
  [/^aws_(main_)?route_table_association$/, ["route-table", "subnet"], ["aws.route-table", "aws.subnet"]],
  [/^aws_(alb|lb|elb)$/, ["load-balancer", "interface"], ["aws.load-balancer", "aws.classic-load-balancer"]],
  [/^aws_(alb|lb)_listener/, ["listener", "listener-rule"], ["aws.listener", "aws.listener-rule"]],
  [/^aws_(alb|lb)_target_group/, ["target-group", "target"], ["aws.target-group", "aws.target"]],
  [/^aws_internet_gateway/, ["gateway"], ["aws.internet-gateway"]],
  [/^aws_egress_only_internet_gateway$/, ["gateway"], ["aws.egress-only-internet-gateway"]],
  [/^aws_nat_gateway/, ["gateway", "address"], ["aws.nat-gateway", "aws.elastic-ip"]],
  [/^aws_eip/, ["address"], ["aws.elastic-ip"]],
  [/^aws_vpc_peering/, ["peering"], ["aws.vpc-peering"]],
  [/^aws_vpc_endpoint/, ["endpoint"], ["aws.vpc-endpoint"]],
  [/^aws_flow_log$/, ["flow-log"], ["aws.flow-log"]],
  [
    /^aws_ec2_managed_prefix_list/,
    ["prefix-list", "prefix-set"],
    ["aws.prefix-list", "aws.prefix-list-entries"],
  ],
  [
    /^aws_(ec2_transit_gateway|vpn_gateway|vpn_connection|customer_gateway|ec2_carrier_gateway|dx_)/,
    ["gateway"],
    [],
  ],
  [SERVICES, ["interface"], ["aws.network-interface"]],
  [/^aws_default_vpc$/, ["network"], ["aws.vpc"]],
  [/^aws_default_subnet$/, ["subnet"], ["aws.subnet"]],
];

/**
 * Resources that are not translated: what they touch stays unknown. Those without a place in the graph touch
 * nothing; that they are there is told once for each type.
 */
export function untranslated(resources: readonly Planned[]): Step[] {
  const elsewhere = new Map<string, Planned[]>();
  const steps = resources.flatMap((planned) => {
    const [, kinds, types] = isOutside(planned)
      ? []
      : (TOUCHED.find(([pattern]) => pattern.test(planned.change.type)) ?? []);
    if (kinds !== undefined && types !== undefined)
      return [touching(planned, { kinds: [...kinds], types: [...types] })];
    const { type } = planned.change;
    elsewhere.set(type, [...(elsewhere.get(type) ?? []), planned]);
    return [];
  });
  return [...steps, ...[...elsewhere.values()].map(told)];
}

/** A function without a VPC configuration has no interface in any subnet. */
function isOutside({ change, after }: Planned): boolean {
  const config = after?.blocks("vpc_config");
  return (
    change.type === "aws_lambda_function" && config !== undefined && config.known.length + config.hidden === 0
  );
}

function touching(planned: Planned, touches: { kinds: Kind[]; types: string[] }): Step {
  const { change, at, where, deed } = planned;
  const id = oldId(planned);
  const message = `${change.address}: ${change.type} is not translated, so what it would ${deed} was not judged`;
  // What is there already is known by name; what is new may be anything of its kind in its place.
  const there = id !== null && (deed === "update" || deed === "delete");
  return blindStep(
    gapOf({
      reason: "unsupported",
      message,
      at,
      touches: there ? { nodes: [id] } : { ...touches, ...where },
    }),
  );
}

function told(resources: readonly Planned[]): Step {
  const [first] = resources as [Planned];
  const more = resources.length === 1 ? "" : ` and ${resources.length - 1} more`;
  const message = `${first.change.address}${more}: ${first.change.type} has no part in what is judged`;
  return blindStep(gapOf({ reason: "unsupported", message, at: first.at }));
}
