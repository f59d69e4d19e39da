import { isObject, type Json, type RawAnswer } from "../../../model/index.js";

/**
 * Regions of an account that the aggregator copied in full since then.
 * https://docs.aws.amazon.com/config/latest/APIReference/API_AggregatedSourceStatus.html
 */
export function freshRegions(
  statuses: readonly RawAnswer[],
  { account, since }: { account: string; since: string },
): Set<string> {
  const rows = statuses.flatMap(({ output }) => listOf(output["AggregatedSourceStatusList"] as Json));
  const fresh = rows.filter(
    ({ SourceId: id, LastUpdateStatus: status, LastUpdateTime: time }) =>
      id === account && status === "SUCCEEDED" && typeof time === "string" && time >= since,
  );
  return new Set(fresh.flatMap(({ AwsRegion: region }) => (typeof region === "string" ? [region] : [])));
}

/** How many things of each type an account has, in all Regions. */
export function countsIn(answers: readonly RawAnswer[]): Map<string, number> {
  const rows = answers.flatMap(({ output }) => listOf(output["GroupedResourceCounts"] as Json));
  return new Map(
    rows.flatMap(({ GroupName: type, ResourceCount: count }) =>
      typeof type === "string" && typeof count === "number" ? [[type, count] as const] : [],
    ),
  );
}

function listOf(value: Json | undefined) {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
