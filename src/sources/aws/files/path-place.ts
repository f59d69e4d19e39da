import { isAccount, isRegion, regionsWithin } from "../names.js";

/** What a path says of account and Region. */
export interface PathPlace {
  readonly account?: string;
  /** The account may as well be a time stamp (202401311200): it counts if nothing speaks against it. */
  readonly doubtful: boolean;
  readonly region?: string;
}

/**
 * Reads `[accounts/<id>/]<region>/…`: folders count before the file's name, the innermost first, and
 * `accounts/<id>` before any other twelve digits.
 */
export function pathPlace(path: string): PathPlace {
  const folders = path.split("/");
  const name = folders.pop() ?? "";
  const region =
    folders.findLast(isRegion) ?? only(regionsWithin(name)) ?? only(regionsWithin(folders.join("/")));
  const told = folders.findLast((folder, index) => isAccount(folder) && folders[index - 1] === "accounts");
  const account =
    told ?? folders.findLast(isAccount) ?? accountWithin(name) ?? accountWithin(folders.join("/"));
  return {
    ...(account === undefined ? {} : { account }),
    doubtful: told === undefined && account !== undefined && isTimeStamp(account),
    ...(region === undefined ? {} : { region }),
  };
}

/** Twelve digits that stand alone in a name; none where several do. */
function accountWithin(text: string): string | undefined {
  return only(text.match(/(?<!\d)\d{12}(?!\d)/g) ?? []);
}

function only(texts: readonly string[]): string | undefined {
  const distinct = new Set(texts);
  return distinct.size === 1 ? texts[0] : undefined;
}

function isTimeStamp(digits: string): boolean {
  return /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d$/.test(digits);
}
