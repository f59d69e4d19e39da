package main

import (
	"fmt"

	"github.com/open-policy-agent/opa/v1/ast"
)

// A call of sprintf leaves the engine: its values go out as JSON and the text comes back as JSON. With a
// constant format of plain verbs over a list literal, OPA's native template string says the same, so that
// is what is compiled. Other formats stay with the host.

// checkFormats notes formats whose verbs are not as many as their values; OPA would write %!v(MISSING).
func checkFormats(module *ast.Module) (found diagnostics) {
	eachCall(module, func(terms []*ast.Term) bool {
		if terms[0].Value.String() != "sprintf" || len(terms) < 3 {
			return false
		}
		format, constant := terms[1].Value.(ast.String)
		values, literal := terms[2].Value.(*ast.Array)
		_, verbs, plain := splitFormat(string(format))
		if constant && literal && plain && verbs != values.Len() {
			found.add(terms[0].Location, "causeway_sprintf", fmt.Sprintf("sprintf has %d verbs and %d values", verbs, values.Len()))
		}
		return false
	})
	return found
}

func rewriteFormats(module *ast.Module) {
	eachCall(module, func(terms []*ast.Term) bool {
		if terms[0].Value.String() != "sprintf" {
			return false
		}
		if parts := templateOf(terms); parts != nil {
			terms[0] = ast.NewTerm(ast.InternalTemplateString.Ref()).SetLocation(terms[0].Location)
			terms[1] = ast.ArrayTerm(parts...).SetLocation(terms[2].Location)
			return true
		}
		return false
	})
}

// templateOf gives the parts of the template string; each value stands alone in a set, as OPA writes it.
func templateOf(terms []*ast.Term) []*ast.Term {
	if len(terms) != 3 && len(terms) != 4 {
		return nil
	}
	format, constant := terms[1].Value.(ast.String)
	values, literal := terms[2].Value.(*ast.Array)
	texts, verbs, plain := splitFormat(string(format))
	if !constant || !literal || !plain || verbs != values.Len() {
		return nil
	}
	parts := []*ast.Term{ast.StringTerm(texts[0])}
	for i := range verbs {
		value := values.Elem(i)
		parts = append(parts, ast.SetTerm(value).SetLocation(value.Location))
		if texts[i+1] != "" {
			parts = append(parts, ast.StringTerm(texts[i+1]))
		}
	}
	return parts
}

// eachCall visits every call of a parsed module. Where the visitor has put a one-argument call in place of
// a two-argument one (it returns true), the third term is dropped.
func eachCall(module *ast.Module, visit func(terms []*ast.Term) bool) {
	shorten := func(terms []*ast.Term) []*ast.Term { return append(terms[:2], terms[3:]...) }
	ast.NewGenericVisitor(func(node any) bool {
		switch node := node.(type) {
		case *ast.Expr:
			if terms, ok := node.Terms.([]*ast.Term); ok && visit(terms) {
				node.Terms = shorten(terms)
			}
		case *ast.Term:
			if call, ok := node.Value.(ast.Call); ok && visit(call) {
				node.Value = ast.Call(shorten(call))
			}
		}
		return false
	}).Walk(module)
}
