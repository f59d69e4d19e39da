# METADATA
# title: Subnets should not give out public addresses by themselves
# description: >-
#   Where the subnet assigns public addresses, every machine launched there faces the internet without anybody
#   having said so. IPv6 addresses are public too.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/subnet-public-ip.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-15
# schemas:
#   - input: schema["subnet"]
# custom:
#   severity: medium
#   subject: subnet
#   types: [aws.subnet]
#   reads: []
#   remediation: >-
#     Turn the attribute off and give public addresses where they are meant. CLI: aws ec2 modify-subnet-attribute
#     --subnet-id SUBNET --no-map-public-ip-on-launch (and --no-assign-ipv6-address-on-creation); Terraform:
#     map_public_ip_on_launch = false, assign_ipv6_address_on_creation = false.
#   controls:
#     aws-fsbp: [EC2.15]
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.22]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7, SC-7(3)]
#     pci-dss-4.0.1: ["1.4.4"]
package policies.segmentation.subnets_do_not_assign_public_addresses

findings contains finding if {
	input.subject.is.publicAddressOnLaunch
	finding := {
		"key": "ipv4",
		"message": sprintf("%s gives every new interface a public IPv4 address", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}

findings contains finding if {
	input.subject.is.ipv6OnLaunch
	finding := {
		"key": "ipv6",
		"message": sprintf("%s gives every new interface an IPv6 address", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
