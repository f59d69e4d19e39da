# METADATA
# title: Weaknesses must be looked for
# description: >-
#   Software that was sound when it was installed becomes weak without being touched. Only somebody who keeps
#   looking notices.
# related_resources:
#   - https://docs.aws.amazon.com/inspector/latest/user/getting_started_tutorial.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/inspector-controls.html
# schemas:
#   - input: schema["inspector"]
# custom:
#   severity: medium
#   subject: inspector
#   types: [aws.inspector]
#   reads: []
#   remediation: >-
#     CLI: aws inspector2 enable --resource-types EC2 ECR LAMBDA; Terraform: aws_inspector2_enabler.
#   controls:
#     aws-fsbp: [Inspector.1, Inspector.2, Inspector.4]
#     dora: ["10(1)"]
#     iso-27001-2022: [A.8.8]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [SI-4, RA-5]
#     pci-dss-4.0.1: ["11.3.1"]
#   parameters:
#     scans:
#       description: what must be scanned
#       default: ["ec2", "ecr", "lambda"]
#       schema: {type: array, uniqueItems: true, items: {type: string}}
package policies.audit.inspectors_scan

import data.lib.text

findings contains finding if {
	is_array(input.subject.is.scans)
	on := {scan.what | some scan in input.subject.is.scans; scan.state in {"enabled", "enabling"}}
	off := {what | some what in data.params.audit.inspectors_scan.scans} - on
	count(off) > 0
	finding := {
		"key": "scans",
		"message": sprintf("%s does not scan %s", [input.subject.label, text.listing(sort(off))]),
		"evidence": [input.subject.id],
	}
}
