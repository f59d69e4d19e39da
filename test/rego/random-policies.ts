import fc from "fast-check";

interface Drawn {
  readonly conditions: readonly string[];
  readonly key: string;
  readonly message: string;
  readonly evidence: string | undefined;
  readonly shape: string;
}

function findings({ conditions, key, message, evidence, shape }: Drawn): string {
  const body = ["some i, one in input.interfaces", "some other in input.interfaces", ...conditions].join(
    "\n\t",
  );
  const made = `{"key": ${key}, "message": ${message}${evidence === undefined ? "" : `, "evidence": ${evidence}`}}`;
  if (shape === "set") return `findings contains ${made} if {\n\t${body}\n}\n`;
  const all = `{${made} |\n\t${body}\n}`;
  if (shape === "list") return `findings := [${made} |\n\t${body}\n]\n`;
  return `findings := set() if {\n\tcount(input.interfaces) == 1\n} else := ${all}\n`;
}

/** Words that the expressions use: with one definition, several, branches, and a set. */
const WORDS = `
ids contains card.id if some card in input.interfaces

labels contains card.label if some card in input.interfaces

texts contains sprintf("%s/%s", [card.label, card.is.status]) if some card in input.interfaces

told(card) := sprintf("%s!", [card.label]) if card.is.status == "in-use"

told(card) := card.label if card.is.status != "in-use"

named(card) := "self" if {
	card.id == input.subject.id
} else := card.label

listing(items) := concat(" and ", items) if count(items) < 3

listing(items) := sprintf("%d of them", [count(items)]) if count(items) > 2

first(items) := items[0] if count(items) > 0

first(items) := "none" if count(items) == 0

about(card) := {"node": card.id, "text": told(card)}

`;

const IDENTITIES = [
  "input.subject.id",
  "input.subject.label",
  "one.id",
  "one.label",
  "other.id",
  "other.label",
  'input["subject"]["label"]',
  "input.interfaces[0].label",
  "cause_rule",
];
const PLAIN = ['"x"', '"in-use"', "one.is.status", "input.subject.is.name", "input.subject.type", '"sg-1"'];

const word = (values: readonly string[]) => fc.constantFrom(...values);
const identity = word(IDENTITIES).map((name) =>
  name === "cause_rule" ? "input.exposure.ingress[0].rules[0].id" : name,
);

/** An expression whose value is a text. */
function text(depth: number): fc.Arbitrary<string> {
  const leaves = fc.oneof({ weight: 3, arbitrary: identity }, { weight: 1, arbitrary: word(PLAIN) });
  if (depth === 0) return leaves;
  const inner = text(depth - 1);
  const pair = fc.tuple(inner, inner);
  return fc.oneof(
    { weight: 4, arbitrary: leaves },
    { weight: 3, arbitrary: pair.map(([a, b]) => `sprintf("%s on %v", [${a}, ${b}])`) },
    { weight: 2, arbitrary: pair.map(([a, b]) => `concat("/", [${a}, ${b}])`) },
    { weight: 2, arbitrary: inner.map((a) => `$"<{${a}}>"`) },
    { weight: 2, arbitrary: list(depth - 1).map((items) => `concat(", ", ${items})`) },
    { weight: 2, arbitrary: list(depth - 1).map((items) => `listing(${items})`) },
    { weight: 1, arbitrary: list(depth - 1).map((items) => `first(${items})`) },
    { weight: 2, arbitrary: word(["told(one)", "named(other)", "told(other)", "named(one)"]) },
    { weight: 1, arbitrary: list(depth - 1).map((items) => `format_int(count(${items}), 10)`) },
    { weight: 1, arbitrary: word(["texts", "labels", "ids"]).map((set) => `format_int(count(${set}), 10)`) },
    { weight: 1, arbitrary: word(["texts", "labels", "ids"]).map((set) => `concat(",", ${set})`) },
    { weight: 1, arbitrary: inner.map((a) => `sprintf("%5s", [${a}])`) },
    { weight: 1, arbitrary: pair.map(([a, b]) => `object.get(one.is, "nothing", concat("", [${a}, ${b}]))`) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(word(["lower", "upper", "json.marshal", "crypto.md5"]), inner)
        .map(([f, a]) => `${f}(${a})`),
    },
  );
}

/** An expression whose value is a list of texts. */
function list(depth: number): fc.Arbitrary<string> {
  const member = word(["card.id", "card.label", "card.is.status", "told(card)"]);
  const simple = fc.oneof(
    member.map((of) => `[${of} | some card in input.interfaces]`),
    fc
      .tuple(
        member,
        word([
          "card.id != one.id",
          "card.label in labels",
          "card.label == other.label",
          `card.is.status == "x"`,
          "card.id < one.id",
        ]),
      )
      .map(([of, when]) => `[${of} | some card in input.interfaces; ${when}]`),
    word([
      "[id | some id in ids]",
      "[text | some text in texts]",
      "[rule.id | some rule in input.exposure.ingress[_].rules]",
    ]),
  );
  if (depth === 0) return simple;
  const inner = list(depth - 1);
  return fc.oneof(
    simple,
    fc.tuple(text(depth - 1), text(depth - 1)).map(([a, b]) => `[${a}, ${b}]`),
    fc.tuple(inner, inner).map(([a, b]) => `array.concat(${a}, ${b})`),
    inner.map((a) => `array.slice(${a}, 0, 2)`),
    inner.map((a) => `sort(${a})`),
    inner.map((a) => `[item | some item in ${a}]`),
    member.map((of) => `[item | some item in {${of} | some card in input.interfaces}]`),
    inner.map((a) => `array.reverse(${a})`),
  );
}

function condition(depth: number): fc.Arbitrary<string> {
  const d = Math.min(depth, 1);
  const pair = fc.tuple(text(d), text(d));
  const compared = fc.tuple(
    fc.oneof(identity, text(d)),
    word(["==", "!=", "<", ">="]),
    fc.oneof(identity, text(d)),
  );
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc.tuple(identity, word(["==", "!="]), identity).map((parts) => parts.join(" ")),
    },
    { weight: 2, arbitrary: compared.map((parts) => parts.join(" ")) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(identity, word(["ids", "labels", "[one.label]", "{other.id}"]))
        .map(([a, b]) => `${a} in ${b}`),
    },
    { weight: 1, arbitrary: fc.tuple(identity, list(0)).map(([a, b]) => `${a} in ${b}`) },
    {
      weight: 3,
      arbitrary: word([
        'one.is.status == "in-use"',
        "i == 0",
        "i > 0",
        "one.is.status != null",
        "not input.subject.is.isDefault",
      ]),
    },
    { weight: 2, arbitrary: list(d).map((items) => `count(${items}) > 1`) },
    {
      weight: 2,
      arbitrary: word([
        "labels",
        "ids",
        "ids & labels",
        "ids - {one.id}",
        "ids | labels",
        "texts",
        "{told(c) | some c in input.interfaces}",
      ]).map((set) => `count(${set}) > 1`),
    },
    { weight: 1, arbitrary: pair.map(([a, b]) => `startswith(${a}, ${b})`) },
    { weight: 1, arbitrary: text(d).map((a) => `is_string(${a})`) },
    { weight: 1, arbitrary: text(d).map((a) => `count(${a}) > 3`) },
    {
      weight: 1,
      arbitrary: word([
        "every card in input.interfaces { card.id != input.subject.id }",
        "every card in input.interfaces { card.label in labels }",
        "not one.label in {other.label}",
      ]),
    },
    { weight: 1, arbitrary: fc.tuple(identity, identity).map(([a, b]) => `{"a": ${a}}.a == ${b}`) },
  );
}

/**
 * Bodies of random policies over filters that read interfaces and exposure: everything that a policy may do
 * with an id or a label, and much that it may not, mixed at random. Not all of them type-check.
 */
export const randomBody: fc.Arbitrary<string> = fc
  .record({
    conditions: fc.array(condition(1), { maxLength: 3 }),
    key: text(2),
    message: text(3),
    evidence: fc.option(list(2), { nil: undefined }),
    shape: fc.constantFrom("set", "set", "list", "else"),
  })
  .map((drawn) => WORDS + findings(drawn));

/** Names that agree, hold each other, or look like the constants above. */
const name = fc.constantFrom(
  "a",
  "aa",
  "x",
  "in-use",
  "sg-1",
  "",
  "10",
  "a/b",
  "none",
  "A",
  "é",
  "zz",
  "self",
);

/** The document of a filter, with the names of its nodes as numbers to be filled in. */
export const randomDocument: fc.Arbitrary<unknown> = fc
  .record({
    names: fc.array(name, { minLength: 12, maxLength: 12 }),
    cards: fc.array(fc.constantFrom("in-use", "available", "x"), { minLength: 1, maxLength: 4 }),
    isDefault: fc.boolean(),
  })
  .map(({ names, cards, isDefault }) => ({
    subject: {
      id: names[0],
      label: names[1],
      kind: "filter",
      type: "aws.security-group",
      is: { name: "x", isDefault },
    },
    interfaces: cards.map((status, index) => ({
      id: names[2 + index],
      label: names[6 + index],
      kind: "interface",
      type: "aws.network-interface",
      is: { status },
    })),
    exposure: {
      ingress: [{ breadth: "internet", rules: [{ id: names[10], label: names[11] }] }],
      egress: [],
    },
  }));
