package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// absence looks for findings that follow from an empty list of related nodes, `count(input.rules) == 0` as a
// condition of the findings themselves, in a policy that does not say `complete: true`: what could not be
// collected is then taken for what is not there. Elsewhere, behind functions and negations, it cannot be
// decided without the values, and nothing is said.
func (l *linter) absence(file *moduleFile, meta *policyMeta) {
	if meta.Complete {
		return
	}
	for _, rule := range file.ast.Rules {
		if ruleName(rule) != "findings" {
			continue
		}
		for _, expr := range rule.Body {
			if name := emptyList(expr); name != "" && l.isRelation(meta, name) {
				l.add("warning", expr.Location, [2]string{"incomplete", fmt.Sprintf("policy %s finds something where input.%s is empty, which it also is where it could not be collected", meta.ID, name)})
			}
		}
	}
}

func (l *linter) isRelation(meta *policyMeta, name string) bool {
	_, derived := l.req.Vocabulary.Derived[name]
	return !derived && slices.ContainsFunc(meta.Reads, func(path string) bool {
		first, _, _ := strings.Cut(path, ".")
		return first == name
	})
}

// emptyList gives x where the expression is count(input.x) == 0 or input.x == [].
func emptyList(expr *ast.Expr) string {
	if expr.Negated || len(expr.With) > 0 || !expr.IsCall() || len(expr.Operands()) != 2 {
		return ""
	}
	operator := expr.Operator().String()
	if operator != ast.Equal.Name && operator != ast.Equality.Name {
		return ""
	}
	one, other := expr.Operand(0), expr.Operand(1)
	if call, isCall := one.Value.(ast.Call); isCall && len(call) == 2 && call[0].Value.String() == ast.Count.Name && other.Equal(ast.NumberTerm("0")) {
		return memberOfInput(call[1])
	}
	if list, isList := other.Value.(*ast.Array); isList && list.Len() == 0 {
		return memberOfInput(one)
	}
	return ""
}

func memberOfInput(term *ast.Term) string {
	ref, isRef := term.Value.(ast.Ref)
	if !isRef || len(ref) != 2 || !ref[0].Equal(ast.InputRootDocument) {
		return ""
	}
	name, _ := ref[1].Value.(ast.String)
	return string(name)
}
