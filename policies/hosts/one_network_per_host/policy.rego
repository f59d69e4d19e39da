# METADATA
# title: A machine should not join networks
# description: >-
#   A machine with interfaces in several subnets is a way around whatever stands between them, and few know that it
#   is there.
# related_resources:
#   - https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-17
# schemas:
#   - input: schema["host"]
# custom:
#   severity: low
#   subject: host
#   types: [aws.instance]
#   reads: [interfaces.subnet]
#   remediation: >-
#     Detach the interface that is not needed and route between the subnets instead. CLI: aws ec2
#     detach-network-interface; Terraform: network_interface blocks of the aws_instance. Firewalls and routers are
#     exceptions: name them in causeway.yaml.
#   controls:
#     aws-fsbp: [EC2.17]
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.22]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4(21)]
package policies.hosts.one_network_per_host

import data.lib.text

findings contains finding if {
	count(input.interfaces) > 1
	subnets := {interface.subnet.id: interface.subnet.label | some interface in input.interfaces}
	count(subnets) > 1
	finding := {
		"key": "subnets",
		"message": sprintf("%s has interfaces in %s", [input.subject.label, text.few(sort([label | some label in subnets]), 4)]),
		"evidence": array.concat([input.subject.id], [interface.id | some interface in input.interfaces]),
		"cause": input.subject.id,
	}
}
