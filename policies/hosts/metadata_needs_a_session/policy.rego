# METADATA
# title: Instance metadata must need a session token
# description: >-
#   The first version of the metadata service answers any request from the machine: one web application that fetches
#   a URL for a stranger gives away the credentials of the instance. Version 2 asks for a token first.
# related_resources:
#   - https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-8
# schemas:
#   - input: schema["host"]
# custom:
#   severity: high
#   subject: host
#   types: [aws.instance]
#   reads: []
#   remediation: >-
#     Check by the metric MetadataNoToken that nothing uses version 1, then require tokens. CLI: aws ec2
#     modify-instance-metadata-options --instance-id ID --http-tokens required; Terraform: metadata_options {
#     http_tokens = "required" } of the aws_instance and its launch template.
#   controls:
#     aws-fsbp: [EC2.8]
#     cis-aws-3.0: ["5.6"]
#     cis-aws-5.0: ["5.7"]
#     cis-aws-7.0: ["6.7"]
#     dora: ["9(4)(c)"]
#     iso-27001-2022: [A.5.15]
#     nis2: ["21(2)(i)"]
#     nist-800-53-r5: [AC-3, AC-6]
#     pci-dss-4.0.1: ["2.2.6"]
package policies.hosts.metadata_needs_a_session

findings contains finding if {
	input.subject.is.tokensRequired == false
	not input.subject.is.state in {"terminated", "shutting-down"}
	finding := {
		"key": "imds",
		"message": sprintf("%s answers metadata requests without a session token%s", [input.subject.label, role]),
		"evidence": [input.subject.id],
	}
}

default role := ""

role := ", and holds the credentials of an instance profile" if input.subject.is.instanceProfile != null
