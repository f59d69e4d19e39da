# METADATA
# title: The internet must not reach management planes
# description: >-
#   Whoever reaches a container engine, an orchestrator, its key-value store or a hardware controller
#   owns every machine behind it, often without any login.
# related_resources:
#   - https://docs.docker.com/engine/security/protect-access/
#   - https://kubernetes.io/docs/reference/networking/ports-and-protocols/
#   - https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html
# schemas:
#   - input: schema["filter"]
# custom:
#   severity: critical
#   subject: filter
#   types: [aws.security-group, nftables.chain]
#   reads: [exposure, effect]
#   remediation: >-
#     Admit these ports only from the nodes and operators that need them, by a reference to their security
#     group or a private range, and turn on mutual TLS. CLI: aws ec2 revoke-security-group-ingress;
#     Terraform: referenced_security_group_id instead of cidr_ipv4.
#   controls:
#     aws-fsbp: [EC2.18]
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.9]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, CM-7, SC-7, SC-7(5)]
#     pci-dss-4.0.1: ["1.3.1"]
#   parameters:
#     services:
#       description: names, protocols and ports that count as such a service
#       default:
#         - {name: Docker, protocol: tcp, from: 2375, to: 2376}
#         - {name: Kubernetes API, protocol: tcp, from: 6443, to: 6443}
#         - {name: kubelet, protocol: tcp, from: 10250, to: 10250}
#         - {name: etcd, protocol: tcp, from: 2379, to: 2380}
#         - {name: Docker Swarm, protocol: tcp, from: 2377, to: 2377}
#         - {name: kubelet read-only, protocol: tcp, from: 10255, to: 10255}
#         - {name: Kubernetes scheduler and controller, protocol: tcp, from: 10257, to: 10259}
#         - {name: Consul, protocol: tcp, from: 8300, to: 8302}
#         - {name: Consul API, protocol: tcp, from: 8500, to: 8502}
#         - {name: Vault, protocol: tcp, from: 8200, to: 8201}
#         - {name: Nomad, protocol: tcp, from: 4646, to: 4648}
#         - {name: ZooKeeper, protocol: tcp, from: 2181, to: 2181}
#         - {name: Hadoop YARN, protocol: tcp, from: 8088, to: 8088}
#         - {name: Hadoop NameNode, protocol: tcp, from: 9870, to: 9870}
#         - {name: Salt, protocol: tcp, from: 4505, to: 4506}
#         - {name: Puppet, protocol: tcp, from: 8140, to: 8140}
#         - {name: WebLogic, protocol: tcp, from: 7001, to: 7002}
#         - {name: Java RMI and JMX, protocol: tcp, from: 1099, to: 1099}
#         - {name: VMware ESXi, protocol: tcp, from: 902, to: 902}
#         - {name: Prometheus, protocol: tcp, from: 9090, to: 9090}
#         - {name: SNMP, protocol: udp, from: 161, to: 162}
#         - {name: IPMI, protocol: udp, from: 623, to: 623}
#       schema:
#         type: array
#         items:
#           type: object
#           required: [name, protocol, from, to]
#           additionalProperties: false
#           properties:
#             name: {type: string, minLength: 1}
#             protocol: {enum: [tcp, udp]}
#             from: {type: integer, minimum: 0, maximum: 65535}
#             to: {type: integer, minimum: 0, maximum: 65535}
package policies.exposure.no_management_plane_from_internet

import data.lib.effect
import data.lib.exposure
import data.lib.findings
import data.lib.text

applicable if exposure.answers("management")

findings contains finding if {
	some claim in exposure.claims
	claim.owner == "management"
	open := claim.reached.management
	message := sprintf("%s admits %s from %s%s", [
		input.subject.label,
		text.few(findings.offered(open), 6),
		findings.from_where(claim.cause),
		findings.besides(exposure.others(claim, "management")),
	])
	found := findings.about(claim.cause, findings.key("ingress", claim.cause, open), message)
	finding := effect.judged(found, claim.cause, open)
}
