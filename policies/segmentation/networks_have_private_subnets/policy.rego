# METADATA
# title: A network that faces the internet should have private subnets too
# description: >-
#   Where every subnet routes to an internet gateway there is no place for what strangers must not reach: databases
#   and workers stand one wrong rule away from the internet.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/vpc-example-private-subnets-nat.html
#   - https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html#subnet-types
# schemas:
#   - input: schema["network"]
# custom:
#   severity: low
#   subject: network
#   types: [aws.vpc]
#   reads: [subnets.route_table, main_route_tables]
#   complete: true
#   remediation: >-
#     Add subnets whose route table has no route to an internet gateway, and keep only load balancers and NAT
#     gateways in the public ones. CLI: aws ec2 create-subnet, create-route-table, associate-route-table; Terraform:
#     aws_subnet, aws_route_table_association.
#   controls:
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.22]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4(21), SC-7]
package policies.segmentation.networks_have_private_subnets

import data.lib.text

# In a default network every subnet is public; segmentation/no_default_networks speaks of it.
applicable if not input.subject.is.isDefault

findings contains finding if {
	not input.subject.is.isDefault
	count(input.subnets) > 1
	every subnet in input.subnets {
		public(subnet)
	}
	finding := {
		"key": "no-private-subnet",
		"message": sprintf("all %s of %s route to an internet gateway", [
			text.counted(count(input.subnets), "subnet"),
			input.subject.label,
		]),
		"evidence": [subnet.id | some subnet in input.subnets],
		"cause": input.subject.id,
	}
}

public(subnet) if {
	some route in subnet.route_table.is.routes
	leaves(route)
}

public(subnet) if {
	subnet.route_table == null
	some table in input.main_route_tables
	some route in table.is.routes
	leaves(route)
}

leaves(route) if {
	route.via.type == "internet-gateway"
	route.state != "blackhole"
}
