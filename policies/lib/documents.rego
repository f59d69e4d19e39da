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
