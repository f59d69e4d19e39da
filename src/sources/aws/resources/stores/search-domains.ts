import type { Resource } from "../../resource.js";
import { addData, withId } from "../../stores/data-node.js";
import { domainArn } from "../../stores/search-domain.js";

/** https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_ListDomainNames.html */
export const searchDomains: Resource = {
  service: "opensearch",
  operation: "ListDomainNames",
  list: "DomainNames",
  actions: ["es:ListDomainNames"],
  kinds: ["data-store"],
  types: ["aws.search-domain"],
  scope: "region",
  optional: true,
  normalize({ items, draft }) {
    for (const raw of items) {
      const name = raw.text("DomainName");
      if (name === null)
        raw.gap("unparsed", `${draft.place.call} answered with a domain that has no DomainName`);
      else
        addData(withId(raw, domainArn(draft.place, name)), {
          ...{ kind: "data-store", type: "aws.search-domain", name, is: { storeType: "search", name } },
        });
    }
  },
};
