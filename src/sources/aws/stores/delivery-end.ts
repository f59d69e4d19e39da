import { sortedTexts } from "../block.js";
import type { Item } from "../item.js";

/** What a destination is, and the members that name it, the first that is there. */
const ENDS: readonly (readonly [member: string, type: string, names: readonly string[]])[] = [
  ["ExtendedS3DestinationDescription", "s3", ["BucketARN"]],
  ["S3DestinationDescription", "s3", ["BucketARN"]],
  ["RedshiftDestinationDescription", "redshift", ["ClusterJDBCURL"]],
  ["ElasticsearchDestinationDescription", "opensearch", ["DomainARN", "ClusterEndpoint"]],
  ["AmazonopensearchserviceDestinationDescription", "opensearch", ["DomainARN", "ClusterEndpoint"]],
  ["AmazonOpenSearchServerlessDestinationDescription", "opensearch", ["CollectionEndpoint"]],
  ["SplunkDestinationDescription", "splunk", ["HECEndpoint"]],
  ["HttpEndpointDestinationDescription", "http", ["Url"]],
  ["SnowflakeDestinationDescription", "snowflake", ["AccountUrl"]],
  ["IcebergDestinationDescription", "iceberg", ["CatalogARN"]],
];

/**
 * What a stream delivers to: the store itself, by its ARN or address, and buckets in which it keeps what it could
 * not deliver, or all. https://docs.aws.amazon.com/firehose/latest/APIReference/API_DestinationDescription.html
 */
export function deliveryEnd(destinations: readonly Item[]) {
  const ends = destinations.flatMap((destination) =>
    ENDS.flatMap(([member, type, names]) => {
      const end = destination.child(member);
      return end === null ? [] : [{ end, type, name: nameOf(end, names) }];
    }),
  );
  const buckets = ends.flatMap(({ end }) =>
    ["S3DestinationDescription", "S3BackupDescription"].map(
      (member) => end.child(member)?.text("BucketARN") ?? null,
    ),
  );
  return {
    types: sortedTexts(ends.map(({ type }) => type)),
    stores: sortedTexts(ends.map(({ name }) => name)),
    buckets: sortedTexts(buckets),
    roles: sortedTexts(ends.map(({ end }) => end.text("RoleARN"))),
    options: ends.flatMap(({ end }) => end.child("CloudWatchLoggingOptions") ?? []),
    networks: ends.flatMap(({ end }) => end.child("VpcConfigurationDescription") ?? []),
  };
}

function nameOf(end: Item, names: readonly string[]): string | null {
  const inner = [end, end.child("EndpointConfiguration"), end.child("CatalogConfiguration")];
  for (const part of inner)
    for (const name of names) {
      const text = part?.text(name) ?? null;
      if (text !== null) return text;
    }
  return null;
}
