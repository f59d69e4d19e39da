import type { JsonObject } from "../../../model/index.js";
import type { Item } from "../item.js";
import type { Place } from "../place.js";
import type { Each } from "../resource.js";

/**
 * A question about each item of a list, which names it by one member.
 * @param members of the item, and of the input that takes it
 * @param node what the answer describes; the named one itself unless given
 */
export function ofEach(
  of: string,
  [listed, asked]: readonly [listed: string, asked: string],
  { more = {}, node, ...rest }: EachMore = {},
): Each {
  return {
    of,
    input(item: Item) {
      const value = item.text(listed);
      return value === null || value === "" ? null : { [asked]: value, ...more };
    },
    node(input: JsonObject, place: Place) {
      const value = input[asked];
      if (typeof value !== "string" || value === "") return null;
      return node === undefined ? value : node(place, value);
    },
    ...rest,
  };
}

interface EachMore extends Pick<Each, "relations" | "hides" | "optional"> {
  /** Further members of the input. */
  readonly more?: JsonObject;
  node?(place: Place, name: string): string;
}

/** The questions about a list of names, as some services list what there is. */
export function ofEachName(
  of: string,
  [list, asked]: readonly [list: string, asked: string],
  { more = {}, node, ...rest }: EachMore = {},
): Each {
  return {
    ...ofEach(of, [list, asked], { more, ...(node === undefined ? {} : { node }), ...rest }),
    input: (whole) => whole.texts(list).map((name) => ({ [asked]: name, ...more })),
  };
}
