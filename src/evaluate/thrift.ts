import type { Finding, NodeRef, Undecided } from "../model/index.js";

type Provenance = NodeRef["at"];
type Scope = NodeRef["scope"];

const MOST_TEXTS = 1 << 16;
const MOST_REFS = 1 << 12;

/**
 * Lets findings share what they have in common: nodes are read anew for each subject, so without this every
 * finding would hold texts of its own for its account, its file and its cause.
 */
export class Thrift {
  private readonly texts = new Map<string, string>();
  private readonly scopes = new Map<string, Scope>();
  private readonly refs = new Map<string, NodeRef>();

  finding(finding: Finding): Finding {
    const { subject, cause, evidence } = finding;
    return {
      ...finding,
      subject: this.ref(subject),
      cause: this.ref(cause),
      evidence: evidence.map((step) => {
        const { node, at } = step;
        if (at === undefined) return step;
        const known = node === undefined ? undefined : this.refs.get(node);
        if (known === undefined) return { ...step, at: this.place(at) };
        return { ...step, node: known.id, at: known.at };
      }),
    };
  }

  undecided(undecided: Undecided): Undecided {
    const { subject, gaps } = undecided;
    return { ...undecided, subject: this.shared(subject), gaps: gaps.map((gap) => this.text(gap)) };
  }

  /** One node of the estate is one reference for as long as it is remembered. */
  private ref(ref: NodeRef): NodeRef {
    const known = this.refs.get(ref.id);
    if (known !== undefined) return known;
    if (this.refs.size === MOST_REFS) this.refs.clear();
    const shared = this.shared(ref);
    this.refs.set(ref.id, shared);
    return shared;
  }

  private shared(ref: NodeRef): NodeRef {
    return { ...ref, type: this.text(ref.type), scope: this.scope(ref.scope), at: this.place(ref.at) };
  }

  private scope(scope: Scope): Scope {
    const key = JSON.stringify(scope);
    const known = this.scopes.get(key) ?? scope;
    if (this.scopes.size < MOST_TEXTS) this.scopes.set(key, known);
    return known;
  }

  private place(at: Provenance): Provenance {
    const { uri, source, call, account, region, time } = at;
    return {
      ...at,
      uri: this.text(uri),
      source: this.text(source),
      ...(call === undefined ? {} : { call: this.text(call) }),
      ...(account === undefined ? {} : { account: this.text(account) }),
      ...(region === undefined ? {} : { region: this.text(region) }),
      ...(time === undefined ? {} : { time: this.text(time) }),
    };
  }

  private text(text: string): string {
    const known = this.texts.get(text);
    if (known !== undefined) return known;
    if (this.texts.size < MOST_TEXTS) this.texts.set(text, text);
    return text;
  }
}
