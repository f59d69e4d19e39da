import { domainId, domainIdentity } from "../../dns/domain-identity.js";
import { parseName } from "../../dns/escapes.js";
import { nameIn } from "../../dns/name.js";
import { timeIn } from "../../dns/time.js";
import type { Item } from "../../item.js";
import type { Resource } from "../../resource.js";

/**
 * What the registrar holds of a domain. Contacts are left out: nobody judges them.
 * https://docs.aws.amazon.com/Route53/latest/APIReference/API_domains_GetDomainDetail.html
 */
export const domainDescriptions: Resource = {
  service: "route53domains",
  operation: "GetDomainDetail",
  list: "DomainName",
  object: ["DomainName", "Nameservers"],
  actions: ["route53domains:GetDomainDetail"],
  kinds: ["domain"],
  types: ["aws.domain"],
  scope: "account",
  partitions: ["aws"],
  each: {
    of: "route53domains:ListDomains",
    input(domain) {
      const name = domain.text("DomainName");
      return name === null ? null : { DomainName: name };
    },
    node({ DomainName: text }) {
      const name = typeof text === "string" ? parseName(text) : null;
      return name === null ? null : domainId(name);
    },
  },
  normalize({ items: [whole], draft }) {
    const domain = whole === undefined ? null : domainIdentity(whole);
    if (domain === null) return;
    const { item, base, name } = domain;
    draft.node({
      ...base,
      is: {
        name,
        nameServers: item
          .list("Nameservers")
          .flatMap((server) => nameIn(server, "Name") ?? [])
          .sort(),
        registrar: item.text("RegistrarName"),
        created: timeIn(item, "CreationDate"),
        statuses: item.texts("StatusList").sort(),
        privacy: {
          registrant: item.flag("RegistrantPrivacy"),
          admin: item.flag("AdminPrivacy"),
          technical: item.flag("TechPrivacy"),
          billing: item.flag("BillingPrivacy"),
        },
        signers: item.list("DnssecKeys").map(signerOf),
      },
    });
  },
};

function signerOf(key: Item) {
  return {
    keyTag: key.int("KeyTag"),
    algorithm: key.int("Algorithm"),
    digestType: key.int("DigestType"),
    digest: key.text("Digest")?.toLowerCase() ?? null,
  };
}
