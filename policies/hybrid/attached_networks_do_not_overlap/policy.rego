# METADATA
# title: Networks that meet at a transit gateway must not share addresses
# description: >-
#   Of two networks with the same addresses only one is reached, and which one follows from the order of
#   attachment.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html
# custom:
#   severity: medium
#   subject: gateway
#   types: [aws.transit-gateway]
#   reads: [attachments.network]
#   remediation: >-
#     Give one of them other addresses, or put it behind a private NAT gateway. CLI: aws ec2 create-nat-
#     gateway --connectivity-type private; Terraform: aws_nat_gateway.
#   controls:
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.22]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7]
package policies.hybrid.attached_networks_do_not_overlap

import data.lib.text

# Each network once, however often it is attached.
networks := {attachment.network.id: attachment.network | some attachment in input.attachments; attachment.network != null}

findings contains finding if {
	some first, one in networks
	some second, other in networks
	first < second
	shared := {sprintf("%s and %s", [mine, theirs]) |
		some mine in one.is.cidrs
		some theirs in other.is.cidrs
		contains(mine, ":") == contains(theirs, ":")
		net.cidr_intersects(mine, theirs)
	}
	count(shared) > 0
	finding := {
		"key": concat("+", [first, second]),
		"message": sprintf("%s and %s meet at %s and share addresses: %s", [one.label, other.label, input.subject.label, text.few(sort(shared), 3)]),
		"evidence": [first, second],
	}
}
