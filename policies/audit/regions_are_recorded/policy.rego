# METADATA
# title: A trail must record what is done in every Region
# description: >-
#   What nobody wrote down cannot be looked up after an attack. A Region counts as recorded where some trail
#   is on there and takes every management event, whoever made the trail.
# related_resources:
#   - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/receive-cloudtrail-log-files-from-multiple-regions.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/cloudtrail-controls.html#cloudtrail-1
# schemas:
#   - input: schema["region"]
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

# What a trail takes that was seen from another account alone is a gap of its own.
findings contains finding if {
	input.subject.is.enabled != false
	some what in ["read", "write"]
	not taken(what)
	finding := {
		"key": "unrecorded",
		"message": sprintf("Nothing records all that is done in %s", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}

# One trail may take the calls that read, and another those that write.
taken(what) if {
	some status in input.trail_statuses
	status.is.logging == true
	status.trail.is.management[what] == "all"
}
