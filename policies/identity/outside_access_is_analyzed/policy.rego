# METADATA
# title: Every Region should have an analyzer of access from outside
# description: >-
#   Policies that let others in are written every day. An analyzer tells of each within the hour.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/what-is-access-analyzer.html
# schemas:
#   - input: schema["region"]
# custom:
#   severity: low
#   subject: region
#   reads: [analyzers]
#   complete: true
#   remediation: >-
#     Make one for the account, or for the organization from its delegated administrator. CLI: aws
#     accessanalyzer create-analyzer --type ACCOUNT; Terraform: aws_accessanalyzer_analyzer.
#   controls:
#     cis-aws-3.0: ["1.20"]
#     nist-800-53-r5: [AC-3, SI-4]
package policies.identity.outside_access_is_analyzed

findings contains finding if {
	not input.subject.is.enabled == false
	live := [one.id | some one in input.analyzers; one.is.state == "active"; one.is.analyzerType in {"account", "organization"}]
	count(live) == 0
	finding := {
		"key": "analyzer",
		"message": sprintf("%s has no analyzer of access from outside", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
