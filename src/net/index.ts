export { type Address, formatAddress, parseAddress } from "./address.js";
export { AddressSet } from "./address-set.js";
export { baseOf, type Cidr, cidrOf, formatCidr, parseCidr } from "./cidr.js";
export { FAMILIES, type Family, IPV4_END, IPV6_END, widthOf } from "./family.js";
export type { Bounds } from "./intervals.js";
export { type PortRange, PortSet } from "./port-set.js";
export { hasPublic, isPublic, PUBLIC_SPACE } from "./public-space.js";
export { type AddressRange, cidrRange, endsOf, formatRange, parseRange, rangeBetween } from "./range.js";
export { IPV4_SPECIAL, IPV6_SPECIAL, type Purpose, type SpecialBlock } from "./special-purpose.js";
