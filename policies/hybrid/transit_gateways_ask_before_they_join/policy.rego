# METADATA
# title: A transit gateway must not accept attachments by itself
# description: >-
#   Whoever it is shared with may then join a network of theirs to all others, and nobody was asked.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/tgw/tgw-transit-gateways.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-23
# schemas:
#   - input: schema["gateway"]
# custom:
#   severity: high
#   subject: gateway
#   types: [aws.transit-gateway]
#   reads: []
#   remediation: >-
#     CLI: aws ec2 modify-transit-gateway --options AutoAcceptSharedAttachments=disable; Terraform:
#     auto_accept_shared_attachments of the aws_ec2_transit_gateway.
#   controls:
#     aws-fsbp: [EC2.23]
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.22]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7]
package policies.hybrid.transit_gateways_ask_before_they_join

findings contains finding if {
	input.subject.is.transit.acceptsByItself == true
	finding := {
		"key": "accepts",
		"message": sprintf("%s accepts attachments of other accounts by itself", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
