package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/topdown"
)

// firing watches tests and notes of each policy whether one of them made it find something, and whether one
// made it find nothing.
type firing struct {
	policies map[string]*asked // by the ref of the findings
}

type asked struct {
	open          bool // its rules are being evaluated, and gave nothing so far
	fired, silent bool
}

func (*firing) Enabled() bool               { return true }
func (*firing) Config() topdown.TraceConfig { return topdown.TraceConfig{} }

// TraceEvent: OPA looks the rules up (index), enters each and leaves those that hold. What it remembers from
// before under the same document it looks up and does not enter.
func (f *firing) TraceEvent(event topdown.Event) {
	switch event.Op {
	case topdown.IndexOp:
		if event.Ref == nil {
			return
		}
		if one := f.policies[event.Ref.String()]; one != nil {
			one.close()
			one.silent = one.silent || strings.HasPrefix(event.Message, "(matched 0 rules")
		}
	case topdown.EnterOp, topdown.ExitOp:
		rule, isRule := event.Node.(*ast.Rule)
		if !isRule || ruleName(rule) != "findings" {
			return
		}
		if one := f.policies[rule.Path().String()]; one != nil {
			if event.Op == topdown.EnterOp {
				one.open = one.open || !one.fired || !one.silent
			} else {
				one.open, one.fired = false, true
			}
		}
	}
}

func (a *asked) close() {
	a.silent = a.silent || a.open
	a.open = false
}

// tests says of each policy what its tests leave out. Only of findings as a set: of one value it could not be
// told whether it is empty.
func (l *linter) tests(checked *ast.Compiler, metas map[string]*policyMeta, params map[string]any) {
	watch := &firing{policies: map[string]*asked{}}
	places := map[string]string{}
	for _, file := range l.modules.files {
		if metas[file.Path] == nil || file.Origin != l.scope {
			continue
		}
		ref := file.ast.Package.Path.Append(ast.StringTerm("findings"))
		if rules := checked.GetRulesExact(ref); len(rules) > 0 && rules[0].Head.RuleKind() == ast.MultiValue {
			watch.policies[ref.String()] = &asked{}
			places[file.Path] = ref.String()
		}
	}
	all := func(string) bool { return true }
	if err := l.modules.evaluateTests(checked, params, evaluation{wanted: all, tracer: watch}); err != nil {
		l.errors.addOpa(err)
	}
	for path, ref := range places {
		one, meta := watch.policies[ref], metas[path]
		one.close()
		at := &ast.Location{File: path, Row: meta.Line, Col: 1}
		switch {
		case !one.fired && !one.silent:
			l.add("warning", at, [2]string{"untested", fmt.Sprintf("policy %s has no test", meta.ID)})
		case !one.fired:
			l.add("warning", at, [2]string{"never_fires", fmt.Sprintf("policy %s finds nothing in any of its tests", meta.ID)})
		case !one.silent && !l.unconditional(path):
			l.add("warning", at, [2]string{"always_fires", fmt.Sprintf("policy %s finds something in each of its tests", meta.ID)})
		}
	}
}

// unconditional: every subject of the policy is a finding, as where its type alone is what is wrong.
func (l *linter) unconditional(path string) bool {
	for _, file := range l.modules.files {
		if file.Path != path {
			continue
		}
		for _, rule := range file.ast.Rules {
			if ruleName(rule) == "findings" && !slices.ContainsFunc(rule.Body, isCondition) {
				return true
			}
		}
	}
	return false
}

func isCondition(expr *ast.Expr) bool {
	term, isTerm := expr.Terms.(*ast.Term)
	return !expr.IsAssignment() && !(isTerm && term.Equal(ast.BooleanTerm(true)))
}
