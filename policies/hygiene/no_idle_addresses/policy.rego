# METADATA
# title: Public addresses that are kept should be used
# description: >-
#   An Elastic IP that points nowhere costs money, and DNS records that still name it wait for whoever gets it next.
# related_resources:
#   - https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/elastic-ip-addresses-eip.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-12
# schemas:
#   - input: schema["address"]
# custom:
#   severity: low
#   subject: address
#   types: [aws.elastic-ip]
#   reads: []
#   remediation: >-
#     Take the records that name it out of DNS, then release it. CLI: aws ec2 release-address --allocation-id ID;
#     Terraform: remove the aws_eip.
#   controls:
#     dora: ["8(1)"]
#     iso-27001-2022: [A.5.9]
#     nist-800-53-r5: [CM-8(1)]
package policies.hygiene.no_idle_addresses

findings contains finding if {
	input.subject.is.associated == false
	finding := {
		"key": "idle",
		"message": sprintf("%s is associated with nothing", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
