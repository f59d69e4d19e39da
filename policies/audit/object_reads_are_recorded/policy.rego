# METADATA
# title: Whoever reads objects in buckets must be recorded
# description: >-
#   Management events do not tell which objects were read or written. That takes data events of buckets, in a
#   trail or an event store.
# related_resources:
#   - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html
# schemas:
#   - input: schema["account"]
# custom:
#   severity: low
#   subject: account
#   types: [aws.account]
#   reads: [trails.statuses]
#   complete: true
#   remediation: >-
#     CLI: aws cloudtrail put-event-selectors with AWS::S3::Object; Terraform: advanced_event_selector of the
#     aws_cloudtrail.
#   controls:
#     cis-aws-3.0: ["3.9"]
#     cis-aws-5.0: ["3.9"]
#     cis-aws-7.0: ["4.9"]
#     dora: ["10(1)"]
#     gdpr: ["32(1)(b)"]
#     iso-27001-2022: [A.8.15]
#     nis2: ["21(2)(b)"]
#     nist-800-53-r5: [AU-2, AU-12]
#     pci-dss-4.0.1: ["10.2.1"]
package policies.audit.object_reads_are_recorded

import data.lib.trails

findings contains finding if {
	count([trail | some trail in input.trails; takes(trail)]) == 0
	finding := {
		"key": "objects",
		"message": sprintf("Nothing records all that reads objects in buckets of %s", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}

takes(trail) if {
	trails.on(trail)
	trail.is.multiRegion == true
	some events in trail.is.data
	events.resourceType == "AWS::S3::Object"
	events.read == "all"
}
