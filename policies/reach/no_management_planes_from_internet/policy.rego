# METADATA
# title: No interface may answer for a management plane to the internet
# description: >-
#   Container daemons, cluster APIs and consoles give whoever reaches them the machine, often without a password.
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
#     Take the public address away, or admit the port only from the addresses of the administrators. causeway
#     reach --from internet --to INTERFACE --port 2375 shows the way.
#   controls:
#     aws-fsbp: [EC2.19]
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.9]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, CM-7, SC-7]
package policies.reach.no_management_planes_from_internet

import data.lib.reach
import data.lib.services

findings contains finding if {
	some finding in reach.opened(services.lists.management)
}
