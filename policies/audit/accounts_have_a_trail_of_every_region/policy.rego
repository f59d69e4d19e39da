# METADATA
# title: A trail must follow an account into Regions that are opened later
# description: >-
#   A trail of one Region says nothing of the next one that somebody turns on. A trail of all Regions takes
#   it in by itself.
# related_resources:
#   - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/receive-cloudtrail-log-files-from-multiple-regions.html
# schemas:
#   - input: schema["account"]
# custom:
#   severity: high
#   subject: account
#   types: [aws.account]
#   reads: [trails.statuses]
#   complete: true
#   remediation: >-
#     CLI: aws cloudtrail update-trail --name TRAIL --is-multi-region-trail; Terraform: is_multi_region_trail
#     of the aws_cloudtrail.
#   controls:
#     aws-fsbp: [CloudTrail.1]
#     cis-aws-3.0: ["3.1"]
#     cis-aws-5.0: ["3.1"]
#     cis-aws-7.0: ["4.1"]
#     dora: ["10(1)"]
#     iso-27001-2022: [A.8.15]
#     nis2: ["21(2)(b)"]
#     nist-800-53-r5: [AU-2, AU-12]
#     pci-dss-4.0.1: ["10.2.1"]
package policies.audit.accounts_have_a_trail_of_every_region

import data.lib.trails

findings contains finding if {
	count([trail |
		some trail in input.trails
		trail.kind == "trail"
		trail.is.multiRegion == true
		trails.on(trail)
	]) == 0
	finding := {
		"key": "single-region",
		"message": sprintf("No trail of all Regions records what is done in %s", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
