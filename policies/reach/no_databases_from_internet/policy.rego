# METADATA
# title: No interface may answer for a database to the internet
# description: >-
#   A data store that the whole internet can open, and that answers, is found, copied and wiped within hours.
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
#     Take the public address away, or admit the port only from the group of the application. causeway reach
#     --from internet --to INTERFACE --port 5432 shows the way. Terraform: referenced_security_group_id of the
#     aws_vpc_security_group_ingress_rule.
#   controls:
#     aws-fsbp: [EC2.19]
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7]
#     pci-dss-4.0.1: ["1.4.4"]
package policies.reach.no_databases_from_internet

import data.lib.reach
import data.lib.services

findings contains finding if {
	some finding in reach.opened(services.lists.database)
}
