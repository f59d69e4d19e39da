import type { FactsByKind } from "../../../../model/index.js";
import { certificateEdges } from "../../audit/certificate-key.js";
import { byArn } from "../../balancer-identity.js";
import type { Item } from "../../item.js";
import type { Resource } from "../../resource.js";
import { cdnFacts } from "../../web/distribution.js";
import { itemTexts, namesWebAcl } from "../../web/entry-point.js";

type Facts = Partial<FactsByKind["entry-point"]>;

/** CloudFront is one service of the whole account. https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ListDistributions.html */
export const distributions: Resource = {
  service: "cloudfront",
  operation: "ListDistributions",
  list: "DistributionList",
  object: ["DistributionList"],
  actions: ["cloudfront:ListDistributions"],
  kinds: ["entry-point"],
  types: ["aws.cloudfront-distribution"],
  scope: "account",
  partitions: ["aws", "aws-cn"],
  optional: true,
  paging: { input: "Marker", output: "NextMarker", within: "DistributionList", size: { MaxItems: 100 } },
  normalize({ items: [whole] }) {
    for (const raw of whole?.child("DistributionList")?.list("Items") ?? [])
      addDistribution({ raw, config: (item) => item, facts: () => ({}) });
  },
};

/** What the list leaves out: logs and the root object. https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_GetDistribution.html */
export const distributionDescriptions: Resource = {
  service: "cloudfront",
  operation: "GetDistribution",
  list: "Distribution",
  object: ["Distribution"],
  actions: ["cloudfront:GetDistribution"],
  kinds: ["entry-point"],
  types: ["aws.cloudfront-distribution"],
  scope: "account",
  each: {
    of: "cloudfront:ListDistributions",
    input: (whole) =>
      (whole.child("DistributionList")?.list("Items") ?? []).flatMap((one) => {
        const id = one.text("Id");
        return id === null ? [] : [{ Id: id }];
      }),
    node({ Id: id }, { partition, account = "" }) {
      return typeof id === "string" ? `arn:${partition}:cloudfront::${account}:distribution/${id}` : null;
    },
  },
  normalize({ items: [whole] }) {
    const raw = whole?.child("Distribution") ?? null;
    if (raw === null) return;
    addDistribution({ raw, config: (item) => item.child("DistributionConfig"), facts: loggedFacts });
  },
};

interface Told {
  readonly raw: Item;
  /** Where the settings stand. */
  config(item: Item): Item | null;
  facts(config: Item): Facts;
}

function addDistribution({ raw, config, facts }: Told): void {
  const known = byArn(raw, "ARN");
  if (known === null) return;
  const { id, item, resource, scope } = known;
  const { draft, pointer } = item;
  const { region: _none, ...nowhere } = scope;
  const own = item.text("DomainName");
  const settings = config(item);
  if (settings === null) item.gap("unparsed", `${id} was answered without its settings`);
  const aliases = itemTexts(settings, "Aliases");
  draft.node({
    ...{ id, kind: "entry-point", type: "aws.cloudfront-distribution", scope: nowhere, pointer },
    ...{ label: aliases[0] ?? own ?? resource, native: item.json },
    is: {
      ...{
        name: resource.replace(/^distribution\//, ""),
        entryType: "cdn",
        public: true,
        defaultDomain: true,
      },
      ...{ state: item.text("Status"), domains: [...(own === null ? [] : [own]), ...aliases] },
      ...(settings === null ? {} : settingsOf(settings)),
      ...(settings === null ? {} : facts(settings)),
    },
  });
  if (settings === null) return;
  namesWebAcl(settings, id, "WebACLId");
  const certificate = settings.child("ViewerCertificate")?.text("ACMCertificateArn") ?? "";
  certificateEdges(settings, id, [certificate]);
}

function settingsOf(config: Item): Facts {
  const certificate = config.child("ViewerCertificate");
  const own = certificate?.flag("CloudFrontDefaultCertificate") === true;
  return {
    enabled: config.flag("Enabled"),
    // With the provider's own certificate the minimum is TLSv1, whatever is set (API_ViewerCertificate).
    tlsMinimum: own ? "TLSv1" : (certificate?.text("MinimumProtocolVersion") ?? null),
    certificate: certificate?.text("ACMCertificateArn") ?? certificate?.text("IAMCertificateId") ?? null,
    cdn: cdnFacts(config),
    unmodelled: [],
  };
}

/** Of logs the older kind alone is told here: the newer is a delivery of CloudWatch Logs. */
function loggedFacts(config: Item): Facts {
  const logging = config.child("Logging");
  const bucket = logging?.text("Bucket") ?? "";
  const root = config.text("DefaultRootObject") ?? "";
  const on = logging?.flag("Enabled") === true && bucket !== "";
  return {
    rootObject: root === "" ? null : root,
    accessLogs: on ? { destination: bucket, level: null } : null,
  };
}
