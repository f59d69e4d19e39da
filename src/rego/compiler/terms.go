package main

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/open-policy-agent/opa/v1/ast"
)

// term evaluates a term.
func (w *interpreter) term(t *ast.Term) *value {
	switch it := t.Value.(type) {
	case ast.String:
		if strings.ContainsFunc(string(it), unicode.IsControl) && strings.Trim(string(it), "\n\t") != "" {
			w.expose(t.Location, "a text with control characters could be taken for a placeholder")
		}
		return constant(string(it))
	case ast.Number:
		text := it.String()
		return &value{text: &text, bare: true}
	case ast.Null, ast.Boolean:
		return bare
	case ast.Var:
		return w.variable(t, it)
	case ast.Ref:
		return w.ref(t, it)
	case *ast.Array:
		out := &value{sort: array}
		it.Foreach(func(member *ast.Term) {
			v := w.term(member)
			out.tuple = append(out.tuple, v)
			out.elems = join(out.elems, v)
		})
		return out
	case ast.Set:
		out := &value{sort: set}
		it.Foreach(func(member *ast.Term) { out.elems = join(out.elems, w.term(member)) })
		return out
	case ast.Object:
		return w.object(t, it)
	case *ast.ArrayComprehension, *ast.SetComprehension, *ast.ObjectComprehension:
		return w.comprehension(t)
	case ast.Call:
		return w.call(it[0], it[1:])
	}
	return clean
}

func (w *interpreter) variable(t *ast.Term, name ast.Var) *value {
	if t.Equal(ast.InputRootDocument) {
		return ofDoc(w.input)
	}
	if t.Equal(ast.DefaultRootDocument) {
		w.complain(t.Location, "causeway_data", "reads data as a whole; name the parameter or rule")
		return clean
	}
	if v, bound := w.vars[name]; bound {
		return v
	}
	return clean // bound nowhere: OPA's safety check would have refused it, so it stands for anything ground
}

func (w *interpreter) object(t *ast.Term, literal ast.Object) *value {
	out := &value{sort: object, props: map[string]*value{}}
	literal.Foreach(func(key, member *ast.Term) {
		k, v := w.term(key), w.term(member)
		if k.text == nil {
			w.lose(k, key.Location, "a computed key of an object")
			w.lose(v, key.Location, "a member under a computed key")
			return
		}
		out.props[*k.text] = join(out.props[*k.text], v)
	})
	return out
}

func (w *interpreter) comprehension(t *ast.Term) *value {
	iterated, loose := w.iterated, w.loose
	defer func() { w.iterated, w.loose = iterated, loose }()
	w.iterated, w.loose = false, false
	switch it := t.Value.(type) {
	case *ast.ArrayComprehension:
		w.body(it.Body)
		return &value{sort: array, elems: w.term(it.Term), loose: w.loose}
	case *ast.SetComprehension:
		w.body(it.Body)
		return &value{sort: set, elems: w.term(it.Term)}
	case *ast.ObjectComprehension:
		w.body(it.Body)
		w.lose(w.term(it.Key), t.Location, "a key of an object comprehension")
		w.lose(w.term(it.Value), t.Location, "a member of an object comprehension")
	}
	return clean
}

// ref evaluates head[key][key]…, binding keys that are unbound.
func (w *interpreter) ref(t *ast.Term, ref ast.Ref) *value {
	if ref[0].Equal(ast.DefaultRootDocument) {
		return w.dataRef(t, ref)
	}
	return w.along(w.term(ref[0]), ref[1:])
}

func (w *interpreter) along(v *value, keys []*ast.Term) *value {
	for _, key := range keys {
		if w.unbound(key) || w.open(key) {
			name, member := w.members(v, key.Location)
			w.match(key, name)
			v = member
			continue
		}
		v = w.step(v, w.term(key), key.Location)
	}
	return v
}

// members is what an iteration over the value gives: its keys and what stands under them.
func (w *interpreter) members(v *value, loc *ast.Location) (key, member *value) {
	w.iterated = true
	if v == nil {
		return clean, clean
	}
	if v.unordered() && (v.sort == set || v.loose) {
		w.loose = true
	}
	switch v.sort {
	case array:
		return clean, v.elems
	case set:
		return v.elems, v.elems
	case object:
		for _, name := range sortedKeys(v.props) {
			member = join(member, v.props[name])
		}
		return clean, member
	case document:
		if v.doc.strict {
			w.unresolved(v.doc, loc)
		}
		return clean, w.anyMember(v.doc)
	case either:
		for _, alternative := range v.tuple {
			name, under := w.members(alternative, loc)
			key, member = join(key, name), join(member, under)
		}
		return key, member
	}
	return clean, clean
}

// anyMember is what stands under any of the names; names of members are never identity.
func (w *interpreter) anyMember(d *doc) *value {
	var out *value
	if d.items != nil {
		out = ofDoc(d.items)
	}
	for _, name := range sortedKeys(d.props) {
		d.props[name].seen = true
		out = join(out, ofDoc(d.props[name]))
	}
	if d.rest != nil {
		out = join(out, ofDoc(d.rest))
	}
	if out == nil {
		return clean
	}
	return out
}

// step is value[key] with a key that is known or bound.
func (w *interpreter) step(v, key *value, loc *ast.Location) *value {
	if v == nil {
		return clean
	}
	if v.sort == set {
		w.compare(v.elems, key, loc)
		return key
	}
	if key.tainted() {
		w.expose(loc, "an id or label is used as a key")
	}
	switch v.sort {
	case either:
		var out *value
		for _, alternative := range v.tuple {
			out = join(out, w.step(alternative, key, loc))
		}
		return out
	case document:
		return w.stepDoc(v.doc, key, loc)
	case object:
		if key.text != nil {
			if member, there := v.props[*key.text]; there {
				return member
			}
			return clean
		}
		_, member := w.members(v, loc)
		return member
	case array:
		if v.loose && v.tainted() {
			w.expose(loc, "a place in a list whose order follows ids or labels")
		}
		if index, err := strconv.Atoi(keyText(key)); err == nil && index >= 0 && index < len(v.tuple) {
			return v.tuple[index]
		}
		return v.elems
	}
	return clean
}

func keyText(key *value) string {
	if key == nil || key.text == nil {
		return ""
	}
	return *key.text
}

func (w *interpreter) stepDoc(d *doc, key *value, loc *ast.Location) *value {
	if key == nil || key.text == nil {
		if d.strict {
			w.unresolved(d, loc)
		}
		return w.anyMember(d)
	}
	if _, err := strconv.Atoi(*key.text); err == nil && d.items != nil {
		return ofDoc(d.items)
	}
	if member, there := d.props[*key.text]; there {
		member.seen = true
		return ofDoc(member)
	}
	if d.rest != nil {
		return ofDoc(d.rest)
	}
	w.undeclared(d, *key.text, loc)
	return clean
}
