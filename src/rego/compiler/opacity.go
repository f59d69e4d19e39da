package main

import "github.com/open-policy-agent/opa/v1/ast"

// A policy is OPAQUE when ids and labels are to it what sealed letters are to a postman. Then documents
// that are equal but for identity need judging once: the host replaces every id and label by a
// placeholder, evaluates, and writes the real ones back into the result, and nobody can see that it did.
//
// What the host replaces: in every view (the subject, and each related node at any depth) the members
// `id` and `label`; in derived facts every member `id` and `label`. Not in `is`, `tags` and `native`. The
// replacement is one injective map from texts to texts over the whole document, and no placeholder
// occurs in a text of the document, the parameters or the policies, nor begins or ends inside another.
// Arrays keep their order. Written back, equal findings of one policy are one finding.
//
// What a policy may then do with identity, and why the result is the same:
//   - compare one whole id or label with another, by ==, !=, unification, `in`, set membership, union,
//     intersection or difference: an injective map keeps equal equal and unequal unequal;
//   - compare what holds identity with null, true, false or a number, and ask for its type: a text stays a text;
//   - count lists, and sets whose members hold identity only as whole values, for the same reason;
//   - go over lists and sets of such values; the order within a list of the document does not change;
//   - quote it: as a member of the finding, as an element of a list in it, by %s and %v of sprintf with a
//     constant format, by concat over an ordered list, by a template string. Text that quotes may only be
//     quoted again and shown; after writing back it reads as if the replacement had not been.
//
// What it may not, because a placeholder would show: any other built-in over identity or over a value
// that holds it (startswith, lower, sort, count of a text, json.marshal, walk, object.keys, …), order
// comparison, comparison with constants, parameters, `is`, tags or native, its use as a key, a format
// or a separator, lists ordered by a set of ids where order can be seen (an index, a concat, a list or
// set in a finding), sets of quoting texts where their number can be seen, several definitions of one
// value that must agree, anything under a computed name, `data` packages as values. What the interpreter
// does not know is not allowed: in doubt a policy is not opaque, which costs time and nothing else.

// expose notes the first thing that keeps the policy from being opaque.
func (w *interpreter) expose(loc *ast.Location, message string) {
	if w.reason != nil {
		return
	}
	w.reason = &reason{Path: w.meta.File, Line: w.meta.Line, Column: 1, Message: message}
	if loc != nil {
		w.reason.Path, w.reason.Line, w.reason.Column = loc.File, loc.Row, loc.Col
	}
}

// lose is for a value that goes where the interpreter cannot follow it: identity in it is out of sight,
// and so are reads of the document if it is the document.
func (w *interpreter) lose(v *value, loc *ast.Location, where string) {
	if v.tainted() {
		w.expose(loc, "ids or labels go into "+where)
	}
	w.whole(v, loc, where)
}

// whole notes where the document or its subject is used as one value.
func (w *interpreter) whole(v *value, loc *ast.Location, where string) {
	v.letGo()
	if d := v.strict(); d != nil {
		w.complain(loc, "causeway_reads", "passes "+d.name+" on as a whole to "+where+", so that its reads cannot be told; pass the members it needs, as in "+memberOf(d))
	}
}

func memberOf(d *doc) string {
	if d.name == "input" {
		return "input.subject.is"
	}
	return d.name + ".is"
}
