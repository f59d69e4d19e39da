package main

import (
	"fmt"
	"strconv"

	"github.com/open-policy-agent/opa/v1/ast"
)

// Several definitions of one value must agree, or the evaluation stops with a conflict. Whether two texts
// that quote ids agree may change when the ids are replaced, so the question must not come up: either the
// values are whole ids, which agree before exactly when they agree after, or no two definitions hold at
// once. That is shown by a pair of conditions, one of each, that contradict each other for the same
// arguments and document: E and not E; a comparison and its opposite; two constants; counts that never meet.

// agree tells that the definitions cannot come to differ by a replacement of ids.
func (w *interpreter) agree(rules []*ast.Rule, values []*value) bool {
	exact := true
	for _, v := range values {
		exact = exact && v != nil && v.sort == identity
	}
	if exact {
		return true
	}
	var written []*ast.Rule
	for _, rule := range rules {
		if original := w.written[place(rule.Location)]; original != nil && !original.Default {
			written = append(written, original)
		} else if !rule.Default {
			return false
		}
	}
	for i, one := range written {
		for _, other := range written[:i] {
			if !apart(one, other) {
				return false
			}
		}
	}
	return true
}

// asWritten finds the rules as they were parsed, before OPA took their expressions apart.
func (s *moduleSet) asWritten() map[string]*ast.Rule {
	out := map[string]*ast.Rule{}
	for _, file := range s.files {
		for _, rule := range file.ast.Rules {
			out[place(rule.Location)] = rule
		}
	}
	return out
}

func place(loc *ast.Location) string {
	if loc == nil {
		return ""
	}
	return loc.File + ":" + strconv.Itoa(loc.Row) + ":" + strconv.Itoa(loc.Col)
}

// apart: every branch of one contradicts every branch of the other, or they take other arguments. In another
// file the same words may be imported from elsewhere.
func apart(a, b *ast.Rule) bool {
	if a.Location.File != b.Location.File {
		return false
	}
	for i, arg := range a.Head.Args {
		if i < len(b.Head.Args) && differ(arg, b.Head.Args[i]) {
			return true
		}
	}
	for one := a; one != nil; one = one.Else {
		for other := b; other != nil; other = other.Else {
			if !contradict(conditionsOf(one, a.Head.Args), conditionsOf(other, b.Head.Args)) {
				return false
			}
		}
	}
	return true
}

func contradict(a, b []condition) bool {
	for _, one := range a {
		for _, other := range b {
			if one.excludes(other) {
				return true
			}
		}
	}
	return false
}

// condition is an expression over nothing but the arguments, input and data, so that it says the same in
// every definition. Arguments are written by their number.
type condition struct {
	text        string // the whole expression, without its `not`
	negated     bool
	relation    int // which of less, equal, greater satisfy it; 0 where it is no comparison
	left, right string
	constant    *ast.Term // the right side, where it is one
	counts      bool      // the left side is count(…)
}

const less, equal, greater = 1, 2, 4

var relations = map[string]int{
	"lt": less, "lte": less | equal, "equal": equal, "gte": equal | greater, "gt": greater, "neq": less | greater,
}

func (c condition) excludes(d condition) bool {
	if c.text == d.text && c.negated != d.negated {
		return true
	}
	if c.relation == 0 || d.relation == 0 || c.negated || d.negated || c.left != d.left {
		return false
	}
	if c.right == d.right {
		return c.relation&d.relation == 0
	}
	if c.constant == nil || d.constant == nil {
		return false
	}
	if c.relation == equal && d.relation == equal && differ(c.constant, d.constant) {
		return true
	}
	return c.counts && d.counts && neverMeet(c, d)
}

// neverMeet: no whole number satisfies both comparisons.
func neverMeet(c, d condition) bool {
	low, high, ok := c.span()
	otherLow, otherHigh, otherOk := d.span()
	return ok && otherOk && (high < otherLow || otherHigh < low)
}

// span is the whole numbers that satisfy the comparison.
func (c condition) span() (low, high int, ok bool) {
	const far = 1 << 30
	number, isNumber := c.constant.Value.(ast.Number)
	n, whole := number.Int()
	switch {
	case !isNumber || !whole || n < -far || n > far:
		return 0, 0, false
	case c.relation == less:
		return -2 * far, n - 1, true
	case c.relation == less|equal:
		return -2 * far, n, true
	case c.relation == equal:
		return n, n, true
	case c.relation == equal|greater:
		return n, 2 * far, true
	case c.relation == greater:
		return n + 1, 2 * far, true
	}
	return 0, 0, false
}

// differ: two constants of which no value is both.
func differ(a, b *ast.Term) bool {
	switch a.Value.(type) {
	case ast.String, ast.Boolean, ast.Null:
		switch b.Value.(type) {
		case ast.String, ast.Boolean, ast.Null, ast.Number:
			return !a.Equal(b)
		}
	case ast.Number:
		x, fine := a.Value.(ast.Number).Int()
		if number, alike := b.Value.(ast.Number); alike {
			y, alsoFine := number.Int()
			return fine && alsoFine && x != y
		}
		switch b.Value.(type) {
		case ast.String, ast.Boolean, ast.Null:
			return true
		}
	}
	return false
}

// conditionsOf are the conditions of one branch that mean the same wherever they are written.
func conditionsOf(rule *ast.Rule, args ast.Args) (out []condition) {
	names := map[ast.Var]string{"input": "input", "data": "data"}
	for i, arg := range args {
		if name, isVar := arg.Value.(ast.Var); isVar && !name.IsWildcard() {
			if _, twice := names[name]; twice {
				return nil
			}
			names[name] = "argument" + strconv.Itoa(i)
		}
	}
	for _, expr := range rule.Body {
		if len(expr.With) > 0 {
			continue
		}
		if one, ok := conditionOf(expr, names); ok {
			out = append(out, one)
		}
	}
	return out
}

func conditionOf(expr *ast.Expr, names map[ast.Var]string) (condition, bool) {
	switch terms := expr.Terms.(type) {
	case *ast.Term:
		text, ok := fixed(terms, names)
		return condition{text: text, negated: expr.Negated}, ok
	case []*ast.Term:
		out := condition{text: terms[0].String(), negated: expr.Negated}
		for _, operand := range terms[1:] {
			text, ok := fixed(operand, names)
			if !ok {
				return out, false
			}
			out.text += "\x00" + text
			out.left, out.right = out.right, text
		}
		if len(terms) == 3 {
			out.relation = relations[terms[0].Value.String()]
			if ast.IsConstant(terms[2].Value) {
				out.constant = terms[2]
			}
			call, isCall := terms[1].Value.(ast.Call)
			out.counts = isCall && call[0].Value.String() == "count"
		}
		return out, true
	}
	return condition{}, false
}

// fixed writes a term by its arguments' numbers; ok is false where it speaks of anything else that could
// be another thing elsewhere. Variables of a comprehension are such things.
func fixed(t *ast.Term, names map[ast.Var]string) (text string, ok bool) {
	if call, isCall := t.Value.(ast.Call); isCall {
		text = call[0].String()
		for _, operand := range call[1:] {
			part, fine := fixed(operand, names)
			if !fine {
				return "", false
			}
			text += "\x00" + part
		}
		return "(" + text + ")", true
	}
	ok = true
	out, err := ast.TransformVars(t.Copy(), func(name ast.Var) (ast.Value, error) {
		known, there := names[name]
		ok = ok && there
		return ast.Var(known), nil
	})
	if err != nil || !ok {
		return "", false
	}
	return fmt.Sprint(out), true
}
