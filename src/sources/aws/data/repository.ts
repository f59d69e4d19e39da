import type { JsonObject } from "../../../model/index.js";
import type { Item } from "../item.js";
import { isAccount } from "../names.js";
import type { Place } from "../place.js";
import type { Resource } from "../resource.js";
import { arnScope, type StoreFacts } from "./store.js";

/** The repository that an input asks about, or an answer names. */
function repositoryAsked({ repositoryName: name, registryId }: JsonObject, place: Place): string | null {
  if (typeof name !== "string" || name === "") return null;
  const { partition, region = "", account = "" } = place;
  const owner = typeof registryId === "string" && isAccount(registryId) ? registryId : account;
  return `arn:${partition}:ecr:${region}:${owner}:repository/${name}`;
}

interface Told {
  readonly operation: string;
  readonly list: string;
  readonly none: readonly string[];
  /** Facts of an answer; of none, where the API says that there is none. */
  facts(answer: Item | null): StoreFacts;
}

/** A call that tells one thing about each repository of images. */
export function repositoryDetail({ operation, list, none, facts }: Told): Resource {
  return {
    ...{ service: "ecr", operation, list, object: [list], none, scope: "region" },
    actions: [`ecr:${operation}`],
    kinds: ["data-store"],
    types: ["aws.image-repository"],
    each: {
      of: "ecr:DescribeRepositories",
      input(repository) {
        const name = repository.text("repositoryName");
        return name === null || name === "" ? null : { repositoryName: name };
      },
      node: repositoryAsked,
    },
    normalize({ items: [whole], input, draft }) {
      const id = repositoryAsked(whole?.json ?? input, draft.place) ?? repositoryAsked(input, draft.place);
      if (id === null) {
        whole?.gap("unparsed", `${draft.place.call} answered without the name of a repository`);
        return;
      }
      const item = whole?.about(id) ?? null;
      draft.node({
        ...{
          id,
          kind: "data-store",
          type: "aws.image-repository",
          label: id.replace(/^.*:repository\//s, ""),
        },
        ...(item === null ? {} : { scope: arnScope(item, id) }),
        ...{ is: facts(item), native: item?.json ?? {}, pointer: "" },
      });
    },
  };
}
