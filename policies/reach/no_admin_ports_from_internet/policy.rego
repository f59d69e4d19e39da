# METADATA
# title: No interface may answer remote administration to the internet
# description: >-
#   The rule is open, and a way leads through it: gateway, public address, routes, ACL and answer. What the
#   whole internet can open is tried by scanners within minutes.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/security-groups.html
#   - https://docs.aws.amazon.com/vpc/latest/reachability/how-reachability-analyzer-works.html
# schemas:
#   - input: schema["interface"]
# custom:
#   severity: critical
#   subject: interface
#   types: [aws.network-interface]
#   reads: [reach]
#   remediation: >-
#     Narrow the rule that is named, or take away the public address. causeway reach --from internet --to
#     INTERFACE --port 22 shows the way. CLI: aws ec2 revoke-security-group-ingress; Terraform: cidr_ipv4 of the
#     aws_vpc_security_group_ingress_rule.
#   controls:
#     aws-fsbp: [EC2.18, EC2.19]
#     cis-aws-5.0: ["5.3", "5.4"]
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.9]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, CM-7, SC-7]
package policies.reach.no_admin_ports_from_internet

import data.lib.reach
import data.lib.services

findings contains finding if {
	some finding in reach.opened(services.lists.admin)
}
