package main

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// policyMeta is PolicyMeta of the model: what a policy says of itself in its METADATA block.
type policyMeta struct {
	ID          string               `json:"id"`
	Package     string               `json:"package"`
	File        string               `json:"file"`
	Line        int                  `json:"line"`
	Title       string               `json:"title"`
	Description string               `json:"description"`
	Severity    string               `json:"severity"`
	Subject     string               `json:"subject"`
	Types       []string             `json:"types"`
	Reads       []string             `json:"reads"`
	Complete    bool                 `json:"complete"`
	Remediation string               `json:"remediation"`
	References  []string             `json:"references"`
	Controls    map[string][]string  `json:"controls"`
	Parameters  map[string]parameter `json:"parameters"`
	Opaque      bool                 `json:"opaque"`
	Origin      string               `json:"origin"`

	readsAt *ast.Location
	block   *metaReader
}

type parameter struct {
	Description string         `json:"description"`
	Default     any            `json:"default"`
	Schema      map[string]any `json:"schema,omitempty"`
}

var customKeys = []string{"severity", "subject", "types", "reads", "complete", "remediation", "controls", "parameters"}

// metaReader takes a METADATA block apart and notes what is wrong with it, each at its own line.
type metaReader struct {
	file  *moduleFile
	block *ast.Annotations
	found *diagnostics
}

func readMeta(file *moduleFile, words *vocabulary, found *diagnostics) *policyMeta {
	block := packageBlock(file.ast)
	if block == nil {
		found.add(file.ast.Package.Location, "causeway_metadata", "the package has no METADATA block; write one right above the package line")
		return nil
	}
	before := len(*found)
	r := &metaReader{file: file, block: block, found: found}
	meta := &policyMeta{
		ID: file.Policy, Package: packageName(file.ast), File: file.Path, Line: file.ast.Package.Location.Row, Origin: file.Origin,
		Title: block.Title, Description: block.Description, References: []string{}, block: r,
	}
	r.mustHave("title", meta.Title)
	r.mustHave("description", meta.Description)
	for _, related := range block.RelatedResources {
		meta.References = append(meta.References, related.Ref.String())
	}
	for _, key := range sortedKeys(block.Custom) {
		if !slices.Contains(customKeys, key) {
			r.complain(key, fmt.Sprintf("custom.%s is not known%s", key, suggest(key, customKeys)))
		}
	}
	meta.Severity = r.oneOf("severity", words.Severities)
	meta.Subject = r.oneOf("subject", words.Kinds)
	meta.Remediation = r.text("remediation")
	meta.Types = r.texts("types", false)
	meta.Reads = r.texts("reads", true)
	meta.readsAt = r.place("reads")
	meta.Complete = r.flag("complete")
	meta.Controls = r.controls()
	meta.Parameters = r.parameters()
	if len(*found) > before {
		return nil
	}
	return meta
}

func packageBlock(module *ast.Module) *ast.Annotations {
	for _, block := range module.Annotations {
		if block.Scope == "package" {
			return block
		}
	}
	return nil
}

// place is the line of the block that sets the key, or the block's first line.
func (r *metaReader) place(key string) *ast.Location {
	line := regexp.MustCompile(`^\s*#(\s*)` + regexp.QuoteMeta(key) + `\s*:`)
	rows := strings.Split(r.file.Text, "\n")
	for row := r.block.Location.Row; row <= r.block.EndLoc().Row && row <= len(rows); row++ {
		if at := line.FindStringSubmatchIndex(rows[row-1]); at != nil {
			return &ast.Location{File: r.file.Path, Row: row, Col: at[3] + 1}
		}
	}
	return r.block.Location
}

func (r *metaReader) complain(key, message string) {
	r.found.add(r.place(key), "causeway_metadata", message)
}

func (r *metaReader) mustHave(key, value string) {
	if strings.TrimSpace(value) == "" {
		r.complain(key, key+" is missing in METADATA")
	}
}

func (r *metaReader) text(key string) string {
	value, _ := r.block.Custom[key].(string)
	if strings.TrimSpace(value) == "" {
		r.complain(key, fmt.Sprintf("custom.%s is missing in METADATA, or not a text", key))
	}
	return value
}

func (r *metaReader) oneOf(key string, known []string) string {
	value, _ := r.block.Custom[key].(string)
	if value == "" {
		r.complain(key, fmt.Sprintf("custom.%s is missing in METADATA; one of %s", key, strings.Join(known, ", ")))
	} else if !slices.Contains(known, value) {
		r.complain(key, fmt.Sprintf("custom.%s is %q%s; one of %s", key, value, suggest(value, known), strings.Join(known, ", ")))
	}
	return value
}

func (r *metaReader) flag(key string) bool {
	value, given := r.block.Custom[key]
	flag, ok := value.(bool)
	if given && !ok {
		r.complain(key, fmt.Sprintf("custom.%s must be true or false", key))
	}
	return flag
}

func (r *metaReader) texts(key string, must bool) []string {
	value, given := r.block.Custom[key]
	out := []string{}
	if !given {
		if must {
			r.complain(key, fmt.Sprintf("custom.%s is missing in METADATA; write [] for none", key))
		}
		return out
	}
	list, ok := textList(value)
	if !ok {
		r.complain(key, fmt.Sprintf("custom.%s must be a list of texts, as in [a, b]", key))
		return out
	}
	return append(out, list...)
}

func textList(value any) ([]string, bool) {
	items, ok := value.([]any)
	out := make([]string, 0, len(items))
	for _, item := range items {
		text, isText := item.(string)
		if !isText || text == "" {
			return nil, false
		}
		out = append(out, text)
	}
	return out, ok
}

func (r *metaReader) controls() map[string][]string {
	out := map[string][]string{}
	value, given := r.block.Custom["controls"]
	frameworks, ok := value.(map[string]any)
	if given && !ok {
		r.complain("controls", "custom.controls must name a list of control ids for each framework")
	}
	for _, name := range sortedKeys(frameworks) {
		ids, isList := textList(frameworks[name])
		if !isList {
			r.complain(name, fmt.Sprintf("custom.controls.%s must be a list of texts; quote ids such as \"1.10\"", name))
		}
		out[name] = ids
	}
	return out
}

func (r *metaReader) parameters() map[string]parameter {
	out := map[string]parameter{}
	value, given := r.block.Custom["parameters"]
	declared, ok := value.(map[string]any)
	if given && !ok {
		r.complain("parameters", "custom.parameters must hold {description, default, schema} for each name")
	}
	for _, name := range sortedKeys(declared) {
		entry, _ := declared[name].(map[string]any)
		description, _ := entry["description"].(string)
		fallback, hasDefault := entry["default"]
		schema, _ := entry["schema"].(map[string]any)
		_, hasSchema := entry["schema"]
		if description == "" || !hasDefault || (hasSchema && schema == nil) {
			r.complain(name, fmt.Sprintf("custom.parameters.%s must have a description and a default, and may have a schema", name))
		}
		for _, key := range sortedKeys(entry) {
			if key != "description" && key != "default" && key != "schema" {
				r.complain(key, fmt.Sprintf("custom.parameters.%s.%s is not known; there are description, default and schema", name, key))
			}
		}
		out[name] = parameter{Description: description, Default: fallback, Schema: schema}
	}
	return out
}
