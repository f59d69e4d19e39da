/** The policies could not finish on a document: a trap, an abort, too much memory or too much time. */
export class PolicyStopped extends Error {
  override readonly name = "PolicyStopped";
  constructor(
    message: string,
    /** It ran until its time or memory was used up; running it again would take as long. */
    readonly endless = false,
  ) {
    super(message);
  }
}

/** What the engine says of a document: the result set as JSON text, or that it could not finish. */
export type Answer = string | PolicyStopped;
