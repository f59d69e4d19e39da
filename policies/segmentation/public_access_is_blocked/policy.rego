# METADATA
# title: Regions should keep the internet out of networks that are not named
# description: >-
#   One setting for the Region stands before every gateway, route and group that somebody adds later.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-172
# schemas:
#   - input: schema["region"]
# custom:
#   severity: low
#   subject: region
#   types: [aws.region]
#   reads: [networks]
#   remediation: >-
#     CLI: aws ec2 modify-vpc-block-public-access-options --internet-gateway-block-mode block-ingress;
#     Terraform: aws_vpc_block_public_access_options.
#   controls:
#     aws-fsbp: [EC2.172]
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.22]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7]
package policies.segmentation.public_access_is_blocked

applicable if count(input.networks) > 0

findings contains finding if {
	applicable
	input.subject.is.blockPublicAccess.mode == "off"
	finding := {
		"key": "off",
		"message": sprintf("Nothing keeps the internet out of networks of %s by default", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
