# METADATA
# title: Whoever moves data must show who they are at both ends
# description: >-
#   An end that asks nobody who they are gives its data to all who find it.
# related_resources:
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/dms-controls.html#dms-11
# schemas:
#   - input: schema["transfer-end"]
# custom:
#   severity: high
#   subject: transfer-end
#   reads: []
#   remediation: >-
#     CLI: aws dms modify-endpoint; Terraform: mongodb_settings, redis_settings of the aws_dms_endpoint.
#   controls:
#     aws-fsbp: [DMS.10, DMS.11]
#     dora: ["9(4)(d)"]
#     iso-27001-2022: [A.8.5]
#     nis2: ["21(2)(i)"]
#     nist-800-53-r5: [AC-3, IA-8]
#     pci-dss-4.0.1: ["8.3.1"]
package policies.transfers.ends_are_authenticated

findings contains finding if {
	input.subject.is.authenticated == false
	finding := {
		"key": "authentication",
		"message": sprintf("%s is read and written without showing who asks", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
