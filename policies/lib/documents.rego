# Parsed policy documents, as people wrote them.
package lib.documents

# Statements by place; one that stands without a list is the first.
statements(document) := document.Statement if is_array(document.Statement)

statements(document) := [document.Statement] if is_object(document.Statement)

# What an element lists, whether it is a list or one text.
list(statement, element) := value if {
	value := statement[element]
	is_array(value)
} else := [value] if {
	value := statement[element]
	is_string(value)
} else := []

# A pattern covers an action: without regard to case, and with wildcards.
# https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
covers(pattern, action) if {
	literal := regex.replace(lower(pattern), `[^a-z0-9*?]`, `\$0`)
	expression := replace(replace(literal, "*", ".*"), "?", ".")
	regex.match(concat("", ["^", expression, "$"]), lower(action))
}

# Every action of every service.
all_actions(pattern) if regex.match(`^\*+(:\*+)?$`, pattern)

all_resources(pattern) if regex.match(`^\*+$`, pattern)
