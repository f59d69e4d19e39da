import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalText } from "../../src/evaluate/canonical-text.js";
import { Documents } from "../../src/evaluate/documents.js";
import { Draft } from "../../src/evaluate/draft.js";
import { Aliases } from "../../src/evaluate/identities.js";
import { identitiesOfFact } from "../../src/evaluate/identity-members.js";
import { explainDocument } from "../../src/evaluate/index.js";
import { planReads } from "../../src/evaluate/read-plan.js";
import { assemble } from "../../src/graph/index.js";
import { canonicalJson, type EstateNode, type PolicyMeta } from "../../src/model/index.js";
import { batch, edge, node } from "../graph/estate.js";
import { derivedOf } from "./derived-of.js";
import { open } from "./world.js";

const reading = (...reads: string[]) => ({ reads }) as unknown as PolicyMeta;

/** A group on two interfaces of one subnet; `names` are ids and labels, everything else stays. */
function estate(names: Readonly<Record<string, string>> = {}) {
  const call = (id: string) => names[id] ?? id;
  const made = (draft: Partial<EstateNode> & Pick<EstateNode, "id" | "kind">) =>
    node({ ...draft, id: call(draft.id), label: call(`label of ${draft.id}`) });
  const graph = assemble([
    batch(
      [
        made({
          id: "sg",
          kind: "filter",
          type: "aws.security-group",
          is: { name: "web" },
          tags: { b: "2", a: "1" },
          native: { z: [1, { y: null }] },
        }),
        made({ id: "eni-1", kind: "interface", is: { status: "in-use" } }),
        made({ id: "eni-2", kind: "interface", is: { status: "available" } }),
        made({ id: "subnet", kind: "subnet", scope: { provider: "aws" } }),
      ],
      ["eni-1", "eni-2"].flatMap((id) => [
        edge(`${call(id)} -filters-> ${call("sg")}`),
        edge(`${call(id)} -subnet-> ${call("subnet")}`),
      ]),
    ),
  ]);
  const derived = derivedOf({ [call("sg")]: { value: { ingress: [open(22, call("eni-1"))], egress: [] } } });
  const write = (...reads: string[]) => {
    const subject = graph.node(call("sg"));
    if (subject === undefined) throw new Error("no subject");
    return new Documents(graph, derived).draft(subject, planReads([reading(...reads)], "filter", derived));
  };
  return { graph, derived, write };
}

describe("the document of a subject", () => {
  it("holds the subject alone where nothing is read", () => {
    expect(JSON.parse(estate().write().exact())).toEqual({
      subject: {
        account: "1",
        id: "sg",
        is: { name: "web" },
        kind: "filter",
        label: "label of sg",
        region: "r1",
        type: "aws.security-group",
      },
    });
  });

  it("joins along paths, many as arrays by id, one as an object, and leaves absent places out", () => {
    const document = JSON.parse(estate().write("interfaces.subnet", "network").exact());
    expect(document.network).toBeNull();
    expect(document.interfaces.map(({ id }: { id: string }) => id)).toEqual(["eni-1", "eni-2"]);
    expect(document.interfaces[0].subnet).toEqual({
      id: "subnet",
      is: {},
      kind: "subnet",
      label: "label of subnet",
      type: "aws.subnet",
    });
  });

  it("holds tags, the provider's object and facts where they are read", () => {
    const document = JSON.parse(estate().write("tags", "native", "exposure").exact());
    expect(document.subject.tags).toEqual({ a: "1", b: "2" });
    expect(document.subject.native).toEqual({ z: [1, { y: null }] });
    expect(document.exposure.ingress[0].rules).toEqual([{ id: "eni-1", label: "rule eni-1" }]);
  });

  it("is canonical, down to the order of members", () => {
    const text = estate()
      .write("tags", "native", "exposure", "interfaces.subnet", "interfaces.network")
      .exact();
    expect(canonicalJson(JSON.parse(text))).toBe(text);
  });

  it("is what explain prints", () => {
    const { graph, derived, write } = estate();
    const policy = { id: "a/b", subject: "filter", types: [], reads: ["interfaces", "exposure"] };
    const manifest = { policies: [policy] } as never;
    expect(explainDocument({ graph, derived, manifest, subject: "sg", policy: "a/b" })).toEqual(
      JSON.parse(write("interfaces", "exposure").exact()),
    );
  });

  it("keeps hostile keys as plain members", () => {
    const native = JSON.parse('{"__proto__":{"polluted":true},"constructor":1}');
    expect(canonicalText(native)).toBe('{"__proto__":{"polluted":true},"constructor":1}');
  });

  it("is written as canonical JSON, whatever the value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalText(value)).toBe(canonicalJson(value));
      }),
    );
  });
});

describe("a document without ids and labels", () => {
  const paths = ["exposure", "interfaces.subnet", "tags"];
  const renamed = {
    sg: "sg-9f",
    "label of sg": "Web <b>",
    "eni-1": "eni-7",
    "eni-2": "eni-8",
    subnet: "s-3",
  };

  it("is the same text for copies that differ in identity alone", () => {
    const one = estate()
      .write(...paths)
      .disguised();
    const other = estate(renamed)
      .write(...paths)
      .disguised();
    expect(one?.text).toBe(other?.text);
    expect(one?.text).not.toContain("sg");
    expect(one?.names.restored("\u007fid0\u007f")).not.toBe(other?.names.restored("\u007fid0\u007f"));
  });

  it("has none where the schema of a derived fact names a node either", () => {
    const draft = new Draft();
    const shared = [{ copy: "snap-1", label: "copy", with: "444455556666", relation: "outside" }];
    draft.fact({ declared: true, shared }, identitiesOfFact("placement"));
    const { text, names } = draft.disguised() ?? {};
    expect(text).not.toContain("snap-1");
    expect(text).toContain("444455556666");
    expect(names?.restored(text ?? "")).toBe(draft.exact());
  });

  it("differs where anything else does", () => {
    const text = estate().write("interfaces").disguised()?.text;
    expect(estate().write("interfaces", "tags").disguised()?.text).not.toBe(text);
  });

  it("gives back exactly the document when names are put back", () => {
    for (const names of [{}, renamed]) {
      const draft = estate(names).write(...paths);
      const { text, names: table } = draft.disguised() ?? {};
      expect(table?.restored(text ?? "")).toBe(draft.exact());
    }
  });

  it("is not made where the estate's own text could be taken for a placeholder", () => {
    const hostile = node({ id: "sg", kind: "filter", label: "x", is: { name: "a\u007fid0\u007f" } });
    const graph = assemble([batch([hostile])]);
    const derived = derivedOf();
    const draft = new Documents(graph, derived).draft(hostile, planReads([reading()], "filter", derived));
    expect(draft.disguised()).toBeUndefined();
    expect(JSON.parse(draft.exact()).subject.is.name).toBe("a\u007fid0\u007f");
  });

  it("may have placeholders as ids and labels: they are replaced like any other", () => {
    const names = { sg: "\u007fid1\u007f", "label of sg": "\u007fid0\u007f" };
    const { text, names: table } = estate(names).write("interfaces").disguised() ?? {};
    expect(JSON.parse(table?.restored(text ?? "") ?? "").subject.id).toBe("\u007fid1\u007f");
  });

  it("keeps names apart, and finds every one again (a law over any names)", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ unit: "binary" }), { minLength: 1 }), (names) => {
        const table = new Aliases();
        const places = names.map((name) => table.placeholder(name));
        expect(new Set(places).size).toBe(names.length);
        expect(places.map((place) => table.restored(place))).toEqual(
          names.map((name) => name.toWellFormed()),
        );
        expect(table.restored(`<${places.join("")}>`)).toBe(
          `<${names.map((name) => name.toWellFormed()).join("")}>`,
        );
      }),
    );
  });
});
