import { arnIn } from "../../hybrid/asked.js";
import { LATTICE, latticeDetail } from "../../hybrid/lattice.js";
import { named } from "../../hybrid/named.js";
import type { Item } from "../../item.js";
import { nextTokens, type Resource } from "../../resource.js";

const TYPE = "aws.service-network-association";

/** Networks that use a service network. https://docs.aws.amazon.com/vpc-lattice/latest/APIReference/API_ListServiceNetworkVpcAssociations.html */
export const serviceNetworkNetworks: Resource = {
  ...LATTICE,
  operation: "ListServiceNetworkVpcAssociations",
  list: "items",
  recognizes: (first) => first !== undefined && Object.hasOwn(first, "vpcId"),
  actions: ["vpc-lattice:ListServiceNetworkVpcAssociations"],
  kinds: ["service-association"],
  types: [TYPE],
  needsEnvelope: true,
  paging: nextTokens(100),
  each: { ...latticeDetail("ListServiceNetworks", "serviceNetworkIdentifier"), hides: "always" },
  normalize: ({ items }) => {
    for (const raw of items) add(raw, "network");
  },
};

/** Services of a service network. https://docs.aws.amazon.com/vpc-lattice/latest/APIReference/API_ListServiceNetworkServiceAssociations.html */
export const serviceNetworkServices: Resource = {
  ...LATTICE,
  operation: "ListServiceNetworkServiceAssociations",
  list: "items",
  recognizes: (first) => first !== undefined && Object.hasOwn(first, "serviceArn"),
  actions: ["vpc-lattice:ListServiceNetworkServiceAssociations"],
  kinds: ["service-association"],
  types: [TYPE],
  needsEnvelope: true,
  paging: nextTokens(100),
  each: { ...latticeDetail("ListServiceNetworks", "serviceNetworkIdentifier"), hides: "always" },
  normalize: ({ items }) => {
    for (const raw of items) add(raw, "service");
  },
};

function add(raw: Item, associationType: "network" | "service"): void {
  const association = named(raw, { arn: "arn", id: "id" });
  if (association === null) return;
  const { id: from, item, base } = association;
  const { draft, pointer } = item;
  draft.node({
    ...{ ...base, kind: "service-association", type: TYPE },
    is: {
      ...{ associationType, state: (item.text("status") ?? "unknown").toLowerCase() },
      ...{ privateNames: item.flag("privateDnsEnabled"), createdBy: item.text("createdBy") },
    },
  });
  draft.edge({ from, relation: "service_network", to: item.text("serviceNetworkArn"), pointer });
  if (associationType === "network")
    draft.edge({ from, relation: "network", to: item.text("vpcId"), pointer });
  else draft.edge({ from, relation: "service", to: item.text("serviceArn"), pointer });
}

/** Which filters guard what comes in by it. https://docs.aws.amazon.com/vpc-lattice/latest/APIReference/API_GetServiceNetworkVpcAssociation.html */
export const serviceNetworkFilters: Resource = {
  ...LATTICE,
  operation: "GetServiceNetworkVpcAssociation",
  list: "arn",
  object: ["arn", "serviceNetworkArn"],
  actions: ["vpc-lattice:GetServiceNetworkVpcAssociation"],
  kinds: ["service-association"],
  types: [TYPE],
  each: {
    ...latticeDetail("ListServiceNetworkVpcAssociations", "serviceNetworkVpcAssociationIdentifier"),
    node: arnIn("serviceNetworkVpcAssociationIdentifier"),
    relations: ["filters"],
  },
  normalize({ items: [whole], draft }) {
    const association = named(whole ?? null, { arn: "arn", id: "id" });
    if (association === null) return;
    const { id: from, item, base } = association;
    draft.node({ ...base, kind: "service-association", type: TYPE, is: {}, native: {} });
    for (const to of item.texts("securityGroupIds"))
      draft.edge({ from, relation: "filters", to, pointer: `${item.pointer}/securityGroupIds` });
  },
};
