# METADATA
# title: What a trail records must arrive
# description: >-
#   A trail that cannot write to its bucket or log group looks like logging, and keeps nothing.
# related_resources:
#   - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-trail-status.html
#   - https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetTrailStatus.html
# schemas:
#   - input: schema["trail-status"]
# custom:
#   severity: high
#   subject: trail-status
#   types: [aws.cloudtrail-status]
#   reads: []
#   remediation: >-
#     Read the error with aws cloudtrail get-trail-status, and mend the policy of the bucket or key, or the
#     role that writes to the log group.
#   controls:
#     dora: ["10(1)"]
#     iso-27001-2022: [A.8.15]
#     nis2: ["21(2)(b)"]
#     nist-800-53-r5: [AU-5]
#     pci-dss-4.0.1: ["10.7.2"]
package policies.audit.trails_deliver

parts := {
	"lastDeliveryError": "files",
	"lastDigestError": "digests",
	"lastLogGroupError": "events in its log group",
}

findings contains finding if {
	input.subject.is.logging == true
	some member, what in parts
	error := input.subject.is[member]
	error != null
	finding := {
		"key": what,
		"message": sprintf("%s do not arrive: %s (%s)", [what, input.subject.label, error]),
		"evidence": [input.subject.id],
	}
}
