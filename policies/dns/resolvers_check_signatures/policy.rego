# METADATA
# title: Resolvers must check DNSSEC signatures
# description: >-
#   A resolver that does not check signatures takes forged answers for names whose owners signed them.
# related_resources:
#   - https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dnssec-validation.html
# schemas:
#   - input: schema["resolver-settings"]
# custom:
#   severity: low
#   subject: resolver-settings
#   types: [aws.resolver-settings]
#   reads: []
#   remediation: >-
#     Turn validation on. CLI: aws route53resolver update-resolver-dnssec-config --validation ENABLE;
#     Terraform: aws_route53_resolver_dnssec_config.
#   controls:
#     nist-800-53-r5: [SC-21]
package policies.dns.resolvers_check_signatures

findings contains finding if {
	input.subject.is.dnssecValidation in {"disabled", "disabling"}
	finding := {
		"key": "validation",
		"message": sprintf("%s: signatures of names are not checked", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
