# METADATA
# title: Licences must be valid
# description: >-
#   On the day after its end software runs without a licence, and nobody is told.
# related_resources:
#   - https://docs.aws.amazon.com/license-manager/latest/userguide/license-configurations.html
# schemas:
#   - input: schema["licence-configuration"]
# custom:
#   severity: medium
#   subject: licence-configuration
#   types: [aws.licence-configuration]
#   reads: []
#   remediation: >-
#     Renew the contract, and update the configuration. CLI: aws license-manager update-license-
#     configuration.
#   controls:
#     iso-27001-2022: [A.5.32]
#     nist-800-53-r5: [CM-10]
#   parameters:
#     today:
#       description: the day as YYYY-MM-DD; empty is the day of the scan
#       default: ""
#       schema: {type: string, pattern: "^([0-9]{4}-[0-9]{2}-[0-9]{2})?$"}
#     warn_days:
#       description: days before its end on which a licence is reported
#       default: 30
#       schema: {type: integer, minimum: 0}
package policies.licences.licences_are_valid

params := data.params.licences.licences_are_valid

# Midnight of the day that is counted from; without one nothing is judged.
now := time.parse_rfc3339_ns(concat("", [params.today, "T00:00:00Z"])) if {
	params.today != ""
}

applicable if {
	now
	input.subject.is.expires != null
}

findings contains finding if {
	applicable
	ends := time.parse_rfc3339_ns(input.subject.is.expires)
	ends < now + (params.warn_days * 86400000000000)
	finding := {
		"key": "ends",
		"message": sprintf("%s ends at %s", [input.subject.label, input.subject.is.expires]),
		"evidence": [input.subject.id],
	}
}
