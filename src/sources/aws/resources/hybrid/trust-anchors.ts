import { named } from "../../hybrid/named.js";
import { certificatesIn } from "../../hybrid/pem.js";
import type { Item } from "../../item.js";
import { momentOf } from "../../moment.js";
import { documentOf } from "../../policy-document.js";
import type { Paging, Resource } from "../../resource.js";

const PAGES: Paging = { input: "nextToken", output: "nextToken", size: { pageSize: 100 } };

/**
 * Certificate authorities whose certificates become credentials for machines outside.
 * https://docs.aws.amazon.com/rolesanywhere/latest/APIReference/API_TrustAnchorDetail.html
 */
export const trustAnchors: Resource = {
  service: "rolesanywhere",
  operation: "ListTrustAnchors",
  list: "trustAnchors",
  actions: ["rolesanywhere:ListTrustAnchors"],
  kinds: ["identity-provider"],
  types: ["aws.trust-anchor"],
  scope: "region",
  optional: true,
  neededWith: ["rolesanywhere:ListProfiles"],
  paging: PAGES,
  normalize({ items, draft }) {
    for (const raw of items) {
      const anchor = named(raw, { arn: "trustAnchorArn", id: "trustAnchorId", name: "name" });
      if (anchor === null) continue;
      const { item, name, base } = anchor;
      const data = item.child("source")?.child("sourceData") ?? null;
      const pem = data?.text("x509CertificateData") ?? null;
      const authority = data?.text("acmPcaArn") ?? null;
      if (pem === null && authority === null)
        item.gap("unmodelled", "A trust anchor tells neither certificates nor an authority");
      draft.node({
        ...{ ...base, kind: "identity-provider", type: "aws.trust-anchor" },
        is: {
          ...{ name, protocol: "x509", issuer: null, created: momentOf(item, "createdAt") },
          ...{ enabled: item.flag("enabled"), authority },
          certificates: pem === null || data === null ? [] : certificatesIn(data, pem),
        },
      });
    }
  },
};

/** Which roles a certificate may become. https://docs.aws.amazon.com/rolesanywhere/latest/APIReference/API_ProfileDetail.html */
export const credentialProfiles: Resource = {
  service: "rolesanywhere",
  operation: "ListProfiles",
  list: "profiles",
  recognizes: (first) => first === undefined || Object.hasOwn(first, "profileArn"),
  actions: ["rolesanywhere:ListProfiles"],
  kinds: ["credential-profile"],
  types: ["aws.roles-anywhere-profile"],
  scope: "region",
  optional: true,
  neededWith: ["rolesanywhere:ListTrustAnchors"],
  paging: PAGES,
  normalize({ items, draft }) {
    for (const raw of items) {
      const profile = named(raw, { arn: "profileArn", id: "profileId", name: "name" });
      if (profile === null) continue;
      const { id: from, item, name, base } = profile;
      const roles = item.texts("roleArns").sort();
      draft.node({
        ...{ ...base, kind: "credential-profile", type: "aws.roles-anywhere-profile" },
        is: {
          ...{ name, roles, enabled: item.flag("enabled"), sessionPolicy: documentOf(item, "sessionPolicy") },
          managedPolicies: item.texts("managedPolicyArns").sort(),
          sessionSeconds: item.int("durationSeconds"),
          namesSessions: item.flag("acceptRoleSessionName"),
          instanceProperties: item.flag("requireInstanceProperties"),
          mappings: item.list("attributeMappings").map(mappingOf),
        },
      });
      for (const to of roles)
        draft.edge({ from, relation: "roles", to, pointer: `${item.pointer}/roleArns` });
    }
  },
};

function mappingOf(mapping: Item) {
  const rules = mapping.list("mappingRules").flatMap((rule) => rule.text("specifier") ?? []);
  return { field: mapping.text("certificateField") ?? "unknown", rules: rules.sort() };
}

/** Certificates that are good no more. https://docs.aws.amazon.com/rolesanywhere/latest/APIReference/API_CrlDetail.html */
export const revocationLists: Resource = {
  service: "rolesanywhere",
  operation: "ListCrls",
  list: "crls",
  actions: ["rolesanywhere:ListCrls"],
  kinds: ["revocation-list"],
  types: ["aws.roles-anywhere-crl"],
  scope: "region",
  optional: true,
  neededWith: ["rolesanywhere:ListTrustAnchors"],
  paging: PAGES,
  normalize({ items, draft }) {
    for (const raw of items) {
      const list = named(raw, { arn: "crlArn", id: "crlId", name: "name" });
      if (list === null) continue;
      const { id: from, item, name, base } = list;
      const { crlData: _long, ...native } = item.json;
      draft.node({
        ...{ ...base, kind: "revocation-list", type: "aws.roles-anywhere-crl", native },
        is: {
          ...{ name, enabled: item.flag("enabled") },
          ...{ created: momentOf(item, "createdAt"), updated: momentOf(item, "updatedAt") },
        },
      });
      draft.edge({ from, relation: "trust_anchor", to: item.text("trustAnchorArn"), pointer: item.pointer });
    }
  },
};
