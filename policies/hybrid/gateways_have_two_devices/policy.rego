# METADATA
# title: A gateway must be joined to more than one device in the data centre
# description: >-
#   A connection has two tunnels, and both end on the same device. When that is restarted the data centre is
#   cut off, unless another device or a line is there.
# related_resources:
#   - https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-redundant-connection.html
# schemas:
#   - input: schema["gateway"]
# custom:
#   severity: low
#   subject: gateway
#   types: [aws.vpn-gateway, aws.transit-gateway]
#   reads: [vpn_connections.customer_gateway, virtual_interfaces, attachments]
#   complete: true
#   remediation: >-
#     Add a connection to another device. CLI: aws ec2 create-customer-gateway, create-vpn-connection;
#     Terraform: aws_customer_gateway, aws_vpn_connection.
#   controls:
#     dora: ["12(5)"]
#     iso-27001-2022: [A.8.14]
#     nis2: ["21(2)(c)"]
#     nist-800-53-r5: [CP-8, CP-10]
package policies.hybrid.gateways_have_two_devices

devices := {connection.customer_gateway.id | some connection in live; connection.customer_gateway != null}

live := [connection | some connection in input.vpn_connections; connection.is.state == "available"]

# A line beside it, its own or one of a Direct Connect gateway.
lined if count(input.virtual_interfaces) > 0

lined if {
	some attachment in input.attachments
	attachment.is.attachmentType == "direct-connect-gateway"
}

findings contains finding if {
	count(live) > 0
	count(devices) < 2
	not lined
	finding := {
		"key": "one-device",
		"message": sprintf("All VPN connections of %s end on one device", [input.subject.label]),
		"evidence": array.concat([input.subject.id], [connection.id | some connection in live]),
	}
}
