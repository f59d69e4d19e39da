package main

import (
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
)

// judge follows the policy and says what is wrong with it and whether it is opaque. What a finding lacks
// is left to the run time, which calls the subject unknown and names the policy: only there it is certain.
func (w *interpreter) judge(file *moduleFile) {
	findings := w.compiler.GetRulesExact(file.ast.Package.Path.Append(ast.StringTerm("findings")))
	if len(findings) == 0 {
		w.complain(file.ast.Package.Location, "causeway_findings", "has no rule `findings contains finding if { … }`")
		return
	}
	for _, rule := range findings {
		if len(rule.Head.Args) > 0 || len(rule.Head.Ref()) != 1 {
			w.complain(rule.Location, "causeway_findings", "must define findings as a set: `findings contains finding if { … }`")
			return
		}
		w.collection(rule, w.rule(rule, nil))
	}
	if findings[0].Head.RuleKind() == ast.SingleValue {
		w.document(findings, nil)
	}
	if rules := w.compiler.GetRulesExact(file.ast.Package.Path.Append(ast.StringTerm("applicable"))); len(rules) > 0 {
		if rules[0].Head.RuleKind() != ast.SingleValue || len(rules[0].Head.Args) > 0 {
			w.complain(rules[0].Location, "causeway_findings", "must define applicable as a condition: `applicable if { … }`")
		}
		w.document(rules, nil)
	}
	w.meta.Opaque = w.reason == nil
}

// collection follows what one rule says the findings are: a set or a list of them.
func (w *interpreter) collection(rule *ast.Rule, v *value) {
	loc := rule.Head.Location
	switch {
	case v == nil:
	case v.sort == either:
		for _, alternative := range v.tuple {
			w.collection(rule, alternative)
		}
	case v.sort == object:
		w.complain(rule.Location, "causeway_findings", "gives one object as findings; put it into a set: `findings contains finding if { … }`")
	case v.sort == array || v.sort == set:
		if len(v.tuple) == 0 {
			w.finding(v.elems, loc)
		}
		for _, member := range v.tuple {
			w.finding(member, loc)
		}
	case v.sort == document:
		w.finding(v, loc)
	case v.bare || v.text != nil || v.tainted():
		w.complain(rule.Location, "causeway_findings", "must define findings as a set: `findings contains finding if { … }`")
	}
}

var findingMembers = []string{"key", "message", "evidence", "cause", "severity"}

// finding refuses members that nobody reads, and looks that no order of ids shows in it.
func (w *interpreter) finding(v *value, loc *ast.Location) {
	w.whole(v, loc, "a finding")
	if v == nil || v.sort != object {
		if v.tainted() {
			w.expose(loc, "a finding whose members are not known here")
		}
		return
	}
	for _, name := range sortedKeys(v.props) {
		if v.props[name].unordered() {
			w.expose(loc, "`"+name+"` of a finding shows the order of ids or labels")
		}
		if !slices.Contains(findingMembers, name) {
			w.complain(loc, "causeway_findings", "gives a finding with `"+name+"`"+suggest(name, findingMembers)+"; it may have key, message, evidence, cause and severity")
		}
	}
}
