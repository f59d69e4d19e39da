# METADATA
# title: A trail must be on
# description: >-
#   A trail that was switched off looks like one that records: it is listed, and its files are there, up to a
#   day.
# related_resources:
#   - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-concepts.html
# schemas:
#   - input: schema["trail"]
# custom:
#   severity: high
#   subject: trail
#   types: [aws.cloudtrail-trail]
#   reads: []
#   remediation: >-
#     CLI: aws cloudtrail start-logging --name TRAIL; Terraform: enable_logging of the aws_cloudtrail.
#   controls:
#     dora: ["10(1)"]
#     iso-27001-2022: [A.8.15]
#     nis2: ["21(2)(b)"]
#     nist-800-53-r5: [AU-2, AU-12]
#     pci-dss-4.0.1: ["10.2.1", "10.7.2"]
package policies.audit.trails_are_on

findings contains finding if {
	input.subject.is.logging == false
	finding := {
		"key": "off",
		"message": sprintf("%s is off", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
