import type { EstateNode, Finding, PolicyException } from "../model/index.js";

/** The exceptions of a run: which finding each covers, or would in another state, which have expired, which cover nothing. */
export class Exceptions {
  private readonly live: readonly PolicyException[];
  readonly expired: readonly PolicyException[];
  private readonly used = new Set<PolicyException>();
  private fresh = new Set<number>();

  /** `today` is YYYY-MM-DD; an exception holds through its day of expiry. */
  constructor(
    private readonly all: readonly PolicyException[],
    today: string,
  ) {
    this.live = all.filter(({ expires }) => expires >= today);
    this.expired = all.filter(({ expires }) => expires < today);
  }

  /** The finding with the exception that covers it; or with one that did, when its subject was in another state. */
  applied(finding: Finding, subject: EstateNode): Finding {
    const covering = this.live.filter((candidate) => covers(candidate, finding, subject));
    for (const exception of covering) this.fresh.add(this.all.indexOf(exception));
    const exception = covering.find(({ state }) => state === undefined || state === finding.state);
    if (exception !== undefined) return { ...finding, exception };
    const [reopened] = covering;
    return reopened === undefined ? finding : { ...finding, reopened };
  }

  /** Places of those that covered a finding, in whatever state, since this was asked last. */
  taken(): number[] {
    const taken = [...this.fresh];
    this.fresh = new Set();
    return taken;
  }

  /** Notes that these covered a finding. */
  use(places: readonly number[]): void {
    for (const place of places) {
      const exception = this.all[place];
      if (exception !== undefined) this.used.add(exception);
    }
  }

  unmatched(): PolicyException[] {
    return this.live.filter((exception) => !this.used.has(exception));
  }
}

function covers(exception: PolicyException, finding: Finding, subject: EstateNode): boolean {
  if (!matches(exception.policy, finding.policy)) return false;
  if (exception.key !== undefined && !matches(exception.key, finding.key)) return false;
  const wanted = exception.subject;
  return wanted === undefined || [subject.id, ...subject.aliases].some((name) => matches(wanted, name));
}

/** `*` stands for any run of characters; linear in the text for each star, no backtracking over stars. */
export function matches(pattern: string, text: string): boolean {
  const [first = "", ...parts] = pattern.split("*");
  const last = parts.pop();
  if (last === undefined) return first === text;
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length)
    return false;
  let at = first.length;
  for (const part of parts) {
    const found = text.indexOf(part, at);
    if (found < 0 || found + part.length > text.length - last.length) return false;
    at = found + part.length;
  }
  return true;
}
