# METADATA
# title: A client VPN must log who connects
# description: >-
#   Who was in the network last night, and from where, is told by this log alone.
# related_resources:
#   - https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/connection-logging.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-51
# schemas:
#   - input: schema["client-vpn"]
# custom:
#   severity: low
#   subject: client-vpn
#   types: [aws.client-vpn-endpoint]
#   reads: []
#   remediation: >-
#     CLI: aws ec2 modify-client-vpn-endpoint --connection-log-options; Terraform: connection_log_options of
#     the aws_ec2_client_vpn_endpoint.
#   controls:
#     aws-fsbp: [EC2.51]
#     dora: ["10(1)"]
#     iso-27001-2022: [A.8.15]
#     nis2: ["21(2)(b)"]
#     nist-800-53-r5: [AC-17, AU-12]
#     pci-dss-4.0.1: ["10.2.1"]
package policies.hybrid.client_vpns_keep_logs

findings contains finding if {
	not input.subject.is.state in {"deleted", "deleting"}
	input.subject.is.logging == false
	finding := {
		"key": "logs",
		"message": sprintf("%s logs no connections", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
