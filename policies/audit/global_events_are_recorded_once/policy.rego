# METADATA
# title: One trail should record what is done in global services
# description: >-
#   Calls to IAM and other global services are recorded by trails that ask for them. Without one they are
#   lost; with two of them everything is counted and paid twice.
# related_resources:
#   - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-concepts.html
# schemas:
#   - input: schema["account"]
# custom:
#   severity: low
#   subject: account
#   types: [aws.account]
#   reads: [trails.statuses]
#   complete: true
#   remediation: >-
#     CLI: aws cloudtrail update-trail --include-global-service-events, or --no-include-global-service-events
#     for trails of one Region; Terraform: include_global_service_events of the aws_cloudtrail.
#   controls:
#     iso-27001-2022: [A.8.15]
#     nis2: ["21(2)(b)"]
#     nist-800-53-r5: [AU-2, AU-12]
#     pci-dss-4.0.1: ["10.2.1"]
package policies.audit.global_events_are_recorded_once

import data.lib.trails

taking := [trail |
	some trail in input.trails
	trail.kind == "trail"
	trail.is.globalServices == true
	trails.on(trail)
]

findings contains finding if {
	count(taking) == 0
	finding := {
		"key": "none",
		"message": sprintf("No trail records what is done in global services of %s", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}

findings contains finding if {
	count(taking) > 1
	finding := {
		"key": "twice",
		"message": sprintf("%s has %d trails that record the same calls of global services", [
			input.subject.label,
			count(taking),
		]),
		"evidence": [trail.id | some trail in taking],
	}
}
