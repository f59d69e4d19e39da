# METADATA
# title: An aggregator should read every Region
# description: >-
#   A view of the whole estate that leaves Regions out is trusted as if it were whole.
# related_resources:
#   - https://docs.aws.amazon.com/config/latest/developerguide/aggregate-data.html
# schemas:
#   - input: schema["aggregator"]
# custom:
#   severity: low
#   subject: aggregator
#   types: [aws.config-aggregator]
#   reads: []
#   remediation: >-
#     CLI: aws configservice put-configuration-aggregator with AllAwsRegions; Terraform: all_regions of the
#     aws_config_configuration_aggregator.
#   controls:
#     dora: ["8(1)"]
#     iso-27001-2022: [A.8.9]
#     nis2: ["21(2)(i)"]
#     nist-800-53-r5: [CM-8, CM-3]
#     pci-dss-4.0.1: ["2.2.1"]
package policies.audit.aggregators_read_every_region

findings contains finding if {
	input.subject.is.allRegions == false
	finding := {
		"key": "regions",
		"message": sprintf("%s reads %d Regions only", [input.subject.label, count(object.get(input.subject.is, "regions", []))]),
		"evidence": [input.subject.id],
	}
}
