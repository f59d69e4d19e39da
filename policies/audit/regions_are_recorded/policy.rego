# METADATA
# title: A trail must record what is done in every Region
# description: >-
#   What nobody wrote down cannot be looked up after an attack. A Region counts as recorded where some trail
#   is on there and takes every management event, whoever made the trail.
# related_resources:
#   - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/receive-cloudtrail-log-files-from-multiple-regions.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/cloudtrail-controls.html#cloudtrail-1
# custom:
#   severity: high
#   subject: region
#   types: [aws.region]
#   reads: [trail_statuses.trail]
#   complete: true
#   remediation: >-
#     Make one trail for all Regions, best for the organization. CLI: aws cloudtrail create-trail --is-multi-
#     region-trail --is-organization-trail; Terraform: is_multi_region_trail of the aws_cloudtrail.
#   controls:
#     aws-fsbp: [CloudTrail.1]
#     cis-aws-3.0: ["3.1"]
#     cis-aws-5.0: ["3.1"]
#     cis-aws-7.0: ["4.1"]
#     dora: ["10(1)"]
#     gdpr: ["32(1)(b)"]
#     iso-27001-2022: [A.8.15]
#     nis2: ["21(2)(b)"]
#     nist-800-53-r5: [AU-2, AU-12]
#     pci-dss-4.0.1: ["10.2.1"]
package policies.audit.regions_are_recorded

findings contains finding if {
	input.subject.is.enabled != false
	count([status | some status in input.trail_statuses; records(status)]) == 0
	count(untold) == 0
	finding := {
		"key": "unrecorded",
		"message": sprintf("Nothing records all that is done in %s", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}

# What a trail of an account that was not read takes is not told: that is no pass.
findings contains finding if {
	input.subject.is.enabled != false
	count([status | some status in input.trail_statuses; records(status)]) == 0
	count(untold) > 0
	finding := {
		"key": "untold",
		"severity": "low",
		"message": sprintf("Whether all is recorded in %s is not told: the account of its trail was not read", [
			input.subject.label,
		]),
		"evidence": array.concat([input.subject.id], [status.id | some status in untold]),
	}
}

records(status) if {
	status.is.logging == true
	status.trail.is.management.read == "all"
	status.trail.is.management.write == "all"
}

untold := [status |
	some status in input.trail_statuses
	status.is.logging == true
	not status.trail.is.management
]
