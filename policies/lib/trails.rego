# Trails and event stores, as documents of accounts show them that read trails.statuses.
package lib.trails

# It writes down what happens now. Members of an organization see of its trails what is written down of their own.
# https://docs.aws.amazon.com/awscloudtrail/latest/userguide/creating-trail-organization.html
on(trail) if trail.is.logging == true

on(trail) if {
	object.get(trail.is, "logging", null) == null
	some status in trail.statuses
	status.is.logging == true
}

# https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetEventDataStore.html
on(store) if {
	store.kind == "event-store"
	not object.get(store.is, "state", "unknown") in {"stopping-ingestion", "stopped-ingestion", "pending-deletion"}
}
