# METADATA
# title: Entry points must talk current TLS only
# description: >-
#   Old versions of TLS can be read by whoever sits on the way; they stay on only because nobody turned them
#   off.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html
# schemas:
#   - input: schema["entry-point"]
# custom:
#   severity: medium
#   subject: entry-point
#   reads: []
#   remediation: >-
#     CloudFront: a certificate of one's own with TLSv1.2_2021; API Gateway: security policy TLS_1_2.
#     Terraform: minimum_protocol_version, security_policy.
#   controls:
#     aws-fsbp: [CloudFront.15]
#     dora: ["9(2)"]
#     gdpr: ["32(1)(a)"]
#     iso-27001-2022: [A.8.24]
#     nis2: ["21(2)(h)"]
#     nist-800-53-r5: ["SC-8(1)", SC-13]
#     pci-dss-4.0.1: ["4.2.1"]
#   parameters:
#     old:
#       description: lowest versions that are too low, in the provider's words
#       default: ["SSLv3", "TLSv1", "TLSv1_2016", "TLSv1.1_2016", "TLS_1_0"]
#       schema: {type: array, uniqueItems: true, items: {type: string}}
package policies.web.entry_points_use_current_tls

findings contains finding if {
	input.subject.is.enabled != false
	input.subject.is.tlsMinimum in data.params.web.entry_points_use_current_tls.old
	finding := {
		"key": "tls",
		"message": sprintf("%s still talks %s", [input.subject.label, input.subject.is.tlsMinimum]),
		"evidence": [input.subject.id],
	}
}
