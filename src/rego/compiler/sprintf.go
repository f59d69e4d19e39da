package main

import (
	"fmt"

	"github.com/open-policy-agent/opa/v1/ast"
)

// A call of sprintf leaves the engine: its values go out as JSON and the text comes back as JSON. With a
// constant format of plain verbs over a list literal, OPA's native template string says the same, so that
// is what is compiled. Other formats stay with the host.

// checkFormats notes formats whose verbs are not as many as their values; OPA would write %!v(MISSING).
func checkFormats(module *ast.Module, mine map[ast.Var]bool) (found diagnostics) {
	eachCall(module, mine, func(terms []*ast.Term) bool {
		if terms[0].Value.String() != "sprintf" || len(terms) < 3 {
			return false
		}
		format, constant := terms[1].Value.(ast.String)
		values, literal := terms[2].Value.(*ast.Array)
		_, verbs, plain := splitFormat(string(format))
		if constant && literal && plain && len(verbs) != values.Len() {
			found.add(terms[0].Location, "causeway_sprintf", fmt.Sprintf("sprintf has %d verbs and %d values", len(verbs), values.Len()))
		}
		return false
	})
	return found
}

// templateOf gives the parts of the template string; each value stands alone in a set, as OPA writes it.
func templateOf(terms []*ast.Term) []*ast.Term {
	if len(terms) != 3 && len(terms) != 4 {
		return nil
	}
	format, constant := terms[1].Value.(ast.String)
	values, literal := terms[2].Value.(*ast.Array)
	texts, letters, plain := splitFormat(string(format))
	verbs := len(letters)
	if !constant || !literal || !plain || verbs != values.Len() {
		return nil
	}
	parts := []*ast.Term{ast.StringTerm(texts[0])}
	for i := range verbs {
		value := values.Elem(i)
		function := ast.NewTerm(ast.MustParseRef("data.causeway.host.as_" + string(letters[i])))
		parts = append(parts, ast.SetTerm(ast.CallTerm(function, value).SetLocation(value.Location)).SetLocation(value.Location))
		if texts[i+1] != "" {
			parts = append(parts, ast.StringTerm(texts[i+1]))
		}
	}
	return parts
}
