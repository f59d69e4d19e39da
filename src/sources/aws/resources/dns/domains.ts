import { domainIdentity } from "../../dns/domain-identity.js";
import { timeIn } from "../../dns/time.js";
import { markers, type Resource } from "../../resource.js";

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_domains_DomainSummary.html */
export const domains: Resource = {
  service: "route53domains",
  operation: "ListDomains",
  list: "Domains",
  // Lists of the DNS firewall are told under this member too, as text.
  recognizes: (first) => typeof first?.["DomainName"] === "string",
  actions: ["route53domains:ListDomains"],
  kinds: ["domain"],
  types: ["aws.domain"],
  scope: "account",
  partitions: ["aws"],
  optional: true,
  paging: markers("NextPageMarker", 100),
  normalize({ items, draft }) {
    for (const raw of items) {
      const domain = domainIdentity(raw);
      if (domain === null) continue;
      const { item, base, name } = domain;
      draft.node({
        ...base,
        is: {
          name,
          autoRenew: item.flag("AutoRenew"),
          transferLock: item.flag("TransferLock"),
          expires: timeIn(item, "Expiry"),
        },
      });
    }
  },
};
