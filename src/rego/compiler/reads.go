package main

import (
	"fmt"
	"slices"
	"strings"
)

// documentOf builds the shape of the policy's input document from its METADATA, and notes the reads that
// name neither a relation nor a fact of the subject.
func (v *vocabulary) documentOf(meta *policyMeta, found *diagnostics) *doc {
	subject := viewOf("input.subject", v.factsOf("input.subject.is", []string{meta.Subject}))
	subject.strict = true
	root := &doc{name: "input", strict: true, tainted: true, props: map[string]*doc{"subject": subject}}
	for _, path := range meta.Reads {
		if path == "tags" || path == "native" {
			subject.props[path] = &doc{name: "input.subject." + path}
			continue
		}
		if fact, known := v.Derived[path]; known && slices.Contains(fact.Kinds, meta.Subject) {
			root.props[path] = shapeOf(fact.Schema, "input."+path, true)
			continue
		}
		if problem := v.extend(root, meta, path); problem != "" {
			found.add(meta.readsAt, "causeway_reads", problem)
		}
	}
	return root
}

// extend walks a relation path from the subject and adds the views on its way to the document.
func (v *vocabulary) extend(root *doc, meta *policyMeta, path string) string {
	at, kinds, name := root, []string{meta.Subject}, "input"
	for _, step := range strings.Split(path, ".") {
		targets, many := v.follow(kinds, step)
		if len(targets) == 0 {
			words := v.readable(kinds, at == root)
			return fmt.Sprintf("reads: a %s has no %s%s; there are %s", strings.Join(kinds, " or "), step, suggest(step, words), strings.Join(words, ", "))
		}
		name += "." + step
		next := at.props[step]
		if next == nil {
			next = viewOf(name, v.factsOf(name+".is", targets))
			if many {
				next = &doc{name: name, tainted: true, items: viewOf(name+"[_]", v.factsOf(name+"[_].is", targets))}
			}
			at.props[step] = next
		}
		if next.items != nil {
			next, name = next.items, next.items.name
		}
		at, kinds = next, targets
	}
	return ""
}

// unread are the declared reads at which the policy never looks. Below a view that went out of sight anything
// may have been looked at.
func (w *interpreter) unread() (out []string) {
	if w.steps >= maxSteps {
		return nil
	}
	for _, path := range w.meta.Reads {
		at := w.input
		if path == "tags" || path == "native" {
			at = at.props["subject"]
		}
		lost := false
		for _, step := range strings.Split(path, ".") {
			lost = lost || at.gone && at != w.input
			if at = at.props[step]; at == nil {
				break
			}
			if !at.seen && !lost {
				out = append(out, path)
				break
			}
			if at.items != nil {
				lost = lost || at.gone
				at = at.items
			}
		}
	}
	return out
}

// follow gives the kinds that a relation or its inverse leads to, and whether it leads to many.
func (v *vocabulary) follow(kinds []string, step string) (targets []string, many bool) {
	for _, row := range v.Relations {
		if row.Name == step && overlap(row.From, kinds) {
			targets = append(targets, row.To...)
			many = many || row.Cardinality == "many"
		}
		if row.Inverse == step && overlap(row.To, kinds) {
			targets = append(targets, row.From...)
			many = true
		}
	}
	slices.Sort(targets)
	return slices.Compact(targets), many
}

func overlap(a, b []string) bool {
	return slices.ContainsFunc(a, func(word string) bool { return slices.Contains(b, word) })
}

// readable lists what may be named next on a path.
func (v *vocabulary) readable(kinds []string, first bool) []string {
	var words []string
	for _, row := range v.Relations {
		if overlap(row.From, kinds) {
			words = append(words, row.Name)
		}
		if overlap(row.To, kinds) {
			words = append(words, row.Inverse)
		}
	}
	if first {
		words = append(words, "native", "tags")
		for name, fact := range v.Derived {
			if overlap(fact.Kinds, kinds) {
				words = append(words, name)
			}
		}
	}
	slices.Sort(words)
	return slices.Compact(words)
}

// factsOf is the shape of `is` for nodes of any of the kinds.
func (v *vocabulary) factsOf(name string, kinds []string) *doc {
	out := &doc{name: name}
	for _, kind := range kinds {
		out = mergeDocs(out, shapeOf(v.Facts[kind], name, false))
	}
	if len(kinds) > 1 && out.props == nil {
		return &doc{name: name}
	}
	return out
}
