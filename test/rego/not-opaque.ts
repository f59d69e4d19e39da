/**
 * Why a built-in policy is not opaque; all others are. What is added here costs time: copies of its subjects are
 * judged one by one.
 */
const BY_REASON: Readonly<Record<string, readonly string[]>> = {
  "a rule with one value goes over members and builds text from ids or labels": [
    "residency/caches_hold_only_what_may_leave",
    "residency/control_planes_lie_where_they_may",
    "residency/copies_lie_where_they_may",
    "residency/data_lies_where_it_may",
    "residency/log_groups_lie_where_they_may",
    "residency/nothing_copies_data_elsewhere",
    "residency/outpost_snapshots_stay_on_the_outpost",
    "residency/recorded_configuration_lies_where_it_may",
    "residency/trails_deliver_where_they_may",
    "residency/transfers_end_where_they_may",
  ],
  "an id or label is compared with something that is not one": [
    "audit/trail_buckets_keep_access_logs",
    "resilience/networks_stand_in_several_regions",
  ],
  "ids or labels go into a key of an object comprehension": ["hosts/one_network_per_host"],
  "ids or labels go into a set under a computed name": ["hybrid/attached_networks_do_not_overlap"],
  "ids or labels go into contains": [
    "alarms/changes_to_bucket_policies_are_noticed",
    "alarms/changes_to_gateways_are_noticed",
    "alarms/changes_to_network_acls_are_noticed",
    "alarms/changes_to_networks_are_noticed",
    "alarms/changes_to_permissions_are_noticed",
    "alarms/changes_to_recorders_are_noticed",
    "alarms/changes_to_routes_are_noticed",
    "alarms/changes_to_security_groups_are_noticed",
    "alarms/changes_to_the_organization_are_noticed",
    "alarms/changes_to_trails_are_noticed",
    "alarms/failed_sign_ins_are_noticed",
    "alarms/keys_that_are_switched_off_are_noticed",
    "alarms/sign_ins_without_mfa_are_noticed",
    "alarms/unauthorized_calls_are_noticed",
    "alarms/use_of_root_is_noticed",
  ],
  "ids or labels go into count": ["endpoints/interface_endpoints_span_zones"],
  "ids or labels go into endswith": [
    "hybrid/site_link_joins_named_places_only",
    "load_balancing/public_balancers_are_expected",
    "routing/peering_routes_are_least_access",
    "segmentation/only_named_networks_carry_others",
    "segmentation/only_named_networks_have_a_door",
    "transfers/file_servers_are_expected",
  ],
  "ids or labels go into sort": [
    "segmentation/networks_do_not_overlap",
    "segmentation/private_subnets_have_no_internet_route",
  ],
};

/** The reason, by the id of a policy. */
export const NOT_OPAQUE = Object.fromEntries(
  Object.entries(BY_REASON).flatMap(([reason, ids]) => ids.map((id) => [id, reason])),
);
