/** A place in a file that the user wrote. Lines and columns start at 1. */
export interface Place {
  readonly path: string;
  readonly line?: number;
  readonly column?: number;
}

/** The command was called wrongly; `next` says what to do. Printed without stack, exit 2. */
export class UsageError extends Error {
  override readonly name: string = "UsageError";
  constructor(
    message: string,
    readonly next: string,
  ) {
    super(message);
  }
}

/** A file that the user gave cannot be used. Printed without stack, exit 2. */
export class InputError extends UsageError {
  override readonly name = "InputError";
  constructor(
    message: string,
    readonly place: Place,
    next: string,
  ) {
    super(message, next);
  }
}
