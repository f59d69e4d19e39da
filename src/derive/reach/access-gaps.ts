import type { Gap } from "../../model/index.js";
import type { Fabric } from "./fabric.js";

/** What hides whether public access is blocked: other calls tell of Regions too, and not of that. */
export function accessGaps(
  { holes }: Fabric,
  { region, network }: { region: string | undefined; network: string },
): readonly Gap[] {
  const call = "ec2:DescribeVpcBlockPublicAccessOptions";
  return [...holes.hidingNear("region", network), ...(region === undefined ? [] : holes.at(region))].filter(
    ({ at }) => at.call === call || (at.call === undefined && at.source === "aws"),
  );
}

/** What hides an exclusion: of the whole list, or on what it may be for. */
export function exclusionGaps({ holes }: Fabric, ids: readonly (string | undefined)[]): readonly Gap[] {
  const call = "ec2:DescribeVpcBlockPublicAccessExclusions";
  const known = ids.flatMap((id) => id ?? []);
  return known
    .flatMap((id) => [...holes.at(id), ...holes.hidingNear("region", id)])
    .filter(({ at }) => at.call === call);
}
