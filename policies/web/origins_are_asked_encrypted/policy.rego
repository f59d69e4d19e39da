# METADATA
# title: A distribution must ask its origins encrypted
# description: >-
#   Viewers see a lock, and behind the edge the same request crosses the internet in plain text.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-cloudfront-to-custom-origin.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html#cloudfront-9
# schemas:
#   - input: schema["entry-point"]
# custom:
#   severity: medium
#   subject: entry-point
#   reads: []
#   remediation: >-
#     CLI: aws cloudfront update-distribution; Terraform: origin_protocol_policy = "https-only",
#     origin_ssl_protocols of the custom_origin_config.
#   controls:
#     aws-fsbp: [CloudFront.9, CloudFront.10]
#     dora: ["9(2)"]
#     gdpr: ["32(1)(a)"]
#     iso-27001-2022: [A.8.24]
#     nis2: ["21(2)(h)"]
#     nist-800-53-r5: ["SC-8(1)", SC-13]
#     pci-dss-4.0.1: ["4.2.1"]
package policies.web.origins_are_asked_encrypted

applicable if input.subject.is.entryType in {"cdn"}

findings contains finding if {
	applicable
	some origin in input.subject.is.cdn.origins
	plain(origin)
	finding := {
		"key": sprintf("origin/%s", [origin.name]),
		"message": sprintf("%s asks origin %s without encryption, or with versions of TLS that are old", [
			input.subject.label,
			origin.name,
		]),
		"evidence": [input.subject.id],
	}
}

plain(origin) if origin.protocol == "http-only"

plain(origin) if {
	origin.protocol == "match-viewer"
	some behavior in input.subject.is.cdn.behaviors
	behavior.origin == origin.name
	behavior.viewerProtocol == "allow-all"
}

plain(origin) if {
	origin.originType == "custom"
	some protocol in origin.tlsProtocols
	protocol in {"SSLv3", "TLSv1", "TLSv1.1"}
}
