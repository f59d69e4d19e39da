package main

import (
	"encoding/json"
	"strings"
)

// doc is the shape of one place in the input document of a policy: what may be read there, and whether
// identity (ids and labels, which the host may replace) lies in it.
type doc struct {
	name     string          // how a person would write the place, for messages
	props    map[string]*doc // of an object
	items    *doc            // of an array
	rest     *doc            // of an object with free keys
	identity bool            // this very text is an id or a label
	tainted  bool            // identity lies here or deeper
	strict   bool            // must be followed member by member: the document itself and its subject
	seen     bool            // the policy looks at it
	gone     bool            // it went where its members cannot be followed
}

// free is a place whose shape nobody promises; no identity lies there.
func (d *doc) free() bool { return d.props == nil && d.items == nil && !d.identity }

// viewOf is a node as the document carries it; nested relations are added by the caller.
func viewOf(name string, facts *doc) *doc {
	view := &doc{name: name, tainted: true, props: map[string]*doc{}}
	for _, key := range []string{"kind", "type", "account", "region", "site"} {
		view.props[key] = &doc{name: name + "." + key}
	}
	for _, key := range []string{"id", "label"} {
		view.props[key] = &doc{name: name + "." + key, identity: true, tainted: true}
	}
	view.props["is"] = facts
	return view
}

// jsonSchema is the part of JSON Schema that the model's declarations use.
type jsonSchema struct {
	Properties           map[string]*jsonSchema     `json:"properties"`
	Items                *jsonSchema                `json:"items"`
	AnyOf                []*jsonSchema              `json:"anyOf"`
	AllOf                []*jsonSchema              `json:"allOf"`
	PatternProperties    map[string]json.RawMessage `json:"patternProperties"`
	AdditionalProperties json.RawMessage            `json:"additionalProperties"`
	Type                 json.RawMessage            `json:"type"`
	Enum                 json.RawMessage            `json:"enum"`
	Const                json.RawMessage            `json:"const"`
	Identity             bool                       `json:"identity"`
}

// open: the schema says nothing, so anything may stand here.
func (s *jsonSchema) open() bool {
	said := len(s.Type) + len(s.Enum) + len(s.Const) + len(s.Properties) + len(s.AnyOf) + len(s.AllOf) + len(s.PatternProperties)
	return said == 0 && s.Items == nil && s.AdditionalProperties == nil
}

// unknown is a place with anything in it, ids and labels of nodes too.
func unknown(name string) *doc {
	out := &doc{name: name, tainted: true}
	out.rest = out
	return out
}

// shapeOf reads a schema. In a derived fact the members id and label name nodes; in `is` they are data, and the
// schema says which members name nodes.
func shapeOf(raw json.RawMessage, name string, namesNodes bool) *doc {
	var schema jsonSchema
	if (len(raw) == 0 || json.Unmarshal(raw, &schema) != nil) && !namesNodes {
		return &doc{name: name}
	}
	return schema.shape(name, namesNodes)
}

func (s *jsonSchema) shape(name string, namesNodes bool) *doc {
	if namesNodes && s.open() {
		return unknown(name)
	}
	out := &doc{name: name, identity: s.Identity, tainted: s.Identity}
	for _, part := range append(s.AnyOf, s.AllOf...) {
		out = mergeDocs(out, part.shape(name, namesNodes))
	}
	if s.Items != nil {
		out.items = s.Items.shape(name+"[_]", namesNodes)
		out.tainted = out.tainted || out.items.tainted
	}
	if s.Properties != nil {
		out.props = map[string]*doc{}
		for key, member := range s.Properties {
			shape := member.shape(name+"."+key, namesNodes)
			if namesNodes && (key == "id" || key == "label") {
				shape = &doc{name: shape.name, identity: true, tainted: true}
			}
			out.props[key] = shape
			out.tainted = out.tainted || shape.tainted
		}
	}
	for _, key := range sortedKeys(s.PatternProperties) {
		out.freeKeys(s.PatternProperties[key], namesNodes)
	}
	if strings.HasPrefix(string(s.AdditionalProperties), "{") {
		out.freeKeys(s.AdditionalProperties, namesNodes)
	}
	return out
}

// freeKeys adds members under keys that the schema does not name.
func (d *doc) freeKeys(raw json.RawMessage, namesNodes bool) {
	shape := shapeOf(raw, d.name+"[_]", namesNodes)
	if d.rest != nil {
		shape = mergeDocs(d.rest, shape)
	}
	d.rest = shape
	d.tainted = d.tainted || shape.tainted
}

// mergeDocs is the shape of a value that is one or the other; a plain value adds nothing.
func mergeDocs(a, b *doc) *doc {
	if a == b || (b.free() && b.rest == nil) || a.rest == a {
		return a
	}
	if b.rest == b {
		return b
	}
	if a.free() && a.rest == nil {
		return b
	}
	a.gone, b.gone = true, true
	out := &doc{name: a.name, identity: a.identity && b.identity, tainted: a.tainted || b.tainted, strict: a.strict || b.strict, rest: a.rest, items: a.items}
	if a.rest != nil && b.rest != nil {
		out.rest = mergeDocs(a.rest, b.rest)
	} else if out.rest == nil {
		out.rest = b.rest
	}
	if a.items != nil && b.items != nil {
		out.items = mergeDocs(a.items, b.items)
	} else if out.items == nil {
		out.items = b.items
	}
	for _, side := range []*doc{a, b} {
		for key, member := range side.props {
			if out.props == nil {
				out.props = map[string]*doc{}
			}
			if other, both := out.props[key]; both {
				member = mergeDocs(other, member)
			}
			out.props[key] = member
		}
	}
	return out
}
