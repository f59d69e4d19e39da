package main

import (
	"fmt"
	"strconv"

	"github.com/open-policy-agent/opa/v1/ast"
)

// interpreter follows one policy from its findings through every rule and function that it reaches, with
// shapes in place of values. It finds reads outside the declared document, and anything done with ids or
// labels that a replacement of them could change (see opacity.go).
type interpreter struct {
	compiler *ast.Compiler
	meta     *policyMeta
	input    *doc
	params   map[string]any // what data.params will hold
	written  map[string]*ast.Rule
	found    *diagnostics

	remembered map[string]*value
	steps      int
	reason     *reason // why the policy is not opaque; nil while it is

	vars     map[ast.Var]*value
	iterated bool // the body at hand goes over members
	loose    bool // … of a set that holds identity
}

// reason says which place first kept a policy from being opaque.
type reason struct {
	Path    string `json:"path"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Message string `json:"message"`
}

// More than any policy needs; a policy that exceeds it is not followed to its end.
const maxSteps = 200_000

func (w *interpreter) complain(loc *ast.Location, code, message string) {
	w.found.add(loc, code, "policy "+w.meta.ID+" "+message)
}

func (w *interpreter) rule(rule *ast.Rule, args []*value) *value {
	outer, iterated, loose := w.vars, w.iterated, w.loose
	defer func() { w.vars, w.iterated, w.loose = outer, iterated, loose }()
	var out *value
	for ; rule != nil; rule = rule.Else {
		w.vars, w.iterated, w.loose = map[ast.Var]*value{}, false, false
		for i, arg := range rule.Head.Args {
			if i < len(args) {
				w.match(arg, args[i])
			}
		}
		w.body(rule.Body)
		out = join(out, w.head(rule))
	}
	return out
}

// head evaluates what a rule gives, after its body bound the variables.
func (w *interpreter) head(rule *ast.Rule) *value {
	head := rule.Head
	dynamic := len(head.Ref().GroundPrefix()) < len(head.Ref())
	if head.RuleKind() == ast.MultiValue {
		member := w.term(head.Key)
		if dynamic {
			w.lose(member, head.Location, "a set under a computed name")
			return clean
		}
		return &value{sort: set, elems: member}
	}
	out := clean
	if head.Value != nil {
		out = w.term(head.Value)
	}
	if dynamic {
		for _, key := range head.Ref()[1:] {
			w.lose(w.term(key), head.Location, "a computed name")
		}
		w.lose(out, head.Location, "a value under a computed name")
		return clean
	}
	if w.iterated && out.tainted() && !out.exact() {
		w.expose(head.Location, "a rule with one value goes over members and builds text from ids or labels")
	}
	return out
}

// document evaluates the rules that stand at one place under data; args is nil unless they are functions.
func (w *interpreter) document(rules []*ast.Rule, args []*value) *value {
	key := fmt.Sprintf("%p%d", rules[0], len(rules))
	for _, arg := range args {
		key += "|" + arg.print()
	}
	if known, done := w.remembered[key]; done {
		return known
	}
	if w.steps++; w.steps > maxSteps {
		return clean
	}
	var out *value
	var values []*value
	for _, rule := range rules {
		got := w.rule(rule, args)
		out = join(out, got)
		if !rule.Default && rule.Head.RuleKind() == ast.SingleValue {
			values = append(values, got)
		}
	}
	if len(values) > 1 && out.tainted() && !w.agree(rules, values) {
		w.expose(rules[0].Location, "several definitions of one value, which must agree, give ids or labels")
	}
	w.remembered[key] = out
	return out
}

func (w *interpreter) body(body ast.Body) {
	for _, expr := range body {
		w.expr(expr)
	}
}

func (w *interpreter) expr(expr *ast.Expr) {
	if w.steps++; w.steps == maxSteps {
		w.complain(expr.Location, "causeway_reads", "is too entangled for its reads to be followed; split it into smaller functions")
	}
	if w.steps > maxSteps {
		return
	}
	if len(expr.With) > 0 {
		w.complain(expr.Location, "causeway_with", "uses `with`, which belongs in tests: what it reads could not be followed")
		return
	}
	switch terms := expr.Terms.(type) {
	case *ast.Term:
		w.term(terms)
	case *ast.Every:
		w.every(terms)
	case []*ast.Term:
		operator := terms[0].Value.String()
		if operator == ast.Equality.Name || operator == ast.Assign.Name {
			w.unify(terms[1], terms[2])
			return
		}
		args, output := terms[1:], (*ast.Term)(nil)
		if arity := w.arity(terms[0]); arity >= 0 && len(args) > arity {
			args, output = args[:arity], args[arity]
		}
		result := w.call(terms[0], args)
		if output != nil {
			w.match(output, result)
		}
	default:
		w.complain(expr.Location, "causeway_reads", fmt.Sprintf("uses an expression that cannot be followed: %v", expr))
	}
}

func (w *interpreter) every(every *ast.Every) {
	domain := w.term(every.Domain)
	key, member := w.members(domain, every.Location)
	if every.Key != nil {
		w.match(every.Key, key)
	}
	w.match(every.Value, member)
	iterated, loose := w.iterated, w.loose
	w.body(every.Body)
	w.iterated, w.loose = iterated, loose
}

// unify follows `a = b`: an unbound side takes the other's value, two bound sides are compared.
func (w *interpreter) unify(a, b *ast.Term) {
	switch {
	case w.unbound(a):
		w.match(a, w.term(b))
	case w.unbound(b):
		w.match(b, w.term(a))
	case w.open(a) && !w.open(b):
		w.match(a, w.term(b))
	case w.open(b):
		w.match(b, w.term(a))
	default:
		w.compare(w.term(a), w.term(b), a.Location)
	}
}

func (w *interpreter) unbound(t *ast.Term) bool {
	name, isVar := t.Value.(ast.Var)
	_, bound := w.vars[name]
	return isVar && !bound && !reserved(t)
}

func reserved(t *ast.Term) bool { return ast.RootDocumentNames.Contains(t) }

// open: a pattern of arrays and objects with an unbound variable in it.
func (w *interpreter) open(t *ast.Term) bool {
	switch pattern := t.Value.(type) {
	case *ast.Array:
		return pattern.Until(func(member *ast.Term) bool { return w.unbound(member) || w.open(member) })
	case ast.Object:
		return pattern.Until(func(_, member *ast.Term) bool { return w.unbound(member) || w.open(member) })
	}
	return false
}

// match lays a pattern over a value.
func (w *interpreter) match(pattern *ast.Term, v *value) {
	if w.unbound(pattern) {
		w.vars[pattern.Value.(ast.Var)] = v
		return
	}
	if !w.open(pattern) {
		w.compare(w.term(pattern), v, pattern.Location)
		return
	}
	step := func(key *value, member *ast.Term) { w.match(member, w.step(v, key, pattern.Location)) }
	switch shape := pattern.Value.(type) {
	case *ast.Array:
		for i := range shape.Len() {
			step(constant(strconv.Itoa(i)), shape.Elem(i))
		}
	case ast.Object:
		shape.Foreach(func(key, member *ast.Term) { step(w.term(key), member) })
	}
}
