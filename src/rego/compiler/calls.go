package main

import (
	"fmt"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// arity is how many arguments the operator takes; -1 where that is not known.
func (w *interpreter) arity(operator *ast.Term) int {
	if rules := w.function(operator); len(rules) > 0 {
		return len(rules[0].Head.Args)
	}
	if builtin, known := ast.BuiltinMap[operator.Value.String()]; known {
		return builtin.Decl.Arity()
	}
	return -1
}

func (w *interpreter) function(operator *ast.Term) []*ast.Rule {
	ref, isRef := operator.Value.(ast.Ref)
	if !isRef || !ref.HasPrefix(ast.DefaultRootRef) {
		return nil
	}
	return w.compiler.GetRulesExact(ref)
}

func (w *interpreter) call(operator *ast.Term, terms []*ast.Term) *value {
	args := make([]*value, len(terms))
	for i, t := range terms {
		args[i] = w.term(t)
	}
	if rules := w.function(operator); len(rules) > 0 {
		return w.document(rules, args)
	}
	return w.builtin(operator.Value.String(), args, operator.Location)
}

// builtin follows the few built-ins through which identity may go; see opacity.go for why these.
func (w *interpreter) builtin(name string, args []*value, loc *ast.Location) *value {
	switch name {
	case "equal", "neq":
		w.compare(args[0], args[1], loc)
		return clean
	case "internal.member_2":
		if args[1] != nil && args[1].sort == document && args[1].doc.items != nil {
			w.compare(args[0], ofDoc(args[1].doc.items), loc)
			return clean
		}
		if args[1] != nil && (args[1].sort == array || args[1].sort == set) {
			w.compare(args[0], args[1].elems, loc)
			return clean
		}
	case "sprintf", "concat", "internal.template_string":
		return w.text(name, args, loc)
	case "count":
		return w.count(args[0], loc)
	case "object.get":
		if out, done := w.objectGet(args, loc); done {
			return out
		}
	case "array.concat":
		return join(args[0], args[1])
	case "object.union":
		if args[0] != nil && args[1] != nil && args[0].sort == object && args[1].sort == object {
			return join(args[0], args[1]) // under a key of both stands the second, or both merged: one or the other
		}
	case "array.slice":
		if !args[0].unordered() && !args[1].tainted() && !args[2].tainted() {
			return shortened(args[0])
		}
	case "is_string", "is_null", "is_array", "is_object", "is_set", "is_number", "is_boolean", "type_name":
		return clean
	case "and", "or", "minus":
		if args[0] != nil && args[1] != nil && args[0].sort == set && args[1].sort == set {
			if name != "or" {
				w.compare(args[0].elems, args[1].elems, loc)
			}
			return join(args[0], args[1])
		}
	}
	for _, arg := range args {
		w.lose(arg, loc, name)
	}
	return clean
}

// text follows the calls that quote: what comes out may only be shown.
func (w *interpreter) text(name string, args []*value, loc *ast.Location) *value {
	parts := args[len(args)-1]
	if !parts.tainted() {
		for _, arg := range args {
			w.lose(arg, loc, name)
		}
		return clean
	}
	if args[0].tainted() && len(args) > 1 {
		w.expose(loc, "an id or label is used as a format or separator")
	}
	switch {
	case parts.sort != array && parts.sort != set && parts.sort != document:
		w.expose(loc, name+" over a value that is not known here")
	case name == "concat" && parts.unordered():
		w.expose(loc, "concat over a set joins ids or labels in their own order")
	case name == "concat" && parts.sort == document:
		parts = &value{sort: array, elems: w.anyMember(parts.doc)}
	case name == "sprintf" && (args[0].text == nil || !plainVerbs(*args[0].text)):
		w.expose(loc, "sprintf does more with an id or label than %s or %v")
	}
	members := parts.tuple
	if len(members) == 0 {
		members = []*value{parts.elems}
	}
	for _, member := range members {
		w.whole(member, loc, name)
		if name == "internal.template_string" && member != nil && member.sort == set {
			member = member.elems // {x | x := …}, as OPA writes the parts of a template string
		}
		if member != nil && member.tainted() && member.sort != identity && member.sort != quoted {
			w.expose(loc, name+" writes out a whole value with ids or labels in it")
		}
	}
	return &value{sort: quoted}
}

// shortened is a part of a list: the same members, at other places.
func shortened(v *value) *value {
	if v == nil || v.sort != array {
		return v
	}
	return &value{sort: array, elems: v.elems, loose: v.loose}
}

// plainVerbs: the format has no verb but %s, %v, %d and %%, without flags or widths.
func plainVerbs(format string) bool {
	_, _, ok := splitFormat(format)
	return ok
}

// splitFormat takes a format apart at its plain verbs, given by their letters: one more text than verbs.
func splitFormat(format string) (texts []string, verbs []byte, ok bool) {
	var text strings.Builder
	for i := 0; i < len(format); i++ {
		if format[i] != '%' {
			text.WriteByte(format[i])
			continue
		}
		i++
		switch {
		case i < len(format) && format[i] == '%':
			text.WriteByte('%')
		case i < len(format) && strings.IndexByte("svd", format[i]) >= 0:
			texts = append(texts, text.String())
			text.Reset()
			verbs = append(verbs, format[i])
		default:
			return nil, nil, false
		}
	}
	return append(texts, text.String()), verbs, true
}

// count of a list is the same whatever stands in it, if it does not follow a set; of a set, as long as equal
// members stay equal.
func (w *interpreter) count(v *value, loc *ast.Location) *value {
	if v.tainted() && !(v.sort == array && !v.loose) && !((v.sort == array || v.sort == set || v.listed()) && v.exact()) {
		w.lose(v, loc, "count")
	}
	return clean
}

func (w *interpreter) objectGet(args []*value, loc *ast.Location) (*value, bool) {
	from, key, fallback := args[0], args[1], args[2]
	path := []*value{key}
	if key != nil && key.sort == array {
		path = key.tuple
	}
	for _, step := range path {
		if step == nil || step.text == nil {
			return nil, false
		}
	}
	for _, step := range path {
		from = w.step(from, step, loc)
	}
	return join(from, fallback), true
}

// compare follows a test for equality.
func (w *interpreter) compare(a, b *value, loc *ast.Location) {
	w.whole(a, loc, "a comparison")
	w.whole(b, loc, "a comparison")
	if !a.tainted() && !b.tainted() {
		return
	}
	if a != nil && b != nil && (a.bare || b.bare || (a.sort == identity && b.sort == identity)) {
		return
	}
	w.expose(loc, "an id or label is compared with something that is not one")
}

// undeclared notes a member that the document will not have.
func (w *interpreter) undeclared(d *doc, key string, loc *ast.Location) {
	full := d.name + "." + key
	switch {
	case d.items != nil:
		w.complain(loc, "causeway_reads", fmt.Sprintf("reads %s, but %s is a list: write `some x in %s`", full, d.name, d.name))
	case d.name == "input" || d.props["kind"] != nil:
		w.complain(loc, "causeway_reads", fmt.Sprintf("reads %s, but its METADATA reads does not name it%s", full, suggest(key, sortedKeys(d.props))))
	default:
		w.complain(loc, "causeway_reads", fmt.Sprintf("reads %s, which does not exist%s; there are %s", full, suggest(key, sortedKeys(d.props)), strings.Join(sortedKeys(d.props), ", ")))
	}
}

func (w *interpreter) unresolved(d *doc, loc *ast.Location) {
	w.complain(loc, "causeway_reads", fmt.Sprintf("reads %s[…] by a key that is worked out, so that its reads cannot be told; write the member out, as in %s", d.name, memberOf(d)))
}
