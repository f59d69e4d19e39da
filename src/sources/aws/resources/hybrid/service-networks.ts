import { arnIn } from "../../hybrid/asked.js";
import { isLattice, LATTICE, latticeDetail } from "../../hybrid/lattice.js";
import { named } from "../../hybrid/named.js";
import { documentOf } from "../../policy-document.js";
import { nextTokens, type Resource } from "../../resource.js";

/** https://docs.aws.amazon.com/vpc-lattice/latest/APIReference/API_ListServiceNetworks.html */
export const serviceNetworks: Resource = {
  ...LATTICE,
  operation: "ListServiceNetworks",
  list: "items",
  recognizes: (first) => first !== undefined && Object.hasOwn(first, "numberOfAssociatedVPCs"),
  actions: ["vpc-lattice:ListServiceNetworks"],
  kinds: ["service-network"],
  types: ["aws.service-network"],
  optional: true,
  paging: nextTokens(100),
  normalize({ items, draft }) {
    for (const raw of items) {
      const network = named(raw, { arn: "arn", id: "id", name: "name" });
      if (network === null) continue;
      const is = { name: network.name };
      draft.node({ ...network.base, kind: "service-network", type: "aws.service-network", is });
    }
  },
};

/** https://docs.aws.amazon.com/vpc-lattice/latest/APIReference/API_GetServiceNetwork.html */
export const serviceNetworkDescriptions: Resource = {
  ...LATTICE,
  operation: "GetServiceNetwork",
  list: "arn",
  object: ["arn", "id", "name"],
  recognizes: (whole) => isLattice(whole?.["arn"], "servicenetwork"),
  actions: ["vpc-lattice:GetServiceNetwork"],
  kinds: ["service-network"],
  types: ["aws.service-network"],
  each: latticeDetail("ListServiceNetworks", "serviceNetworkIdentifier"),
  normalize({ items: [whole], draft }) {
    const network = named(whole ?? null, { arn: "arn", id: "id", name: "name" });
    if (network === null) return;
    const { item, name, base } = network;
    const authentication = (item.text("authType") ?? "none").toLowerCase();
    const sharing = item.child("sharingConfig")?.flag("enabled") ?? null;
    draft.node({
      ...{ ...base, kind: "service-network", type: "aws.service-network", native: {} },
      is: { name, authentication, sharing },
    });
  },
};

/** https://docs.aws.amazon.com/vpc-lattice/latest/APIReference/API_ListServices.html */
export const networkServices: Resource = {
  ...LATTICE,
  operation: "ListServices",
  list: "items",
  recognizes: (first) => isLattice(first?.["arn"], "service"),
  actions: ["vpc-lattice:ListServices"],
  kinds: ["network-service"],
  types: ["aws.lattice-service"],
  optional: true,
  neededWith: ["vpc-lattice:ListServiceNetworks"],
  paging: nextTokens(100),
  normalize({ items, draft }) {
    for (const raw of items) {
      const service = named(raw, { arn: "arn", id: "id", name: "name" });
      if (service === null) continue;
      const { item, name, base } = service;
      draft.node({
        ...{ ...base, kind: "network-service", type: "aws.lattice-service" },
        is: {
          ...{ name, state: item.text("status")?.toLowerCase() ?? null },
          domain: item.child("dnsEntry")?.text("domainName") ?? null,
          customDomain: item.text("customDomainName"),
        },
      });
    }
  },
};

/** https://docs.aws.amazon.com/vpc-lattice/latest/APIReference/API_GetService.html */
export const networkServiceDescriptions: Resource = {
  ...LATTICE,
  operation: "GetService",
  list: "arn",
  object: ["arn", "id", "name"],
  recognizes: (whole) => isLattice(whole?.["arn"], "service"),
  actions: ["vpc-lattice:GetService"],
  kinds: ["network-service"],
  types: ["aws.lattice-service"],
  each: latticeDetail("ListServices", "serviceIdentifier"),
  normalize({ items: [whole], draft }) {
    const service = named(whole ?? null, { arn: "arn", id: "id", name: "name" });
    if (service === null) return;
    const { item, base } = service;
    const authentication = (item.text("authType") ?? "none").toLowerCase();
    draft.node({
      ...{ ...base, kind: "network-service", type: "aws.lattice-service", native: {} },
      is: { authentication, certificate: item.text("certificateArn") },
    });
  },
};

const whose = arnIn("resourceIdentifier");

/** Who may ask a service, or the services of a network. https://docs.aws.amazon.com/vpc-lattice/latest/APIReference/API_GetAuthPolicy.html */
export const latticePolicies: Resource = {
  ...LATTICE,
  operation: "GetAuthPolicy",
  list: "policy",
  object: ["policy", "state"],
  actions: ["vpc-lattice:GetAuthPolicy"],
  kinds: ["service-network", "network-service"],
  types: ["aws.service-network", "aws.lattice-service"],
  needsEnvelope: true,
  none: ["ResourceNotFoundException"],
  each: {
    ...latticeDetail("ListServiceNetworks", "resourceIdentifier"),
    alsoOf: "vpc-lattice:ListServices",
    node: whose,
  },
  normalize({ items: [whole], input, draft }) {
    const id = whose(input);
    if (id === null) return;
    const inForce = whole !== undefined && whole.text("state") !== "Inactive";
    const policy = inForce ? documentOf(whole.about(id), "policy") : null;
    const isNetwork = id.includes(":servicenetwork/");
    const same = { id, label: id.split("/").at(-1) ?? id, native: {}, pointer: "", is: { policy } };
    if (isNetwork) draft.node({ ...same, kind: "service-network", type: "aws.service-network" });
    else draft.node({ ...same, kind: "network-service", type: "aws.lattice-service" });
  },
};
