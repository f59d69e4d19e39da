package main

import (
	"fmt"
	"maps"
	"slices"
)

// value is what the interpreter knows of a Rego value: where in the document it comes from, and whether
// identity is in it. nil is a value that is never defined.
type value struct {
	sort  sort
	doc   *doc
	text  *string           // a constant text, where it is one
	bare  bool              // a constant null, true, false or number: never equal to a text
	elems *value            // of an array or set: any of its members
	tuple []*value          // of an array literal: each member; of one thing or another: each of these
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
	either // one thing or another that have nothing in common, identity in some of them
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
	}
	return v.anyPart((*value).tainted)
}

// anyPart asks everything that stands in it.
func (v *value) anyPart(ask func(*value) bool) bool {
	if v.elems != nil && ask(v.elems) || slices.ContainsFunc(v.tuple, ask) {
		return true
	}
	for _, member := range v.props {
		if ask(member) {
			return true
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
	if v.sort == quoted || v.sort == either || v.loose {
		return false
	}
	return !v.anyPart(func(part *value) bool { return !part.exact() })
}

// unordered: somewhere in it the order of members follows the order of ids.
func (v *value) unordered() bool {
	if !v.tainted() {
		return false
	}
	return v.sort == set || v.loose || v.anyPart((*value).unordered)
}

// strict: the document itself or its subject is in it.
func (v *value) strict() *doc {
	if v == nil {
		return nil
	}
	if v.sort == document && v.doc.strict {
		return v.doc
	}
	var found *doc
	v.anyPart(func(part *value) bool {
		if here := part.strict(); here != nil && (found == nil || here.name < found.name) {
			found = here
		}
		return false
	})
	return found
}

// letGo: from here on nobody follows what is looked at in it.
func (v *value) letGo() {
	if v == nil {
		return
	}
	if v.doc != nil {
		v.doc.gone = true
	}
	v.anyPart(func(part *value) bool {
		part.letGo()
		return false
	})
}

// join is a value that is one or the other.
func join(a, b *value) *value {
	switch {
	case a == nil || a == b:
		return b
	case b == nil:
		return a
	case a.sort == plain && b.sort == plain:
		if a.text != nil && b.text != nil && *a.text == *b.text && a.bare == b.bare {
			return a
		}
		return &value{bare: a.bare && b.bare}
	case a.sort == either || b.sort == either:
		return one(append(a.alternatives(), b.alternatives()...))
	case a.sort == b.sort:
		return joinAlike(a, b)
	case a.sort == array && b.listed():
		return joinAlike(a, &value{sort: array, elems: ofDoc(b.doc.items)})
	case b.sort == array && a.listed():
		return joinAlike(&value{sort: array, elems: ofDoc(a.doc.items)}, b)
	case textual(a) && textual(b):
		return &value{sort: quoted}
	case a.tainted() || b.tainted():
		return one([]*value{a, b})
	case a.sort == plain:
		return b
	}
	return a
}

func (v *value) alternatives() []*value {
	if v.sort == either {
		return v.tuple
	}
	return []*value{v}
}

// one of these, each kind of thing once.
func one(alternatives []*value) *value {
	bySort := map[sort]*value{}
	for _, v := range alternatives {
		if known := bySort[v.sort]; known != nil {
			v = join(known, v)
		}
		bySort[v.sort] = v
	}
	out := &value{sort: either}
	for _, kind := range slices.Sorted(maps.Keys(bySort)) {
		out.tuple = append(out.tuple, bySort[kind])
	}
	return out
}

// listed: a list of the document, whose order is the document's.
func (v *value) listed() bool {
	return v != nil && v.sort == document && v.doc.items != nil && len(v.doc.props) == 0
}

func textual(v *value) bool { return v.sort == plain || v.sort == identity || v.sort == quoted }

func joinAlike(a, b *value) *value {
	switch a.sort {
	case document:
		return &value{sort: document, doc: mergeDocs(a.doc, b.doc)}
	case array, set:
		return &value{sort: a.sort, elems: join(a.elems, b.elems), loose: a.loose || b.loose}
	case object:
		out := &value{sort: object, props: maps.Clone(a.props)}
		for name, member := range b.props {
			out.props[name] = join(out.props[name], member)
		}
		return out
	}
	return a
}

// print writes the value so that equal values have equal text: the key under which calls are remembered.
func (v *value) print() string {
	if v == nil {
		return "-"
	}
	switch v.sort {
	case document:
		return fmt.Sprintf("d%p", v.doc)
	case array, set, either:
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
