# METADATA
# title: Instances should not have public addresses
# description: >-
#   A public address puts every open port of the machine before the internet, one security group rule away. Load
#   balancers and NAT gateways are made for that place.
# related_resources:
#   - https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-9
# schemas:
#   - input: schema["host"]
# custom:
#   severity: medium
#   subject: host
#   types: [aws.instance]
#   reads: [tags]
#   remediation: >-
#     Put a load balancer before it, or NAT for what it calls, and take the address away. CLI: aws ec2
#     disassociate-address, or modify-network-interface-attribute --no-associate-public-ip-address; Terraform:
#     associate_public_ip_address = false. A bastion that is meant to be public can say so by a tag.
#   controls:
#     aws-fsbp: [EC2.9]
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7, SC-7(3)]
#     pci-dss-4.0.1: ["1.4.4"]
#   parameters:
#     tag:
#       description: an instance with this tag, whatever its value, is meant to have a public address
#       default: causeway/public
#       schema: {type: string, minLength: 1}
package policies.hosts.no_public_addresses

import data.lib.text

findings contains finding if {
	count(input.subject.is.publicAddresses) > 0
	not input.subject.is.state in {"terminated", "shutting-down"}
	not meant
	finding := {
		"key": "public-address",
		"message": sprintf("%s has %s", [input.subject.label, text.few(input.subject.is.publicAddresses, 4)]),
		"evidence": [input.subject.id],
	}
}

# A tag may have an empty value.
meant if is_string(input.subject.tags[data.params.hosts.no_public_addresses.tag])
