package main

import "fmt"

// value is what the interpreter knows of a Rego value: where in the document it comes from, and whether
// identity is in it. nil is a value that is never defined.
type value struct {
	sort  sort
	doc   *doc
	text  *string           // a constant text, where it is one
	bare  bool              // a constant null, true, false or number: never equal to a text
	elems *value            // of an array or set: any of its members
	tuple []*value          // of an array literal: each member
	props map[string]*value // of an object with constant keys
	loose bool              // array whose order follows the order of a set that holds identity
}

type sort int

const (
	plain    sort = iota // no identity in it
	identity             // exactly one id or label, unchanged
	quoted               // text that quotes identity, or may be identity or not
	document             // a part of the document that has a shape or holds identity
	array
	set
	object
)

var (
	clean = &value{}
	bare  = &value{bare: true}
)

func constant(text string) *value { return &value{text: &text} }

func ofDoc(d *doc) *value {
	switch {
	case d.identity:
		return &value{sort: identity}
	case d.tainted || !d.free() || d.rest != nil:
		return &value{sort: document, doc: d}
	}
	return clean
}

// tainted: identity is in it.
func (v *value) tainted() bool {
	if v == nil {
		return false
	}
	switch v.sort {
	case identity, quoted:
		return true
	case document:
		return v.doc.tainted
	case array, set:
		return v.elems.tainted()
	case object:
		for _, member := range v.props {
			if member.tainted() {
				return true
			}
		}
	}
	return false
}

// exact: wherever identity is in it, it stands unchanged in a place of its own, so two such values are
// equal after an injective replacement exactly when they were equal before.
func (v *value) exact() bool {
	if v == nil {
		return true
	}
	switch v.sort {
	case quoted:
		return false
	case array, set:
		return !v.loose && v.elems.exact()
	case object:
		for _, member := range v.props {
			if !member.exact() {
				return false
			}
		}
	}
	return true
}

// unordered: somewhere in it the order of members follows the order of ids.
func (v *value) unordered() bool {
	if v == nil || !v.tainted() {
		return false
	}
	switch v.sort {
	case set:
		return true
	case array:
		return v.loose || v.elems.unordered()
	case object:
		for _, member := range v.props {
			if member.unordered() {
				return true
			}
		}
	}
	return false
}

// strict: the document itself or its subject is in it.
func (v *value) strict() *doc {
	if v == nil {
		return nil
	}
	switch v.sort {
	case document:
		if v.doc.strict {
			return v.doc
		}
	case array, set:
		return v.elems.strict()
	case object:
		for _, name := range sortedKeys(v.props) {
			if found := v.props[name].strict(); found != nil {
				return found
			}
		}
	}
	return nil
}

// join is a value that is one or the other. ok is false where the two cannot be told apart later.
func join(a, b *value) (out *value, ok bool) {
	switch {
	case a == nil || a == b:
		return b, true
	case b == nil:
		return a, true
	case a.sort == plain && b.sort == plain:
		if a.text != nil && b.text != nil && *a.text == *b.text && a.bare == b.bare {
			return a, true
		}
		return &value{bare: a.bare && b.bare}, true
	case a.sort == b.sort:
		return joinAlike(a, b)
	case textual(a) && textual(b):
		return &value{sort: quoted}, true
	}
	if a.sort == plain {
		a, b = b, a
	}
	return a, !a.tainted() && !b.tainted()
}

func textual(v *value) bool { return v.sort == plain || v.sort == identity || v.sort == quoted }

func joinAlike(a, b *value) (out *value, ok bool) {
	switch a.sort {
	case document:
		return &value{sort: document, doc: mergeDocs(a.doc, b.doc)}, true
	case array, set:
		elems, ok := join(a.elems, b.elems)
		return &value{sort: a.sort, elems: elems, loose: a.loose || b.loose}, ok
	case object:
		out = &value{sort: object, props: map[string]*value{}}
		ok = true
		for _, side := range []*value{a, b} {
			for name, member := range side.props {
				joined, fine := join(out.props[name], member)
				out.props[name], ok = joined, ok && fine
			}
		}
		return out, ok
	}
	return a, true
}

// print writes the value so that equal values have equal text: the key under which calls are remembered.
func (v *value) print() string {
	if v == nil {
		return "-"
	}
	switch v.sort {
	case document:
		return fmt.Sprintf("d%p", v.doc)
	case array, set:
		out := fmt.Sprintf("[%d%t%s", v.sort, v.loose, v.elems.print())
		for _, member := range v.tuple {
			out += "," + member.print()
		}
		return out + "]"
	case object:
		out := "{"
		for _, name := range sortedKeys(v.props) {
			out += fmt.Sprintf("%q:%s,", name, v.props[name].print())
		}
		return out + "}"
	}
	if v.text != nil {
		return fmt.Sprintf("%q%t", *v.text, v.bare)
	}
	return fmt.Sprint(int(v.sort), v.bare)
}
