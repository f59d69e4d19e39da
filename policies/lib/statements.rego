# Statements of policy documents.
package lib.statements

# "Statement" may be one statement or a list.
of(document) := document.Statement if is_array(document.Statement)

of(document) := [document.Statement] if is_object(document.Statement)

# It lets everybody in, whatever they ask with.
open(statement) if {
	statement.Effect == "Allow"
	everybody(statement.Principal)
	not narrowed(statement)
}

everybody("*")

everybody(principal) if star(principal.AWS)

star("*")

star(values) if {
	is_array(values)
	"*" in values
}

# Conditions by which only some ask: accounts, organizations, resources on whose behalf a service asks.
narrowed(statement) if {
	some operator, tests in statement.Condition
	not endswith(operator, "IfExists")
	some key, _ in tests
	lower(key) in narrowing
}

narrowing := {
	"aws:principalaccount", "aws:principalarn", "aws:principalorgid", "aws:principalorgpaths",
	"aws:sourceaccount", "aws:sourcearn", "aws:sourceorgid", "aws:sourceorgpaths", "aws:sourceowner",
	"aws:sourcevpc", "aws:sourcevpce", "aws:sourceip",
}
