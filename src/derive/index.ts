export { type DeriveOptions, derive } from "./derive.js";
export {
  type FollowingReach,
  followingReachability,
  type Reach,
  type ReachOptions,
  reachability,
} from "./reach/index.js";
export { type Resolution, resolution } from "./resolution/resolution.js";
export { wireOf } from "./resolution/wire.js";
export { type TrustChains, trustChains } from "./trust/chains/ask.js";
