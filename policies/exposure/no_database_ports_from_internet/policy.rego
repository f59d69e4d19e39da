# METADATA
# title: The internet must not reach databases and brokers
# description: >-
#   A data store trusts its network more than its users: exposed databases, caches, search engines and
#   message brokers are found within minutes, and copied, wiped or held to ransom.
# related_resources:
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-19
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html
#   - https://redis.io/docs/latest/operate/oss_and_stack/management/security/
# schemas:
#   - input: schema["filter"]
# custom:
#   severity: high
#   subject: filter
#   types: [aws.security-group, nftables.chain]
#   reads: [exposure, effect]
#   remediation: >-
#     Admit the port only from the group of the application that uses it, and keep the store in a private
#     subnet. CLI: aws ec2 authorize-security-group-ingress --source-group APPLICATION; Terraform:
#     referenced_security_group_id of the aws_vpc_security_group_ingress_rule.
#   controls:
#     aws-fsbp: [EC2.18, EC2.19]
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.9]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, CM-7, SC-7, SC-7(5)]
#     pci-dss-4.0.1: ["1.3.1", "1.4.4"]
#   parameters:
#     services:
#       description: names, protocols and ports that count as such a service
#       default:
#         - {name: PostgreSQL, protocol: tcp, from: 5432, to: 5432}
#         - {name: MySQL, protocol: tcp, from: 3306, to: 3306}
#         - {name: SQL Server, protocol: tcp, from: 1433, to: 1434}
#         - {name: Oracle, protocol: tcp, from: 1521, to: 1522}
#         - {name: Oracle, protocol: tcp, from: 2483, to: 2484}
#         - {name: MongoDB, protocol: tcp, from: 27017, to: 27019}
#         - {name: Redis, protocol: tcp, from: 6379, to: 6380}
#         - {name: Elasticsearch, protocol: tcp, from: 9200, to: 9200}
#         - {name: Elasticsearch, protocol: tcp, from: 9300, to: 9300}
#         - {name: SQL Server Browser, protocol: udp, from: 1434, to: 1434}
#         - {name: MySQL X, protocol: tcp, from: 33060, to: 33060}
#         - {name: mSQL, protocol: tcp, from: 4333, to: 4333}
#         - {name: Redshift, protocol: tcp, from: 5439, to: 5439}
#         - {name: Memcached, protocol: tcp, from: 11211, to: 11211}
#         - {name: Memcached, protocol: udp, from: 11211, to: 11211}
#         - {name: Cassandra, protocol: tcp, from: 7000, to: 7000}
#         - {name: Cassandra, protocol: tcp, from: 7199, to: 7199}
#         - {name: Cassandra, protocol: tcp, from: 9042, to: 9042}
#         - {name: Cassandra, protocol: tcp, from: 9160, to: 9160}
#         - {name: Kibana and OpenSearch Dashboards, protocol: tcp, from: 5601, to: 5601}
#         - {name: CouchDB, protocol: tcp, from: 5984, to: 5984}
#         - {name: InfluxDB, protocol: tcp, from: 8086, to: 8086}
#         - {name: ClickHouse, protocol: tcp, from: 8123, to: 8123}
#         - {name: Neo4j, protocol: tcp, from: 7474, to: 7474}
#         - {name: Neo4j, protocol: tcp, from: 7687, to: 7687}
#         - {name: Db2, protocol: tcp, from: 50000, to: 50000}
#         - {name: CockroachDB, protocol: tcp, from: 26257, to: 26257}
#         - {name: Kafka, protocol: tcp, from: 9092, to: 9094}
#         - {name: RabbitMQ, protocol: tcp, from: 5671, to: 5672}
#         - {name: RabbitMQ management, protocol: tcp, from: 15672, to: 15672}
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
package policies.exposure.no_database_ports_from_internet

import data.lib.effect
import data.lib.exposure
import data.lib.findings
import data.lib.text

applicable if exposure.answers("database")

findings contains finding if {
	some claim in exposure.claims
	claim.owner == "database"
	open := claim.reached.database
	message := sprintf("%s admits %s from %s%s", [
		input.subject.label,
		text.few(findings.offered(open), 6),
		findings.from_where(claim.cause),
		findings.besides(exposure.others(claim, "database")),
	])
	found := findings.about(claim.cause, findings.key("ingress", claim.cause, open), message)
	finding := effect.judged(found, claim.cause, open)
}
