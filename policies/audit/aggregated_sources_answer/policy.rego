# METADATA
# title: What an aggregator reads must answer
# description: >-
#   A source that fails keeps its last picture in the view, and nobody sees that it is old.
# related_resources:
#   - https://docs.aws.amazon.com/config/latest/developerguide/aggregate-data.html
# schemas:
#   - input: schema["aggregated-source"]
# custom:
#   severity: low
#   subject: aggregated-source
#   types: [aws.config-aggregated-source]
#   reads: []
#   remediation: >-
#     Read the error with aws configservice describe-configuration-aggregator-sources-status, and authorize
#     the aggregator in the account.
#   controls:
#     dora: ["8(1)"]
#     iso-27001-2022: [A.8.9]
#     nis2: ["21(2)(i)"]
#     nist-800-53-r5: [CM-8, CM-3]
#     pci-dss-4.0.1: ["2.2.1"]
package policies.audit.aggregated_sources_answer

findings contains finding if {
	input.subject.is.status == "failed"
	finding := {
		"key": "failed",
		"message": sprintf("%s fails", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
