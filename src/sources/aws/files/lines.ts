type Lines = Record<string, number>;

/**
 * Shares the lines of a document's items out to its answers, by their JSON pointers. Answers with one
 * pointer (several lists in one object) share theirs.
 */
export function linesOf(
  items: readonly (readonly [pointer: string, line: number])[],
  answers: readonly string[],
): Lines[] {
  const shares = new Map<string, Lines>(answers.map((pointer) => [pointer, {}]));
  const only = shares.size === 1 && answers[0] === "" ? shares.get("") : undefined;
  for (const [pointer, line] of items) {
    const share = only ?? shareOf(shares, pointer);
    // Pointers begin with a slash, so that none is the name of something that objects inherit.
    if (share !== undefined) share[pointer] = line;
  }
  return answers.map((pointer) => shares.get(pointer) ?? {});
}

/** The share of the innermost answer that holds the item. */
function shareOf(shares: ReadonlyMap<string, Lines>, pointer: string): Lines | undefined {
  for (let at = pointer; at !== ""; ) {
    at = at.slice(0, at.lastIndexOf("/"));
    const share = shares.get(at);
    if (share !== undefined) return share;
  }
  return undefined;
}
