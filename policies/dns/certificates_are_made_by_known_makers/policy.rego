# METADATA
# title: A public zone must say who may make certificates for it
# description: >-
#   Without CAA records any maker of certificates in the world may make one for the name, after checks of
#   its own.
# related_resources:
#   - https://www.rfc-editor.org/rfc/rfc8659
#   - https://docs.aws.amazon.com/acm/latest/userguide/setup-caa.html
# schemas:
#   - input: schema["zone"]
# custom:
#   severity: low
#   subject: zone
#   types: [aws.hosted-zone]
#   reads: [standing]
#   complete: true
#   remediation: >-
#     Add CAA records with the makers in use, e.g. 0 issue "amazon.com". Terraform: aws_route53_record of type
#     CAA.
#   controls:
#     nist-800-53-r5: [SC-20]
package policies.dns.certificates_are_made_by_known_makers

applicable if input.subject.is.private == false

findings contains finding if {
	input.subject.is.private == false
	input.standing.delegation.status in {"here", "partly", "unknown"}
	is_null(input.standing.apex.certifiers)
	finding := {
		"key": "caa",
		"message": sprintf("%s lets everybody make certificates for its names", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
