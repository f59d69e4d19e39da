# METADATA
# title: A network with private zones must be able to ask for them
# description: >-
#   Private zones are answered only where both DNS support and DNS hostnames of the VPC are on.
# related_resources:
#   - https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html
# schemas:
#   - input: schema["network"]
# custom:
#   severity: medium
#   subject: network
#   types: [aws.vpc]
#   reads: [resolver]
#   remediation: >-
#     Turn both on. CLI: aws ec2 modify-vpc-attribute --enable-dns-support --enable-dns-hostnames; Terraform:
#     enable_dns_support and enable_dns_hostnames of aws_vpc.
#   controls:
#     nist-800-53-r5: [SC-21]
package policies.dns.private_zones_are_answered

applicable if input.resolver.zones > 0

findings contains finding if {
	input.resolver.zones > 0
	some setting in ["support", "hostnames"]
	input.resolver[setting] == false
	finding := {
		"key": setting,
		"message": sprintf("%s has %d private zones, and its DNS %s is off", [input.subject.label, input.resolver.zones, setting]),
		"evidence": [input.subject.id],
	}
}
