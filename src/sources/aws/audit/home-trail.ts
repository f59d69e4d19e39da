import type { Each } from "../resource.js";
import { isHome } from "./trail.js";

/** What is asked about a trail where it was made: elsewhere the answer would be the same. */
export const EACH_HOME_TRAIL: Each = {
  of: "cloudtrail:DescribeTrails",
  input(trail) {
    const arn = trail.text("TrailARN");
    return arn === null || !isHome(arn, trail.draft.place) ? null : { TrailName: arn };
  },
  node({ TrailName: asked, TrailARN: told }) {
    const id = asked ?? told;
    return typeof id === "string" ? id : null;
  },
};
